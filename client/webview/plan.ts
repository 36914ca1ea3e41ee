import type { PlanAction } from "../src/plan/action.ts";
import { isPlanMessage } from "../src/plan/message.ts";
import type { PageButton, PlanPage } from "../src/plan/page.ts";
import type { PlanSpot } from "../src/plan/spot.ts";
import { buttonOf, isKeyOf } from "./button.ts";
import { element, type PageBlock, show } from "./elements.ts";
import { noticeOf, screenOf } from "./parts.ts";

/** What VS Code offers to the script of a view. */
declare function acquireVsCodeApi(): {
  postMessage(action: PlanAction): void;
  setState(spot: PlanSpot): void;
};

const editor = acquireVsCodeApi();
const head = element("header", {});
const main = element("main", {});
const buttons = element("div", { class: "buttons" });
const said = element("p", { role: "status" });
const choices = element("nav", {}, buttons);
// What is said is seen and heard also where nothing is left to choose.
document.body.append(head, main, element("footer", {}, choices, said));

let page: PlanPage | undefined;
/** Whether the title of the page is to get the focus once the view has it. */
let isToBegin = true;
/** The id of what had the focus last. */
let lastFocused: string | null = null;

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (!isPlanMessage(data)) return;
  if (data.type === "say") say(data.text);
  else render(data.page);
});
window.addEventListener("focus", () => {
  begin();
  // Whoever comes back from the palette or a file goes on where they were: the browser has forgotten it.
  // A list that was opened meanwhile keeps the focus: without it, VS Code closes that.
  if (document.hasFocus() && document.activeElement === document.body && lastFocused) restore(lastFocused);
});
document.addEventListener("focusin", ({ target }) => {
  if (target instanceof Element) lastFocused = target.getAttribute("data-id");
});
document.addEventListener("keydown", (event) => {
  const button = page?.buttons.find((one) => isKeyOf(one, event));
  if (!button) return;
  // Also keeps a focused button from being pressed, and a browser from going back.
  event.preventDefault();
  if (!event.repeat) press(button);
});
editor.postMessage({ type: "ready" });

function press({ action, isOff }: PageButton): void {
  if (isOff === undefined) editor.postMessage(action);
  else say(isOff);
}

/** Shows a short text, and lets screen readers say it, also if it is the same as before. */
function say(text: string): void {
  said.textContent = "";
  requestAnimationFrame(() => {
    said.textContent = text;
  });
}

function render(next: PlanPage): void {
  const isOther = page?.id !== next.id;
  // Without the focus of the page, an element that got it would take it away from where somebody writes.
  const focused = document.hasFocus() ? document.activeElement?.getAttribute("data-id") : undefined;
  page = next;
  editor.setState(next.spot);
  document.documentElement.lang = next.chromeLanguage;
  main.lang = next.contentLanguage;
  choices.setAttribute("aria-label", next.names.buttons);
  show(head, headBlocks(next));
  show(main, mainBlocks(next));
  show(buttons, next.buttons.map(blockOf));
  choices.hidden = next.buttons.length === 0;
  if (isOther) {
    isToBegin = true;
    said.textContent = "";
    window.scrollTo(0, 0);
    begin();
  } else if (focused && document.activeElement === document.body) restore(focused);
}

/** Puts the focus on the title of another page: Tab leads on from there, and screen readers say it. */
function begin(): void {
  if (!isToBegin || !document.hasFocus()) return;
  const title = main.querySelector("h1");
  if (!title) return;
  isToBegin = false;
  title.focus({ preventScroll: true });
}

/** What had the focus was made anew, or is gone. */
function restore(id: string): void {
  const same = document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  (same ?? main.querySelector("h1"))?.focus({ preventScroll: true });
}

function headBlocks({ school, position, tools }: PlanPage): readonly PageBlock[] {
  return [
    {
      id: "where",
      shows: [school, position],
      make: () =>
        element(
          "p",
          { class: "where" },
          element("strong", {}, school),
          ...(position === "" ? [] : [element("span", {}, position)]),
        ),
    },
    {
      id: "tools",
      shows: tools,
      make: () => element("div", { class: "row" }, ...tools.map((tool) => buttonOf(tool, press))),
    },
  ];
}

function mainBlocks({
  title,
  facts,
  notices,
  sentences,
  screens,
  chromeLanguage,
}: PlanPage): readonly PageBlock[] {
  return [
    { id: "title", shows: title, make: () => element("h1", { tabindex: "-1", "data-id": "title" }, title) },
    ...(facts.length === 0 ? [] : [{ id: "facts", shows: facts, make: () => listOf(facts) }]),
    ...notices.map((notice) => ({
      id: `notice ${notice.id}`,
      shows: [notice, chromeLanguage],
      make: () => noticeOf(notice, chromeLanguage, press),
    })),
    ...sentences.map((sentence, at) => ({
      id: `sentence ${at}`,
      shows: sentence,
      make: () => element("p", {}, sentence),
    })),
    ...screens.map((screen) => ({
      id: `screen ${screen.id}`,
      shows: screen,
      make: () => screenOf(screen, press),
    })),
  ];
}

function listOf(facts: readonly string[]): HTMLElement {
  return element("ul", { class: "facts" }, ...facts.map((fact) => element("li", {}, fact)));
}

function blockOf(button: PageButton): PageBlock {
  return { id: button.id, shows: button, make: () => buttonOf(button, press) };
}
