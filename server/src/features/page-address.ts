import type { KeyPath } from "../schema/checklist.ts";
import { languageKeyAt } from "../schema/language-keys.ts";
import { PAGE_SCHEME, RULE_PAGES } from "./page-protocol.ts";

// A page is addressed like a file, so that links between pages are relative as between files: an editor follows them.

/** What a page is about. */
export type PageSubject = { readonly rule: string } | { readonly key: KeyPath };

/** The URI of the page on a rule, which our own client shows. */
export function rulePageUri(rule: string): string {
  return `${PAGE_SCHEME}:${rulePath(rule)}.md`;
}

/** The URI of the page on a key of the language; `*` in its path stands for names. */
export function keyPageUri(key: KeyPath): string {
  return `${PAGE_SCHEME}:${keyPath(key).replaceAll("*", "%2A")}.md`;
}

/** What the page at the path of such a URI is about; `undefined` if there is no such key. That a rule exists is not said. */
export function pageSubjectAt(path: string): PageSubject | undefined {
  const page = path.replace(/\.md$/, "");
  if (page.startsWith(RULE_PAGES)) return { rule: page.slice(RULE_PAGES.length) };
  if (!page.startsWith(KEY_PAGES)) return undefined;
  const names = page.slice(KEY_PAGES.length);
  const key = languageKeyAt(names === WHOLE ? [] : names.split("/"));
  return key && { key: key.path };
}

/** The link from the page on a key to that on a rule. */
export function linkToRule(from: KeyPath, rule: string): string {
  return relative(keyPath(from), rulePath(rule));
}

/** The link from the page on a key to that on another one. */
export function linkToKey(from: KeyPath, to: KeyPath): string {
  return relative(keyPath(from), keyPath(to));
}

/** The folder of the pages on keys: each map is a folder, whose page stands beside it. */
const KEY_PAGES = "/keys/";
/** The name of the page on a whole file. No section is called so. */
const WHOLE = "index";

function rulePath(rule: string): string {
  return `${RULE_PAGES}${rule}`;
}

function keyPath(key: KeyPath): string {
  return `${KEY_PAGES}${key.length > 0 ? key.join("/") : WHOLE}`;
}

function relative(fromPage: string, toPage: string): string {
  const [from, to] = [fromPage.split("/"), toPage.split("/")];
  const folder = from.slice(0, -1);
  const differs = folder.findIndex((name, at) => name !== to[at]);
  // The last name of the target is that of the page, never of a folder on the way.
  const shared = Math.min(differs < 0 ? folder.length : differs, to.length - 1);
  return `${[...folder.slice(shared).map(() => ".."), ...to.slice(shared)].join("/")}.md`;
}
