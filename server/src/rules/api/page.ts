import { localizerFor } from "../../base/localize.ts";
import {
  type Language,
  type Localize,
  type LocalizedText,
  type Message,
  message,
} from "../../base/message.ts";
import { citationsOf } from "../../schema/sources.ts";
import type { Rule } from "./rule.ts";

/** The parts of a rule's page. */
export interface RulePage {
  readonly id: string;
  readonly text: LocalizedText;
  /** Configurations that the rule reports, and such that no rule reports; a line `#- name` starts a new file. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
  /** The codes of the documents that say so; `schemas/sources.yaml` has their citations. */
  readonly source: string;
}

/** Splits a page into its parts; missing parts are empty. */
export function pageOf(docs: string): RulePage {
  const examples = (kind: string) =>
    docs
      .split(/^```/m)
      .filter((part) => part.startsWith(`yaml ${kind}\n`))
      .map((part) => part.slice(part.indexOf("\n") + 1));
  return {
    id: /^# (\S+)$/m.exec(docs)?.[1] ?? "",
    text: { fr: withFrenchSpaces(paragraph(docs, "fr")), en: paragraph(docs, "en") },
    bad: examples("bad"),
    good: examples("good"),
    source: /^Source: (.+)$/m.exec(docs)?.[1] ?? "",
  };
}

/** The codes in the source of a page. */
export function sourceCodes({ source }: Pick<RulePage, "source">): readonly string[] {
  return source
    .replace(/\.$/, "")
    .split(/,\s*/)
    .filter((code) => code !== "");
}

/** The text from the mark of a language to the next part of the page. */
function paragraph(docs: string, language: Language): string {
  const mark = `**${language}** `;
  const part = docs.split(/^(?=\*\*(?:fr|en)\*\* |```|Source: )/m).find((text) => text.startsWith(mark));
  return part?.slice(mark.length).trim() ?? "";
}

/** A French text with the spaces that do not break, which pages leave out so that they are easy to write. */
function withFrenchSpaces(text: string): string {
  return text.replace(/(?<=\S) (?=[:;!?»])|(?<=«) /g, "\u00a0");
}

/** The first sentence of a page, on one line; none ends within quotes or brackets. */
export function summaryOf(docs: string, language: Language): string {
  const line = pageOf(docs).text[language].replace(/[ \t\r\n]+/g, " ");
  return /^(?:“[^”]*”|«[^»]*»|\([^()]*\)|[^“«(])*?[.!?](?= \p{Lu}|$)/u.exec(line)?.[0] ?? line;
}

/** The severities as words of a language. */
export function severityWords(localize: Localize): Readonly<Record<Rule["severity"], string>> {
  return {
    error: localize(message("error")),
    warning: localize(message("warning")),
    information: localize(message("information")),
    hint: localize(message("hint")),
  };
}

/** The page of a rule in one language, as Markdown. */
export function rulePageMarkdown(
  { id, severity, docs }: Pick<Rule, "id" | "severity" | "docs">,
  language: Language,
): string {
  const { text, bad, good, source } = pageOf(docs);
  const localize = localizerFor(language);
  const [cited, ...others] = citationsOf(sourceCodes({ source }));
  const citations =
    cited && others.reduce<Message | LocalizedText>((list, one) => message("{0}; {1}", list, one), cited);
  const examples = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`## ${title}`, ...texts.map((example) => `\`\`\`yaml\n${example}\`\`\``)];
  return [
    `# ${id}`,
    `*${severityWords(localize)[severity]}*`,
    text[language],
    ...examples(localize(message("Reported")), bad),
    ...examples(localize(message("Right")), good),
    `## ${localize(message("To silence it"))}`,
    localize(
      message(
        "A comment on the line above silences it there, at the head of the file everywhere in it; say why. The setting “{0}” changes its severity or switches it off.",
        "rentree.rules",
      ),
    ),
    `\`\`\`yaml\n# rentree-ignore ${id}: …\n# rentree-ignore-file ${id}: …\n\`\`\``,
    ...(citations ? [localize(message("Source: {0}.", citations))] : []),
  ]
    .join("\n\n")
    .concat("\n");
}
