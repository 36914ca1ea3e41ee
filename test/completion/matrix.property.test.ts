import { expect, test } from "vitest";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { ClientSupport } from "../../server/src/features/client-support.ts";
import { fullClientSupport } from "../../server/src/features/full-client-support.ts";
import { expandSnippet } from "../support/snippet.ts";
import { faultsAfter } from "./after.ts";
import { AskedText } from "./asked.ts";
import { expectedAt } from "./expected.ts";
import { type Accepted, accept, faultsOf } from "./judge.ts";
import { type SchemaNode, schemaNodes } from "./nodes.ts";
import { type PlaceOfText, places, type Wanted } from "./places.ts";
import { schoolContext } from "./school.ts";
import { type MarkedText, textAt } from "./text.ts";

/** Each kind of client: one that lists values by itself, one that shows tab stops only, one that shows none. */
const CLIENTS: readonly ClientSupport[] = [
  fullClientSupport,
  { ...fullClientSupport, commands: new Set() },
  { ...fullClientSupport, commands: new Set(), snippets: false },
];
/** What is neither a key nor a value. */
const OTHER: ReadonlySet<Wanted> = new Set(["alias", "directive"]);

const school = schoolContext();
const nodes = schemaNodes();

/** What a run of the matrix has seen. */
interface Figures {
  combinations: number;
  accepted: number;
  /** How many combinations offer nothing, by reason. */
  readonly nothing: { [why: string]: number };
}

test("at every kind of place, for every kind of schema node, what is offered is right and complete", () => {
  const figures: Figures = { combinations: 0, accepted: 0, nothing: {} };
  const faults = places.flatMap((place, index) =>
    nodes.flatMap((node) => {
      const marked = textAt(place, node, stepAt(index));
      const found = marked ? faultsAt(place, node, marked, figures) : [];
      return found.map((fault) => `${place.name} × ${node.path.join("/")}: ${fault}`);
    }),
  );
  const { combinations, accepted, nothing } = figures;
  process.stdout.write(
    `completion: ${places.length} places × ${nodes.length} kinds of node, ${combinations} of which exist; ` +
      `${accepted} items accepted, ${faults.length} faults\n`,
  );
  expect(faults.slice(0, 20)).toEqual([]);
  expect(nothing).toMatchInlineSnapshot(`
    {
      "YAML indents by spaces; the tab has a fix": 61,
      "a comma is missing": 61,
      "a comment is free text": 64,
      "a file has one document; the second is not read": 64,
      "a map is no text in quotes": 144,
      "a new name": 64,
      "a value stands already": 64,
      "all of it is text": 128,
      "any text or number is as good as another": 111,
      "every key is written": 3,
      "in quotes it is a text": 27,
      "it is no key": 61,
      "it is no value": 64,
      "no key of the map is known": 179,
      "no tag changes a value": 64,
      "the text that stands there would be lost": 48,
      "the value began above": 64,
      "the value is no list": 894,
    }
  `);
});

function faultsAt(
  place: PlaceOfText,
  node: SchemaNode,
  marked: MarkedText,
  figures: Figures,
): readonly string[] {
  figures.combinations++;
  const asked = new AskedText(school, marked.text, marked.cursor);
  const lists = CLIENTS.map((client) => asked.items(client));
  const [items = []] = lists;
  const labels = new Set(items.map(({ label }) => label));
  const expected = expectedAt(place, node, marked);
  if ("why" in expected) {
    figures.nothing[expected.why] = (figures.nothing[expected.why] ?? 0) + 1;
    return [...labels].map((label) => `offers ${label}, although ${expected.why}`);
  }
  const missing = expected.filter((label) => !labels.has(label));
  const accepted = OTHER.has(place.wants)
    ? []
    : lists.flatMap((list) => chosen(list, figures.combinations, list === items ? 3 : 1));
  figures.accepted += accepted.length;
  return [
    ...missing.map((label) => `does not offer ${label}`),
    ...accepted.flatMap((item) => faultsOfItem(place, node, marked, item)),
    ...otherLineEnds(marked, items),
  ];
}

/** Some items of a list, others at each place: one of each kind that it has. */
function chosen(items: readonly CompletionItem[], seed: number, most: number): readonly CompletionItem[] {
  const byKind = new Map<CompletionItemKind | undefined, CompletionItem>();
  for (let i = 0; i < items.length; i++) {
    const item = items[(i * 7 + seed) % items.length] ?? items[i];
    if (item && !byKind.has(item.kind)) byKind.set(item.kind, item);
  }
  const more = items[seed % Math.max(1, items.length)];
  return [...new Set([...byKind.values(), ...(more ? [more] : [])])].slice(0, most);
}

function faultsOfItem(
  place: PlaceOfText,
  node: SchemaNode,
  marked: MarkedText,
  item: CompletionItem,
): readonly string[] {
  const accepted = accept(marked, item);
  if (typeof accepted === "string") return [`${item.label}: ${accepted}`];
  const isSkeleton = item.kind === CompletionItemKind.Snippet;
  const found = faultsOf(place, node, marked, isSkeleton ? keysOf(item) : [item.label], accepted);
  const badly = node.path.length > 2 && !isIndented(accepted, stepAt(places.indexOf(place)));
  const after = isSkeleton ? [] : faultsAfter(school, place, node, item, accepted);
  return [...(badly ? ["it is badly indented"] : []), ...found, ...after].map(
    (fault) => `${item.label}: ${fault}, in ${JSON.stringify(accepted.text)}`,
  );
}

/** Every other place is in a file that indents by four spaces. */
function stepAt(index: number): number {
  return index % 2 === 0 ? 2 : 4;
}

/** Whether all lines that were inserted are indented by whole steps. */
function isIndented({ inserted }: Accepted, step: number): boolean {
  const [, ...lines] = inserted.split("\n");
  return lines.every((line) => line.search(/\S|$/) % step === 0);
}

/** The keys at the column of a skeleton: its label may be a title, and it may be of several sections. */
function keysOf({ textEdit }: CompletionItem): readonly string[] {
  const [first = "", ...others] = expandSnippet(textEdit?.newText ?? "")
    .text.trimStart()
    .split("\n");
  const column = textEdit && "range" in textEdit ? textEdit.range.start.character : 0;
  return [first, ...others.filter((line) => line.search(/\S/) === column)].map(
    (line) => line.trim().split(":")[0] ?? "",
  );
}

/** With the line ends of Windows, the same items insert the same. */
function otherLineEnds({ text, cursor }: MarkedText, items: readonly CompletionItem[]): readonly string[] {
  // A text of one line tells nothing about its line ends.
  if (!text.includes("\n")) return [];
  const crlf = (part: string) => part.replace(/\n/g, "\r\n");
  const before = crlf(text.slice(0, cursor));
  const asked = new AskedText(school, before + crlf(text.slice(cursor)), before.length);
  const wanted = items.map((item) => JSON.stringify(item).replaceAll("\\n", "\\r\\n"));
  const found = asked.items(fullClientSupport).map((item) => JSON.stringify(item));
  const other = wanted.findIndex((item, i) => item !== found[i]);
  if (found.length === wanted.length && other < 0) return [];
  return [`with line ends of Windows: ${found[other]} instead of ${wanted[other]}`];
}
