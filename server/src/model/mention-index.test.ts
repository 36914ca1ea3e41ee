import fc from "fast-check";
import { expect, test } from "vitest";
import { converted } from "../schema/convert.ts";
import { kinds } from "../schema/kinds.ts";
import { changeFile, type File, fileText, parseFile } from "../syntax/file.ts";
import { MentionIndex } from "./mention-index.ts";

const convertedValue = (text: string) =>
  converted(parseFile("file:///a/etablissement.pronote.yaml", text)).value;

function mentionsIn(text: string): MentionIndex {
  const mentions = new MentionIndex();
  mentions.update(convertedValue(text));
  return mentions;
}

/** The names, with their kinds, that only one of two texts mentions. */
function changed(before: string, after: string): readonly string[] {
  const names = mentionsIn(before).update(convertedValue(after));
  return [...names].flatMap(([kind, all]) => [...all].map((name) => `${kind} ${name}`)).sort();
}

test("a name is mentioned by a value, by an item of a list, and by a key", () => {
  const mentions = mentionsIn(
    "classes: { 6A: { niveau: 6e, professeur-principal: petit, services: { FRANC: [martin, roux] } } }\n",
  );
  expect(mentions.names("niveaux")).toEqual(["6e"]);
  expect(mentions.names("professeurs")).toEqual(["petit", "martin", "roux"]);
  expect(mentions.names("matieres")).toEqual(["FRANC"]);
  expect(mentions.names("salles")).toEqual([]);
  expect(mentions.has("professeurs", "roux")).toBe(true);
  expect(mentions.has("professeurs", "6e")).toBe(false);
  expect(mentions.has("salles", "roux")).toBe(false);
});

test("a key mentions nothing if it is removed, or if its value names what is meant", () => {
  const mentions = mentionsIn(
    "classes: { 6A: { services: { FRANC: ~, LATIN-1: { matiere: LATIN }, EPS: { matiere: }, ARTS: } } }\n",
  );
  expect(mentions.names("matieres")).toEqual(["LATIN", "ARTS"]);
});

test("an unknown value may mention any name", () => {
  expect(mentionsIn("classes: { 6A: { niveau: 6e } }\n").open).toBe(false);
  expect(mentionsIn("classes: { 6A: { niveau: [6e] } }\n").open).toBe(true);
  expect(mentionsIn("classes: { 6A: { services: [6e] } }\n").open).toBe(true);
  expect(mentionsIn("classes:\n  6A: { niveau: 6e\n  6B: {}\n").open).toBe(true);
});

test("only names are reported that were not mentioned before, or no longer are", () => {
  const both = "classes: { 6A: { niveau: 6e }, 6B: { niveau: 6e } }\n";
  expect(changed(both, both)).toEqual([]);
  expect(changed(both, "classes: { 6A: { niveau: 6e }, 6B: {} }\n")).toEqual([]);
  expect(changed(both, "classes: { 6A: { niveau: 5e }, 6B: {} }\n")).toEqual(["niveaux 5e", "niveaux 6e"]);
  expect(changed("classes: {}\n", both)).toEqual(["niveaux 6e"]);
  expect(changed(both, "")).toEqual(["niveaux 6e"]);
});

/** Too many names for the map around to include them. */
const MANY = Array.from({ length: 40 }, (_, i) => `M${i}: p${i}`).join(", ");

test("adding or removing a section reports all names in it", () => {
  const text = `classes: { 6A: { services: { ${MANY} } } }\n`;
  expect(changed("", text)).toHaveLength(80);
  expect(changed(text, "")).toEqual(changed("", text));
  const more = text.replace("6A:", "6B: { services: { M0: p99 } }, 6A:");
  expect(changed(text, more)).toEqual(["professeurs p99"]);
  expect(changed(more, text)).toEqual(["professeurs p99"]);
  const twice = `classes: { 6A: { services: { ${MANY} } }, 6B: { services: { ${MANY.replaceAll("p", "q")} } } }\n`;
  expect(changed(text, twice)).toHaveLength(40);
  expect(changed(twice, text)).toHaveLength(40);
});

test("a name is mentioned as long as one of several aliases mentions it", () => {
  const classes = (...names: readonly string[]) =>
    `x: &c { services: { ${MANY} } }\nclasses: { ${names.map((name) => `${name}: *c`).join(", ")} }\n`;
  const mentions = mentionsIn(classes());
  const follow = (text: string) => mentions.update(convertedValue(text)).get("professeurs")?.size;
  expect(follow(classes("6A", "6B"))).toBe(40);
  expect(follow(classes("6A", "6B", "6C"))).toBeUndefined();
  expect(follow(classes("6C"))).toBeUndefined();
  expect(follow(classes())).toBe(40);
  expect(mentions.names("professeurs")).toEqual([]);
});

const TEXT = [
  "matieres: { FRANC: { libelle: F }, MATHS: { libelle: M } }",
  "classes:",
  ...Array.from({ length: 34 }, (_, i) => `  C${i}: { niveau: N${i % 3}, services: { M${i}: p${i % 7} } }`),
  "groupes-eleves:",
  "  G1: { classes: [C1, C2], services: { M1: p1, M2: { matiere: M3 } } }",
  "",
].join("\n");
const LINES = [
  "  C0: { niveau: N9, services: { M0: [p0, p9] } }",
  "  C0: { services: { M0: p1, M1: p1, M2: p1 } }",
  "  C0: { services: &s { M8: p8 } }",
  "  D0: { services: *s }",
  "  D0: { services: [ }",
  "  D0: ~",
  "",
];
const edit = fc.record({ line: fc.nat(38), text: fc.constantFrom(...LINES), more: fc.boolean() });

test("after any edit, the names are those of the text parsed anew, and every change is reported", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      const mentions = new MentionIndex();
      let file = parseFile("file:///a/etablissement.pronote.yaml", TEXT);
      mentions.update(converted(file).value);
      for (const one of edits) {
        const before = namesOf(mentions);
        file = edited(file, one);
        const reported = mentions.update(converted(file).value);
        const now = namesOf(mentions);
        const afresh = mentionsIn(fileText(file));
        expect([...now].sort()).toEqual([...namesOf(afresh)].sort());
        expect(mentions.open).toBe(afresh.open);
        const changes = [...reported].flatMap(([kind, names]) => [...names].map((name) => `${kind} ${name}`));
        const others = [...now, ...before].filter((name) => !(now.has(name) && before.has(name)));
        expect(changes.sort()).toEqual(others.sort());
      }
    }),
    { numRuns: 10 },
  );
});

function edited(file: File, { line, text, more }: { line: number; text: string; more: boolean }): File {
  const character = fileText(file).split("\n")[line]?.length ?? 0;
  const end = { line, character: more ? 0 : character };
  return changeFile(file, { start: { line, character: 0 }, end }, more ? `${text}\n` : text);
}

function namesOf(mentions: MentionIndex): Set<string> {
  return new Set([...kinds.keys()].flatMap((kind) => mentions.names(kind).map((name) => `${kind} ${name}`)));
}
