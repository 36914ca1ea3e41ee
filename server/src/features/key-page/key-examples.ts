import type { LocalizedText } from "../../base/message.ts";
import type { LanguageKey } from "../../schema/language-keys.ts";
import { filledIn, skeletons } from "../../schema/skeletons.ts";
import { type YamlContent, yamlText } from "../../schema/yaml-text.ts";

/** An example of how a key is written. */
export interface KeyExample {
  /** What it is an example of, if that needs to be said. */
  readonly title?: LocalizedText;
  /** YAML, with a line break at its end. */
  readonly text: string;
}

/** The examples that the data have for a key: those of the schema, and for a section the texts to start it with. */
export function examplesOn({ path, schema }: LanguageKey): readonly KeyExample[] {
  const [section, ...below] = path;
  const starts =
    below.length > 0
      ? []
      : skeletons
          .filter((one) => one.section === section)
          .map((one) => ({ title: one.title, text: `${filledIn(one)}\n` }))
          // A text with today's date is no example of any day.
          .filter(({ text }) => !text.includes("$CURRENT"));
  const [example] = schema.examples ?? [];
  return example === undefined || path.at(-1) === "*"
    ? starts
    : [{ text: yamlText(nested(path, contentOf(example))) }, ...starts];
}

/** The value at its key, in the keys around it up to the next name, for which an example would have to be invented. */
function nested(path: readonly string[], value: YamlContent): ReadonlyMap<string, YamlContent> {
  const known = path.slice(path.lastIndexOf("*") + 1);
  return known.reduceRight<ReadonlyMap<string, YamlContent>>(
    (below, key, at) => new Map([[key, at === known.length - 1 ? value : below]]),
    new Map(),
  );
}

function contentOf(value: unknown): YamlContent {
  if (Array.isArray(value)) return value.map(contentOf);
  if (typeof value !== "object" || value === null) return String(value);
  return new Map(Object.entries(value).map(([key, below]) => [key, contentOf(below)]));
}
