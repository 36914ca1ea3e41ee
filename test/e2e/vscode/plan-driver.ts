import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Frame, Locator, Page } from "playwright-core";
import { PATIENCE } from "../../support/patience.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** How long a tick may take until it is pressed again, in milliseconds. */
const ANSWER = 5000;

/** The plan in a page of VS Code, worked with by keyboard. */
export class PlanDriver {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Elements of the view. */
  locator(selector: string, options?: Parameters<Page["locator"]>[1]): Locator {
    return this.#page
      .frameLocator("iframe.webview.ready")
      .frameLocator("#active-frame")
      .locator(selector, options);
  }

  /** Waits for the page with this title, which has the focus. */
  async titled(title: string | RegExp): Promise<void> {
    await this.locator("h1:focus", { hasText: title }).waitFor();
  }

  async title(): Promise<string> {
    return (await this.locator("h1").textContent()) ?? "";
  }

  /** The open steps, as the head of the page counts them. */
  async open(): Promise<number> {
    return Number(/\d+$/.exec((await this.locator(".where span").textContent()) ?? "")?.[0]);
  }

  /** Presses a key, and waits until another step is shown. */
  async go(key: string): Promise<void> {
    const before = await this.title();
    await this.#page.keyboard.press(key);
    await until(`another page than “${before}” after ${key}`, async () => (await this.title()) !== before);
  }

  /**
   * Ticks the step that is shown, and waits until another page is shown. Until the view has answered one press it takes no
   * other one, so that nobody ticks what is not seen yet: a press that comes too early is made again, as a person does.
   */
  async tick(): Promise<void> {
    const before = await this.title();
    let pressed = 0;
    await until(`another page than “${before}” after a tick`, async () => {
      if (Date.now() - pressed > ANSWER) {
        await this.#page.keyboard.press("ControlOrMeta+Enter");
        pressed = Date.now();
      }
      return (await this.title()) !== before;
    });
  }

  /** Presses Tab until an element whose id has this end has the focus. */
  async tabTo(end: string): Promise<Locator> {
    for (let times = 0; times < 200; times++) {
      const focused = this.locator(`[data-id$="${end}"]:focus`);
      if ((await focused.count()) > 0) return focused;
      await this.#page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to …${end}`);
  }

  /** The text on the clipboard. */
  async clipboard(): Promise<string> {
    return this.#page.evaluate<string>("navigator.clipboard.readText()");
  }

  /** Waits until the view says something. */
  async says(text: string | RegExp): Promise<void> {
    await this.locator("[role=status]", { hasText: text }).waitFor();
  }

  /** Notices a text from now on, also if it is gone at once; resolves to a function that waits for it. */
  async watchFor(text: string): Promise<() => Promise<void>> {
    const script = `new MutationObserver(() => {
      if (document.body.textContent.includes(${JSON.stringify(text)})) document.body.dataset.seen = "yes";
    }).observe(document.body, { childList: true, subtree: true })`;
    await (await this.#frame()).evaluate(script);
    return () => this.locator("body[data-seen]").waitFor({ state: "attached" });
  }

  /** Throws if axe finds a fault in the view as it is now. */
  async accessible(): Promise<void> {
    await examined(await this.#frame());
  }

  async #frame(): Promise<Frame> {
    const frame = await (await this.locator("body").elementHandle())?.ownerFrame();
    if (!frame) throw new Error("the view has no frame");
    return frame;
  }
}

/** Throws if axe finds a fault in a page, or in a part of it. Some rules may be left out. */
export async function examined(frame: Frame, part = "html", leftOut: readonly string[] = []): Promise<void> {
  if (!(await frame.evaluate("'axe' in window"))) await frame.evaluate(AXE);
  const rules = Object.fromEntries(leftOut.map((id) => [id, { enabled: false }]));
  const { violations, passes } = await frame.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify({ rules })})`,
  );
  if (passes.length === 0) throw new Error("axe looked at nothing");
  const faults = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${impact} ${id}: ${html}\n${failureSummary}`),
  );
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** Waits until a condition holds. Rejects after a time limit. */
export async function until(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
  for (const limit = Date.now() + PATIENCE; Date.now() < limit; ) {
    if (await condition()) return;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw new Error(`waited in vain for ${what}`);
}
