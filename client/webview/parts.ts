import type { PageNotice, PageScreen, PageTable, PageValue } from "../src/plan/page.ts";
import { buttonOf, type Press } from "./button.ts";
import { element } from "./elements.ts";
import { gridOf } from "./grid.ts";

/** Something that a person has to know at this moment. */
export function noticeOf({ kind, text, buttons }: PageNotice, lang: string, press: Press): HTMLElement {
  const made = element("div", { class: `notice ${kind}`, lang }, element("p", {}, text));
  if (buttons.length > 0)
    made.append(element("ul", {}, ...buttons.map((button) => element("li", {}, buttonOf(button, press)))));
  return made;
}

/** A screen of PRONOTE with what to enter on it. */
export function screenOf(screen: PageScreen, press: Press): HTMLElement {
  const { title, path, pathNote, buttons, values, tables } = screen;
  const made = element("section", {});
  if (title !== "") made.append(element("h2", {}, title));
  if (path !== undefined) made.append(element("p", { class: "path" }, path));
  if (pathNote !== undefined) made.append(element("p", { class: "path" }, pathNote));
  made.append(...rowOfButtons(buttons.map((button) => buttonOf(button, press))));
  if (values.length > 0) made.append(element("dl", {}, ...values.map((value) => valueRow(value, press))));
  made.append(...tables.map((table) => tableOf(table, press)));
  return made;
}

function valueRow({ label, value, notes, buttons }: PageValue, press: Press): HTMLElement {
  const text = element("dd", { class: "value" }, element("span", {}, value));
  text.append(...notes.map((note) => element("small", {}, note)));
  const row = element("div", {}, element("dt", {}, label), text);
  if (buttons.length > 0)
    row.append(element("dd", { class: "row" }, ...buttons.map((button) => buttonOf(button, press))));
  return row;
}

function tableOf(table: PageTable, press: Press): HTMLElement {
  return element(
    "div",
    { class: "table" },
    element("h3", {}, table.title),
    ...rowOfButtons(table.buttons.map((button) => buttonOf(button, press))),
    gridOf(table, press),
    element("p", { class: "hint" }, table.hint),
  );
}

function rowOfButtons(buttons: readonly HTMLElement[]): readonly HTMLElement[] {
  return buttons.length === 0 ? [] : [element("div", { class: "row" }, ...buttons)];
}
