import type { Language } from "../base/message.ts";
import { rulePageMarkdown } from "../rules/api/page.ts";
import { ruleById } from "../rules/index.ts";
import { languageKeyAt } from "../schema/language-keys.ts";
import { keyPageMarkdown } from "./key-page/key-page.ts";
import { linksFrom } from "./key-page/page-links.ts";
import { pageSubjectAt } from "./page-address.ts";

/** The page of a rule, by its id, or the one at the path of a page's URI, as Markdown; null if there is none. */
export function pageMarkdown(name: string, language: Language): string | null {
  const subject = name.startsWith("/") ? pageSubjectAt(name) : { rule: name };
  if (subject && "key" in subject) {
    const key = languageKeyAt(subject.key);
    return key ? keyPageMarkdown(key, { language, links: linksFrom(key.path) }) : null;
  }
  const rule = subject && ruleById.get(subject.rule);
  return rule ? rulePageMarkdown(rule, language) : null;
}
