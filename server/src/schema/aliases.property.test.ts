import fc from "fast-check";
import { expect, test } from "vitest";
import { changeFile, type File, fileText, parseFile, rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";
import { converted } from "./convert.ts";
import type { SemanticIndex } from "./semantic-index.ts";
import type { Value } from "./value.ts";

const URI = "file:///a/etablissement.pronote.yaml";
const FILLING = Array.from({ length: 34 }, (_, i) => i);

/** Sections long enough to be split into blocks, one in the other, with anchors and aliases in all of them. */
const TEXT = `etablissement: { rne: 0759998K, nom: &nom Ancres }
x-modeles:
  seul: &a { professeurs: martin, coefficient: 2 }
matieres:
${FILLING.map((i) => `  M${i}: { libelle: ${["M", "&nom N", "*nom", "&a L"][i % 4]} }`).join("\n")}
niveaux:
  6e: &b
    services: &s
${FILLING.map((i) => `      M${i}: ${["&a { coefficient: 1 }", "*a", "&c { <<: *a, bonus: true }", "*c", "{ professeurs: *p }"][i % 5]}`).join("\n")}
      <<: *a
    periodicite: &p trimestriel
classes:
${FILLING.map((i) => `  C${i}: ${["{ services: *s }", "*b", "{ <<: *b, periodicite: *p }", "&b { services: { M1: *a } }", "&s { services: *s }"][i % 5]}`).join("\n")}
  6A:
    services: *s
`;
const PIECES = [
  "&a ",
  "&b ",
  "&s ",
  "&nom ",
  "*a",
  "*b",
  "*s",
  "*nom",
  "{ services: *s }",
  "<<: *b",
  "x",
  "",
];
const LINES = TEXT.split("\n").length;

const HOW = ["before the value", "at the end", "moved", "moved", "repeated", "removed", "deeper"] as const;

interface Edit {
  readonly line: number;
  readonly how: (typeof HOW)[number];
  readonly piece: string;
  readonly to: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  line: fc.nat(LINES),
  how: fc.constantFrom(...HOW),
  piece: fc.constantFrom(...PIECES),
  to: fc.nat(LINES),
});

test("after any edits, aliases resolve as in the same text parsed anew", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      let file = parseFile(URI, TEXT);
      converted(file);
      for (const one of edits) {
        file = edited(file, one);
        expect(dump(file)).toBe(dump(parseFile(URI, fileText(file))));
      }
    }),
    { numRuns: Number(process.env["FUZZ"] ?? 60) },
  );
});

test("changing an entry with an anchor of the same name leaves the aliases above it as they are", () => {
  const line = (start: string) => TEXT.split("\n").findIndex((text) => text.startsWith(start));
  let file = parseFile(URI, TEXT);
  converted(file);
  file = replaced(file, [line("  C6:"), 6], [line("  C6:"), 6], "&a ");
  converted(file);
  file = replaced(file, [line("  6e:"), 6], [line("  6e:"), 8], "");
  expect(dump(file)).toBe(dump(parseFile(URI, fileText(file))));
});

function edited(file: File, { line, how, piece, to }: Edit): File {
  const text = fileText(file).split("\n")[line] ?? "";
  const value = text.indexOf(": ") + 2;
  switch (how) {
    case "before the value":
      return replaced(file, [line, value], [line, value], piece);
    case "at the end":
      return replaced(file, [line, text.length], [line, text.length], ` ${piece}`);
    case "deeper":
      return replaced(file, [line, 0], [line, 0], "  ");
    case "removed":
      return replaced(file, [line, 0], [line + 1, 0], "");
    case "repeated":
      return replaced(file, [to, 0], [to, 0], `${text}\n`);
    default:
      return replaced(edited(file, { line, how: "removed", piece, to }), [to, 0], [to, 0], `${text}\n`);
  }
}

type Place = readonly [line: number, character: number];

function replaced(file: File, from: Place, to: Place, text: string): File {
  const [start, end] = [from, to].map(([line, character]) => ({ line, character }));
  return start && end ? changeFile(file, { start, end }, text) : file;
}

/** The value and the index of a file as text, with positions. */
function dump(file: File): string {
  const at = (span: Span) => Object.values(rangeOf(file, span).start).join(":");
  const value = (one: Value): unknown => {
    if (one.kind === "map")
      return [one.nodes.map(at), [...one.entries].map(([name, { value: below }]) => [name, value(below)])];
    if (one.kind === "list") return [at(one.node), one.items.map((item) => value(item))];
    return [one.kind, one.kind === "leaf" && one.value, at(one.node)];
  };
  const index = ({ problems, mentions, declarations, below }: SemanticIndex): unknown => [
    problems.map((problem) => [problem.id, at(problem.at)]),
    mentions.map(({ node }) => at(node)),
    declarations.map(({ node }) => at(node)),
    below.map(index),
  ];
  const all = converted(file);
  return JSON.stringify([value(all.value), index(all.index)]);
}
