import { localizerFor } from "../../base/localize.ts";
import { type Language, type Localize, type LocalizedText, message } from "../../base/message.ts";
import { isCovered } from "../../checklist/coverage.ts";
import { summaryOf } from "../../rules/api/page.ts";
import { items, phases } from "../../schema/checklist.ts";
import { code, meaningOf } from "../../schema/describe.ts";
import { keysBelow, type LanguageKey, languageKeyAt } from "../../schema/language-keys.ts";
import type { Schema } from "../../schema/schema.ts";
import { examplesOn } from "./key-examples.ts";
import { factsOn } from "./key-facts.ts";
import type { PageLinks } from "./page-links.ts";
import { rulesOn } from "./rules-on-keys.ts";

/** How the page on a key is made. */
interface PageStyle {
  readonly language: Language;
  readonly links: PageLinks;
}

/** The page on a key of the language as Markdown, made from data alone: schema, checklist and rules. */
export function keyPageMarkdown(key: LanguageKey, { language, links }: PageStyle): string {
  const { path, schema } = key;
  const localize = localizerFor(language);
  const title = schema.title ? localize(schema.title) : (path.at(-1) ?? "");
  const section = (heading: string, parts: readonly string[]) =>
    parts.length === 0 ? [] : [`## ${heading}`, ...parts];
  const list = (heading: string, lines: readonly string[]) =>
    section(heading, lines.length === 0 ? [] : [bullets(lines)]);
  return [
    `# ${title}`,
    ...(path.length > 0 ? [trail(key, links, localize)] : []),
    ...(schema.description ? [localize(schema.description)] : []),
    bullets(factsOn(key, links).map(localize)),
    ...list(localize(message("Values")), valueLines(schema.items ?? schema, localize)),
    ...section(localize(message("Example")), exampleParts(key, localize)),
    ...list(localize(message("Keys")), keyLines(key, links, localize)),
    ...list(localize(message("Steps of the rollout")), stepLines(key, localize)),
    ...list(
      localize(message("Rules")),
      rulesOn(key).map(({ id, docs }) => localize(titled(links.rule(id), summaryOf(docs, language)))),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

/** The keys that lead to it from the whole file, each a link. */
function trail({ path }: LanguageKey, links: PageLinks, localize: Localize): string {
  const above = path.map((_, at) => path.slice(0, at));
  const parts = above.map((to) => links.key(to, to.length === 0 ? wholeFile(localize) : code(to.at(-1))));
  return [...parts, code(path.at(-1))].join(" › ");
}

function wholeFile(localize: Localize): string {
  const { title } = languageKeyAt([])?.schema ?? {};
  return title ? localize(title) : "…";
}

/** The values that it takes or that are proposed, each with its meaning. */
function valueLines(schema: Schema, localize: Localize): readonly string[] {
  return (schema.enum ?? schema.suggestions ?? []).map((value) => {
    const meaning = meaningOf(schema, value).map(localize);
    return meaning.length > 0 ? localize(titled(code(value), meaning.join(". "))) : code(value);
  });
}

function exampleParts(key: LanguageKey, localize: Localize): readonly string[] {
  return examplesOn(key).flatMap(({ title, text }) => [
    ...(title ? [localize(title)] : []),
    `\`\`\`yaml\n${text}\`\`\``,
  ]);
}

function keyLines(key: LanguageKey, links: PageLinks, localize: Localize): readonly string[] {
  return keysBelow(key).map(({ path, schema }) => {
    const name = path.at(-1) ?? "";
    const shown = name === "*" ? localize(message("any name")) : code(name);
    const link = links.key(path, shown);
    return schema.title ? localize(titled(link, schema.title)) : link;
  });
}

function stepLines({ path }: LanguageKey, localize: Localize): readonly string[] {
  if (path.length === 0) return [];
  return items
    .filter((item) => isCovered(item, path))
    .map(({ title, longTitle = title, phase }) => {
      const its = phases.find(({ id }) => id === phase);
      return localize(its ? message("{0} ({1})", longTitle, its.title) : longTitle);
    });
}

function titled(name: string, meaning: string | LocalizedText) {
  return message("{0}: {1}", name, meaning);
}
