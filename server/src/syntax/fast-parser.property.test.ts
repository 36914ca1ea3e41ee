import fc from "fast-check";
import { expect, test } from "vitest";
import { bare } from "./blocks.ts";
import { parseFast } from "./fast-parser.ts";
import type { Block } from "./tree.ts";
import { parseLeaf } from "./yaml-adapter.ts";

const SAMPLE = `classes: &c
  6E1: { niveau: 6e, professeur-principal: martin, services: { FRANC: [martin, roux], "EPS": roux } }
  # a comment
  6E2:
    niveau: 6e # why

    libelle: "Sixième 2"
    nom: 'l''école'
    services: *c
    vide:
    tilde: ~
    texte: http://exemple.fr/a:b#c
    heure: 08:30
    liste:
    - a
    - [b, c]
  6E3: {}
  6E4:   # nothing beside
    services: {
      FRANC: { professeurs: [martin,
          roux] }, # behind a comma

      # alone
      "EPS": roux , MATHS:
        perrin,
     }
    liste: &modèle-1
      - [ a
        , b # c
        ]
      - *modèle-1
    libelle:
      { a: "b", c: 'd' }
    seul:\u0020
    texte: |
      Une ligne:

        # pas un commentaire
      - fin

    autre: >-
      Une phrase
      sur deux lignes.

      Fin.
    # why
    dernier: |-
      x
`;
const LINES = SAMPLE.split("\n").length;
const RUNS = Number(process.env["FUZZ"] ?? 3000);
const FRAGMENTS = [
  " ",
  "  ",
  "\n",
  ":",
  ": ",
  "- ",
  "#",
  " #",
  "'",
  '"',
  "[",
  "]",
  "{",
  "}",
  ",",
  ", ",
  "&x ",
  "*x",
  "|",
  ">",
  "\\",
  "-",
  "?",
  "? ",
  "!",
  "%",
  "@",
  "`",
  "~",
  "\r\n",
  "é",
  "\t",
  "---\n",
  "<<: ",
  "a",
  "b: 1",
  "\n    - x",
  "\n  k: v",
  "[]",
  "{}",
  "-1",
  "a:b",
  "a: b",
  " |\n",
  " >-\n",
  "\n\n",
  "\n      ",
  " # c\n",
  ",\n      ",
  "\n  }",
];

test("the fast parser gives the same result as `yaml` for each text that it accepts", () => {
  let accepted = 0;
  const edit = fc.record({
    at: fc.nat(SAMPLE.length),
    cut: fc.nat(6),
    text: fc.constantFrom(...FRAGMENTS, ""),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), fc.nat(LINES), fc.nat(12), (edits, from, lines) => {
      let text = SAMPLE.split("\n")
        .slice(from, from + lines + 1)
        .join("\n");
      for (const { at, cut, text: newText } of edits) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + newText + text.slice(place + cut);
      }
      const block = bare("file:///a.yaml", text);
      const plain = parseFast(block);
      if (!plain) return;
      accepted++;
      const { root, faults, anchors, aliases } = parseLeaf(block);
      expect(faults).toEqual([]);
      expect(shape(plain)).toEqual(shape({ root, anchors, aliases }));
    }),
    { numRuns: RUNS },
  );
  expect(accepted).toBeGreaterThan(RUNS / 30);
});

test("the fast parser accepts an ordinary configuration", () => {
  expect(parseFast(bare("file:///a.yaml", SAMPLE))).toBeDefined();
  expect(parseFast(bare("file:///a.yaml", SAMPLE.replaceAll("\n", "\r\n")))).toBeDefined();
});

test.each(["a: { b: c\n# c\n }\n"])("the fast parser does not accept what `yaml` rejects: %j", (text) => {
  const block = bare("file:///a.yaml", text);
  expect(parseLeaf(block).faults).not.toEqual([]);
  expect(parseFast(block)).toBeUndefined();
});

function shape(value: unknown): unknown {
  const seen = (key: string, inner: unknown): unknown =>
    key === "block" ? (inner as Block | undefined)?.uri : inner;
  return JSON.parse(JSON.stringify(value, seen));
}
