import type { KeyPath } from "../../schema/checklist.ts";
import { linkToKey, linkToRule } from "../page-address.ts";

/** How a page names other pages, in Markdown. */
export interface PageLinks {
  readonly key: (path: KeyPath, text: string) => string;
  readonly rule: (id: string) => string;
}

/** Links from the page on a key, where pages are documents. */
export function linksFrom(from: KeyPath): PageLinks {
  return {
    key: (path, text) => `[${text}](${linkToKey(from, path)})`,
    rule: (id) => `[${id}](${linkToRule(from, id)})`,
  };
}

/** Where a page stands alone: no links. */
export const noLinks: PageLinks = { key: (_, text) => text, rule: (id) => `\`${id}\`` };
