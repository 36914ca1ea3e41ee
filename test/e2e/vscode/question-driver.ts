import type { Page } from "playwright-core";

/** Chooses to answer questions about a new establishment, by the text of that choice. */
export async function chooseQuestions(page: Page, label: string): Promise<void> {
  // By the mouse: what VS Code shows while the extension starts may take the focus from the list.
  await page.locator(".quick-input-list").getByText(label).first().click();
}

/** Answers a step of a question of several, or accepts its proposal. */
export async function answerStep(page: Page, step: number, text?: string): Promise<void> {
  await page.locator(".quick-input-title").getByText(`(${step}/`).waitFor();
  const box = page.locator(".quick-input-widget input[type=text]");
  if (text !== undefined) await box.fill(text);
  await box.press("Enter");
}
