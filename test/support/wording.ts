import type { LocalizedText } from "../../server/src/base/message.ts";

/** The messages in the code, each with a file that contains it, and the calls whose text is no literal. */
export interface Wording {
  readonly texts: ReadonlyMap<string, string>;
  readonly unreadable: readonly string[];
}

/** A title or a description in the schema. */
export interface SchemaText {
  readonly path: string;
  readonly text: LocalizedText | undefined;
}

type Bundle = Readonly<Record<string, string>>;

/** A call of `message` or of VS Code's `l10n.t`, up to its text. */
const CALL = /(?<![\w.])(?:message|(?:vscode\.)?l10n\.t)\(\s*/g;
const LITERAL = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(?=\s*[,)])/;
/** The start of a line that is no call: a comment, or the declaration of the function. */
const NO_CALL = /^\s*(?:\/?\*|\/\/|(?:export )?function)/;

/** Finds the messages in sources, given by name. */
export function wordingOf(files: ReadonlyMap<string, string>): Wording {
  const texts = new Map<string, string>();
  const unreadable: string[] = [];
  for (const [file, source] of files) {
    for (const { 0: call, index } of source.matchAll(CALL)) {
      if (NO_CALL.test(source.slice(source.lastIndexOf("\n", index) + 1, index))) continue;
      const literal = LITERAL.exec(source.slice(index + call.length))?.[0];
      if (literal) texts.set(unquoted(literal), file);
      else unreadable.push(`${file}: ${source.slice(index, index + 60)}`);
    }
  }
  return { texts, unreadable };
}

/** The differences between the messages in the code and their translations. */
export function translationFaults(
  texts: ReadonlyMap<string, string>,
  translations: Bundle,
): readonly string[] {
  return [
    ...[...texts].flatMap(([text, file]) =>
      (Object.hasOwn(translations, text) ? translations[text] : "") === ""
        ? [`${file}: not translated: ${text}`]
        : [],
    ),
    ...Object.keys(translations).flatMap((text) => (texts.has(text) ? [] : [`said no more: ${text}`])),
    ...Object.entries(translations).flatMap(([text, translation]) =>
      placeholders(text) === placeholders(translation) ? [] : [`other arguments: ${text}: ${translation}`],
    ),
  ];
}

/** English texts with French quotes or punctuation. */
export function foreignQuotes(texts: Iterable<string>): readonly string[] {
  return [...texts].filter((text) => /[«»]|\u00a0/.test(text));
}

/** Names that are in only one of two bundles, and names without a text. */
export function bundleFaults(one: Bundle, other: Bundle): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => (one[name] ?? "") === "" || (other[name] ?? "") === "",
  );
}

/** The names of the texts that a manifest uses, sorted. */
export function manifestNames(manifest: string): readonly string[] {
  return [...new Set(Array.from(manifest.matchAll(/%([\w.]+)%/g), ([, name = ""]) => name))].toSorted();
}

/** The paths of texts that are not in both languages. */
export function untranslated(texts: Iterable<SchemaText>): readonly string[] {
  return [...texts].filter(({ text }) => !text?.en || !text.fr).map(({ path }) => path);
}

function unquoted(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(u[0-9a-f]{4}|.)/gi, (_, code: string) =>
      code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : code === "n" ? "\n" : code,
    );
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\d+\}/g))].toSorted().join();
}
