import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { pageOf } from "../../server/src/rules/api/page.ts";

/** A text that users read. One that stands in the code in one language only, or in both at once, has an empty other. */
export interface ShownText {
  /** The file that holds it, relative to the root. */
  readonly file: string;
  /** Where it stands in the file. */
  readonly place: string;
  readonly en: string;
  readonly fr: string;
}

type Json = { readonly [key: string]: unknown };
type Found = Omit<ShownText, "file">;

/** Where texts are, and how each kind of file is read. */
const SOURCES: readonly (readonly [folder: string, name: RegExp, read: (text: string) => Iterable<Found>])[] =
  [
    ["l10n", /^bundle\.l10n\.fr\.json$/, bundleTexts],
    ["server/src/rules", /^(?!README).*\.md$/, pageTexts],
    ["schemas", /(?:\.schema\.json|(?<!traceability)\.yaml)$/, (text) => textsIn(parse(text) as Json)],
    ["snippets", /\.json$/, snippetTexts],
  ];

/** All texts of the project below a root that users read, in the order of their files. */
export function shownTexts(root: string): readonly ShownText[] {
  return [...manifestTexts(root), ...SOURCES.flatMap((source) => [...textsBelow(root, ...source)])];
}

/** The texts that are not among those of another revision, wherever they stood there. */
export function changedTexts(now: readonly ShownText[], then: readonly ShownText[]): readonly ShownText[] {
  const known = new Set(then.map(({ en, fr }) => `${en}\0${fr}`));
  return now.filter(({ en, fr }) => !known.has(`${en}\0${fr}`));
}

/** The list as Markdown to read: a heading for each file, then each text in French and in English. */
export function printedTexts(texts: readonly ShownText[]): string {
  return [...new Set(texts.map(({ file }) => file))]
    .map((file) => {
      const below = texts.filter((text) => text.file === file);
      const entries = below.map(({ place, en, fr }) =>
        [place, ...[fr, en].filter((text) => text !== "").map((text) => `  ${text}`)].join("\n"),
      );
      return [`## ${file}`, ...entries].join("\n\n");
    })
    .join("\n\n\n")
    .concat("\n");
}

function* textsBelow(
  root: string,
  folder: string,
  name: RegExp,
  read: (text: string) => Iterable<Found>,
): Generator<ShownText> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  for (const file of files.filter((one) => name.test(basename(one))).toSorted()) {
    const text = readFileSync(join(root, folder, file), "utf8");
    for (const one of read(text)) yield { file: join(folder, file), ...one };
  }
}

function* manifestTexts(root: string): Generator<ShownText> {
  const [en, fr] = ["package.nls.json", "package.nls.fr.json"].map(
    (file) => JSON.parse(readFileSync(join(root, file), "utf8")) as { readonly [name: string]: string },
  );
  for (const place of Object.keys({ ...en, ...fr }))
    yield { file: "package.nls.json", place, en: en?.[place] ?? "", fr: fr?.[place] ?? "" };
}

/** A message has no other place than its English text. */
function* bundleTexts(text: string): Generator<Found> {
  for (const [en, fr] of Object.entries(JSON.parse(text) as { readonly [english: string]: string }))
    yield { place: "-", en, fr };
}

/** The two languages of a page. */
function* pageTexts(markdown: string): Generator<Found> {
  const { id, text } = pageOf(markdown);
  if (text.fr !== "" || text.en !== "") yield { place: id, ...text };
}

/** Titles and descriptions, in `x-fr` in French, and all texts that are written in both languages at one place. */
function* textsIn(value: unknown, path: readonly string[] = []): Generator<Found> {
  if (typeof value !== "object" || value === null) return;
  const node = value as Json;
  const place = path.join("/");
  if (typeof node["en"] === "string" || typeof node["fr"] === "string")
    yield { place, en: String(node["en"] ?? ""), fr: String(node["fr"] ?? "") };
  const french = (node["x-fr"] ?? {}) as Json;
  for (const keyword of ["title", "description"])
    if (typeof node[keyword] === "string" || typeof french[keyword] === "string")
      yield { place: `${place}: ${keyword}`, en: textOf(node[keyword]), fr: textOf(french[keyword]) };
  for (const [key, below] of Object.entries(node)) {
    if (key !== "x-fr") yield* textsIn(below, [...path, nameOf(key, below)]);
  }
}

/** An item of a list is found by its own key rather than by its number. */
function nameOf(key: string, value: unknown): string {
  const { slug } = (value ?? {}) as { readonly slug?: unknown };
  return typeof slug === "string" ? slug : key;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A snippet is described in both languages at once. */
function* snippetTexts(text: string): Generator<Found> {
  for (const [name, { description = "" }] of Object.entries(
    JSON.parse(text) as { readonly [name: string]: { readonly description?: string } },
  ))
    yield { place: name, en: "", fr: description };
}
