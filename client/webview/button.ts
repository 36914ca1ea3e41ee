import type { PageButton, PageKey } from "../src/plan/page.ts";
import { element } from "./elements.ts";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** What the buttons of the page do when they are pressed. */
export type Press = (button: PageButton) => void;

/** An element for a button of the page. */
export function buttonOf(
  button: PageButton,
  press: Press,
  attributes: Record<string, string> = {},
): HTMLElement {
  const { id, text, spoken, key, isMain, isOff } = button;
  const made = element(
    "button",
    {
      type: "button",
      "data-id": id,
      class: isMain ? "main" : button.action.type === "open" ? "link" : undefined,
      "aria-label": spoken,
      "aria-keyshortcuts": key && shortcutOf(key),
      "aria-disabled": isOff === undefined ? undefined : "true",
      "aria-description": isOff,
      title: isOff,
      ...attributes,
    },
    element("span", {}, text),
  );
  if (key) made.append(element("kbd", { "aria-hidden": "true" }, keyText(key)));
  made.addEventListener("click", ({ detail }) => {
    // The second half of a double click would tick the next step too.
    if (!isMain || detail < 2) press(button);
  });
  return made;
}

/** Whether an event is the key of a button. A key that is held down counts once. */
export function isKeyOf({ key }: PageButton, event: KeyboardEvent): boolean {
  if (!key || event.key !== key.key || event.shiftKey) return false;
  const { alt, ctrl, meta } = modifiersOf(key);
  return event.altKey === alt && event.ctrlKey === ctrl && event.metaKey === meta;
}

function modifiersOf({ modifier }: PageKey) {
  return { alt: modifier === "alt", ctrl: modifier === "mod" && !isMac, meta: modifier === "mod" && isMac };
}

/** The key as `aria-keyshortcuts` has it. */
function shortcutOf(key: PageKey): string {
  const { alt, meta } = modifiersOf(key);
  return `${alt ? "Alt" : meta ? "Meta" : "Control"}+${key.key}`;
}

/** The key as it is printed on keyboards. */
function keyText({ modifier, text }: PageKey): string {
  if (isMac) return `${modifier === "alt" ? "⌥" : "⌘"}${text}`;
  return `${modifier === "alt" ? "Alt" : "Ctrl"}+${text}`;
}
