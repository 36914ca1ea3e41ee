import { expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { fileText, rangeOf } from "../syntax/file.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import {
  declarationsIn,
  declarationsOf,
  declaredIn,
  meaningOfOccurrence,
  type Occurrence,
  occurrenceAt,
  occurrencesOf,
  occurrencesOfKinds,
} from "./symbols.ts";
import type { Workspace } from "./workspace.ts";

/** The occurrence at the cursor of a fixture. */
function atCursor(source: string) {
  const { context, position } = fixture(source);
  const node = nodePathTo(context.file, position)?.node;
  return { ...context, use: node && occurrenceAt(context.file, node, position) };
}

/** The positions of occurrences: the folder of the file, the line, the text, and `!` for a declaration. */
function positionsOf({ files }: Workspace, uses: readonly Occurrence[]): readonly string[] {
  return uses.map(({ at, declares }) => {
    const file = files.get(at.block.uri)!;
    const { start, end } = rangeOf(file, at);
    const [folder] = file.uri.slice(ROOT.length + 1).split(/[/.]/, 1);
    const text = fileText(file).split("\n")[start.line]?.slice(start.character, end.character);
    return `${folder} ${start.line + 1} ${text}${declares ? "!" : ""}`;
  });
}

/** All occurrences of the name at the cursor. */
function allOccurrences(source: string): readonly string[] {
  const { workspace, snapshot, use } = atCursor(source);
  return use ? positionsOf(workspace, occurrencesOf(workspace, snapshot, use).uses) : [];
}

const SCHOOL = "niveaux: { 6e: {} }\nclasses: { 6A: { niveau: 6e }, 6B: { niveau: 5e } }\n";

test("an occurrence has a name, kinds, and whether it is a declaration", () => {
  expect(atCursor(SCHOOL.replace("6e", "6$0e")).use).toMatchObject({
    name: "6e",
    kinds: ["niveaux"],
    declares: true,
  });
  expect(atCursor(SCHOOL.replace("niveau: 6e", "niveau: 6$0e")).use).toMatchObject({
    name: "6e",
    kinds: ["niveaux"],
    declares: false,
  });
  expect(atCursor(SCHOOL.replace("niveau: 5e", "niveau: 5$0e")).use).toMatchObject({
    name: "5e",
    declares: false,
  });
  expect(atCursor(SCHOOL.replace("niveau: 5e", "niv$0eau: 5e")).use).toBeUndefined();
  expect(atCursor("classes: { 6A: { services: $0{} } }\n").use).toBeUndefined();
});

test("names with composed and combining accents are the same", () => {
  const source = `matieres: { LATÍN$0: {} }\nclasses: { 6A: { services: { ${"LATÍN".normalize("NFD")}: x } } }\n`;
  expect(allOccurrences(source)).toEqual([
    "etablissement 1 LATÍN!",
    `etablissement 2 ${"LATÍN".normalize("NFD")}`,
  ]);
});

test("a name of several possible kinds refers to those that declare it, or to all if none does", () => {
  const group = (classes: string, more: string) =>
    atCursor(`${more}groupes-eleves: { LATIN: { classes: [${classes}] } }\n`);
  const meaning = ({ snapshot, use }: ReturnType<typeof atCursor>) =>
    use && meaningOfOccurrence(snapshot, use);
  expect(meaning(group("6$0e", SCHOOL))).toEqual(["niveaux"]);
  expect(meaning(group("6$0A", SCHOOL))).toEqual(["classes"]);
  const both = SCHOOL.replace("6A:", "6e:");
  expect(meaning(group("6$0e", both))).toEqual(["classes", "niveaux"]);
  expect(meaning(group("X$01", SCHOOL))).toEqual(["classes", "niveaux"]);
});

test("names that exist in every PRONOTE need no declaration", () => {
  const { snapshot, use } = atCursor("professeurs: { martin: { profil: Prof$0il 1 } }\n");
  expect(use && meaningOfOccurrence(snapshot, use)).toEqual(["profils-professeurs"]);
  expect(declarationsIn(snapshot, "Profil 1", ["profils-professeurs"])).toEqual([]);
});

test("declarations of different kinds with the same name are different symbols", () => {
  expect(allOccurrences("classes: { LATIN$0: {} }\nmatieres: { LATIN: {} }\n")).toEqual([
    "etablissement 1 LATIN!",
  ]);
});

const ACADEMIE = `
#- academie.pronote.yaml
matieres: { FR$0ANC: {} }
niveaux: { 6e: { services: { FRANC: {} } } }
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
classes: { 6A: { services: { FRANC: martin } } }
#- b/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
matieres: { FRANC: { libelle: Français } }
classes: { 6A: {} }
#- c/etablissement.pronote.yaml
classes: { 6A: { services: { FRANC: martin } } }
`;

test("a name that a base declares has occurrences in all its heirs, whichever file one starts from", () => {
  const all = ["a 2 FRANC", "academie 1 FRANC!", "academie 2 FRANC", "b 2 FRANC!"];
  expect([...allOccurrences(ACADEMIE)].sort()).toEqual(all);
  const fromHeir = ACADEMIE.replace("$0", "").replace("FRANC: martin", "FR$0ANC: martin");
  expect([...allOccurrences(fromHeir)].sort()).toEqual(all);
});

test("a name that no base contains belongs to one establishment", () => {
  const own = ACADEMIE.replace("$0", "").replace("6A:", "6A$0:").replace("6e: {", "6A: {");
  expect(allOccurrences(own)).toEqual(["a 2 6A!"]);
});

test("declarations are found first in the establishment's own files, then in its bases", () => {
  const { workspace, snapshot } = atCursor(
    ACADEMIE.replace("$0", "").replace("matieres: { FRANC: { lib", "matieres: { $0FRANC: { lib"),
  );
  expect(positionsOf(workspace, declarationsIn(snapshot, "FRANC", ["matieres"]))).toEqual([
    "b 2 FRANC!",
    "academie 1 FRANC!",
  ]);
  expect(declarationsIn(snapshot, "FRANC", ["niveaux"])).toEqual([]);
  expect(positionsOf(workspace, declaredIn(snapshot, "niveaux"))).toEqual(["academie 2 6e!"]);
  expect(positionsOf(workspace, declaredIn(snapshot, "matieres"))).toEqual([
    "b 2 FRANC!",
    "academie 1 FRANC!",
  ]);
});

test("declarations are in the order of the text, even after long maps", () => {
  const names = Array.from({ length: 60 }, (_, i) => `N${i}`);
  const { file } = atCursor(
    `classes:\n${names.map((name) => `  ${name}: {}\n`).join("")}niveaux: { 6e: {} }\n`,
  );
  expect(declarationsOf(file).map(({ name }) => name)).toEqual([...names, "6e"]);
});

const TICKED = `
profils-professeurs: { Profil A: {}, "B/~": {} }
deroulement:
  revue-profils-professeurs: { fait: 2026-09-01, empreinte: { profils-professeurs/Profil A: "1:00000000", "profils-professeurs/B~1~0": "1:00000000", hebergement/mode: "1:00000000" } }
`;

test("names occur in the paths of fingerprints, and can be looked up there", () => {
  const all = (source: string) => allOccurrences(source).map((one) => one.replace(/^\w+ /, ""));
  const paths = ["1 Profil A!", "3 Profil A"];
  expect(all(TICKED.replace("Profil A: {}", "Pro$0fil A: {}"))).toEqual(paths);
  expect(all(TICKED.replace('Profil A: "', 'Pro$0fil A: "'))).toEqual(paths);
  expect(all(TICKED.replace("professeurs/Profil A", "prof$0esseurs/Profil A"))).toEqual([]);
  expect(all(TICKED.replace('"B/~"', '"B/$0~"'))).toEqual(['1 "B/~"!', "3 B~1~0"]);
  expect(all(TICKED.replace("hebergement/mode", "hebergement/mo$0de"))).toEqual([]);
});

test("in the path of a fingerprint, the position decides which name is meant", () => {
  const { context, position } = fixture(TICKED.replace("professeurs/Profil A", "professeurs/Profil$0 A"));
  const node = nodePathTo(context.file, position)!.node;
  expect(occurrenceAt(context.file, node)).toBeUndefined();
  expect(occurrenceAt(context.file, node, position)).toMatchObject({ name: "Profil A" });
});

test("an unreadable fingerprint contains no names", () => {
  for (const tick of ["revue: fait", "revue: { empreinte: x }", "revue: { empreinte: }", "revue:"])
    expect(allOccurrences(`profils-professeurs: { A$0: {} }\nderoulement: { ${tick} }\n`)).toHaveLength(1);
  expect(allOccurrences("profils-professeurs: { A$0: {} }\nderoulement: x\n")).toHaveLength(1);
});

test("a name that stands once in a base is shared by all its heirs", () => {
  const heir = (name: string) => `
#- ${name}/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
classes: { 6A: { niveau: 6e } }
`;
  const source = `
#- base.pronote.yaml
niveaux: { 6e: {} }${heir("a")}${heir("b").replace("niveau: 6e", "niveau: 6$0e")}`;
  expect(allOccurrences(source).toSorted()).toEqual(["a 2 6e", "b 2 6e", "base 1 6e!"]);
});

test("the occurrences of a name are the same after few searches and after many", () => {
  const many = Array.from(
    { length: 150 },
    (_, at) => `  C${at}: { niveau: 6e, comme: C${(at * 7) % 150} }\n`,
  );
  const source = `
classes:
${many.join("")}
deroulement:
  services-par-classe: { empreinte: { classes/C7: "1:00000000" } }
`;
  const positions = (searches: number) => {
    const { context } = fixture(source);
    const names = Array.from({ length: searches }, (_, at) => `C${at + 20}`);
    for (const name of names) declarationsIn(context.snapshot, name, ["classes"]);
    return ["C7", "C0", "C149", "6e", "none"].map((name) =>
      occurrencesOfKinds(context.file, name, ["classes", "niveaux"]).map(({ at, declares }) => [
        rangeOf(context.file, at),
        declares,
      ]),
    );
  };
  const few = positions(0);
  expect(few.map(({ length }) => length)).toEqual([3, 2, 2, 150, 0]);
  expect(positions(30)).toEqual(few);
});
