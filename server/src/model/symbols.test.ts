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
} from "./symbols.ts";
import type { Workspace } from "./workspace.ts";

/** The use of a name at the cursor of a fixture. */
function used(source: string) {
  const { context, position } = fixture(source);
  const node = nodePathTo(context.file, position)?.node;
  return { ...context, use: node && occurrenceAt(context.file, node, position) };
}

/** Where uses stand: the file's folder, the line, what stands there, and `!` where it is declared. */
function placed({ files }: Workspace, uses: readonly Occurrence[]): readonly string[] {
  return uses.map(({ at, declares }) => {
    const file = files.get(at.block.uri)!;
    const { start, end } = rangeOf(file, at);
    const [folder] = file.uri.slice(ROOT.length + 1).split(/[/.]/, 1);
    const text = fileText(file).split("\n")[start.line]?.slice(start.character, end.character);
    return `${folder} ${start.line + 1} ${text}${declares ? "!" : ""}`;
  });
}

/** Everywhere that the name at the cursor stands. */
function everywhere(source: string): readonly string[] {
  const { workspace, snapshot, use } = used(source);
  return use ? placed(workspace, occurrencesOf(workspace, snapshot, use).uses) : [];
}

const SCHOOL = "niveaux: { 6e: {} }\nclasses: { 6A: { niveau: 6e }, 6B: { niveau: 5e } }\n";

test("a use knows its name, its kinds, and whether it declares", () => {
  expect(used(SCHOOL.replace("6e", "6$0e")).use).toMatchObject({
    name: "6e",
    kinds: ["niveaux"],
    declares: true,
  });
  expect(used(SCHOOL.replace("niveau: 6e", "niveau: 6$0e")).use).toMatchObject({
    name: "6e",
    kinds: ["niveaux"],
    declares: false,
  });
  expect(used(SCHOOL.replace("niveau: 5e", "niveau: 5$0e")).use).toMatchObject({
    name: "5e",
    declares: false,
  });
  expect(used(SCHOOL.replace("niveau: 5e", "niv$0eau: 5e")).use).toBeUndefined();
  expect(used("classes: { 6A: { services: $0{} } }\n").use).toBeUndefined();
});

test("a name is the same however its accents are written", () => {
  const source = `matieres: { LATÍN$0: {} }\nclasses: { 6A: { services: { ${"LATÍN".normalize("NFD")}: x } } }\n`;
  expect(everywhere(source)).toEqual([
    "etablissement 1 LATÍN!",
    `etablissement 2 ${"LATÍN".normalize("NFD")}`,
  ]);
});

test("a name may be of several kinds; it means what is declared, else all of them", () => {
  const group = (classes: string, more: string) =>
    used(`${more}groupes-eleves: { LATIN: { classes: [${classes}] } }\n`);
  const meaning = ({ snapshot, use }: ReturnType<typeof used>) => use && meaningOfOccurrence(snapshot, use);
  expect(meaning(group("6$0e", SCHOOL))).toEqual(["niveaux"]);
  expect(meaning(group("6$0A", SCHOOL))).toEqual(["classes"]);
  const both = SCHOOL.replace("6A:", "6e:");
  expect(meaning(group("6$0e", both))).toEqual(["classes", "niveaux"]);
  expect(meaning(group("X$01", SCHOOL))).toEqual(["classes", "niveaux"]);
});

test("what PRONOTE has from the start need not be declared", () => {
  const { snapshot, use } = used("professeurs: { martin: { profil: Prof$0il 1 } }\n");
  expect(use && meaningOfOccurrence(snapshot, use)).toEqual(["profils-professeurs"]);
  expect(declarationsIn(snapshot, "Profil 1", ["profils-professeurs"])).toEqual([]);
});

test("a declaration of one kind is none of another kind of the same name", () => {
  expect(everywhere("classes: { LATIN$0: {} }\nmatieres: { LATIN: {} }\n")).toEqual([
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

test("a name of a base stands in all that stands on it, wherever one begins", () => {
  const all = ["a 2 FRANC", "academie 1 FRANC!", "academie 2 FRANC", "b 2 FRANC!"];
  expect([...everywhere(ACADEMIE)].sort()).toEqual(all);
  const fromHeir = ACADEMIE.replace("$0", "").replace("FRANC: martin", "FR$0ANC: martin");
  expect([...everywhere(fromHeir)].sort()).toEqual(all);
});

test("a name that no base has is that of one establishment", () => {
  const own = ACADEMIE.replace("$0", "").replace("6A:", "6A$0:").replace("6e: {", "6A: {");
  expect(everywhere(own)).toEqual(["a 2 6A!"]);
});

test("what is declared is found in the establishment's own files first, then in its bases", () => {
  const { workspace, snapshot } = used(
    ACADEMIE.replace("$0", "").replace("matieres: { FRANC: { lib", "matieres: { $0FRANC: { lib"),
  );
  expect(placed(workspace, declarationsIn(snapshot, "FRANC", ["matieres"]))).toEqual([
    "b 2 FRANC!",
    "academie 1 FRANC!",
  ]);
  expect(declarationsIn(snapshot, "FRANC", ["niveaux"])).toEqual([]);
  expect(placed(workspace, declaredIn(snapshot, "niveaux"))).toEqual(["academie 2 6e!"]);
  expect(placed(workspace, declaredIn(snapshot, "matieres"))).toEqual(["b 2 FRANC!", "academie 1 FRANC!"]);
});

test("a file declares in the order of its text, below long maps too", () => {
  const names = Array.from({ length: 60 }, (_, i) => `N${i}`);
  const { file } = used(`classes:\n${names.map((name) => `  ${name}: {}\n`).join("")}niveaux: { 6e: {} }\n`);
  expect(declarationsOf(file).map(({ name }) => name)).toEqual([...names, "6e"]);
});

const TICKED = `
profils-professeurs: { Profil A: {}, "B/~": {} }
deroulement:
  revue-profils-professeurs: { fait: 2026-09-01, empreinte: { profils-professeurs/Profil A: "1:00000000", "profils-professeurs/B~1~0": "1:00000000", hebergement/mode: "1:00000000" } }
`;

test("a name stands in the paths of what was ticked, and may be asked for there", () => {
  const all = (source: string) => everywhere(source).map((one) => one.replace(/^\w+ /, ""));
  const paths = ["1 Profil A!", "3 Profil A"];
  expect(all(TICKED.replace("Profil A: {}", "Pro$0fil A: {}"))).toEqual(paths);
  expect(all(TICKED.replace('Profil A: "', 'Pro$0fil A: "'))).toEqual(paths);
  expect(all(TICKED.replace("professeurs/Profil A", "prof$0esseurs/Profil A"))).toEqual([]);
  expect(all(TICKED.replace('"B/~"', '"B/$0~"'))).toEqual(['1 "B/~"!', "3 B~1~0"]);
  expect(all(TICKED.replace("hebergement/mode", "hebergement/mo$0de"))).toEqual([]);
});

test("in a path of several names, which one is asked for is told by the position alone", () => {
  const { context, position } = fixture(TICKED.replace("professeurs/Profil A", "professeurs/Profil$0 A"));
  const node = nodePathTo(context.file, position)!.node;
  expect(occurrenceAt(context.file, node)).toBeUndefined();
  expect(occurrenceAt(context.file, node, position)).toMatchObject({ name: "Profil A" });
});

test("what cannot be understood of a tick holds no name", () => {
  for (const tick of ["revue: fait", "revue: { empreinte: x }", "revue: { empreinte: }", "revue:"])
    expect(everywhere(`profils-professeurs: { A$0: {} }\nderoulement: { ${tick} }\n`)).toHaveLength(1);
  expect(everywhere("profils-professeurs: { A$0: {} }\nderoulement: x\n")).toHaveLength(1);
});
