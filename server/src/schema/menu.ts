import { type LocalizedText, type Message, message } from "../base/message.ts";

/** PRONOTE's menu path of something: one for all versions, or by the year of the version in which it was seen. */
export type Menu = string | { readonly [year: string]: string };

/** A path, and the year in which it was seen; no year where it has not moved. */
export interface MenuPath {
  readonly path: string;
  readonly year?: string;
}

/** The year of a path that is newer than the others, although nobody knows since when. */
export const RECENT = "recent";

/** The path in the version of a year, else in the nearest that is known; without a year the newest. */
export function menuIn(menu: Menu, year: string | undefined): MenuPath {
  if (typeof menu === "string") return { path: menu };
  const years = Object.keys(menu).sort();
  const [first = ""] = years;
  const known =
    year === undefined
      ? years.at(-1)
      : years.findLast((one) => (one === RECENT ? first < year : one <= year));
  const chosen = known ?? first;
  return { path: menu[chosen] ?? "", year: chosen };
}

/** The path in the version of a year; one that was seen in another year's, or nobody knows since when, says so. */
export function menuText(menu: Menu, year: string | undefined): Message | LocalizedText {
  const { path, year: seen } = menuIn(menu, year);
  const shown = punctuated(path);
  if (seen === undefined || seen === year) return shown;
  return seen === RECENT
    ? message("{0} (recent versions; the first is not known)", shown)
    : message("{0} (seen in {1})", shown, seen);
}

/** What one clicks through in the version of a year: the path without years, and without the remarks in brackets in it. */
export function menuClicks(menu: Menu, year: string | undefined): string {
  return menuIn(menu, year).path.replace(/ \([^()]*\)/g, "");
}

/** The last step of the path in the version of a year: the name of its screen. */
export function menuTitle(menu: Menu, year: string | undefined): LocalizedText {
  return punctuated(menuIn(menu, year).path.split(" > ").at(-1) ?? "");
}

/** Several paths, with the punctuation of each language between them. */
function punctuated(path: string): LocalizedText {
  return { en: path.replaceAll(" ; ", "; "), fr: path.replaceAll(" ; ", "\u00a0; ") };
}
