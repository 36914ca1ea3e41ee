import { expect, test } from "vitest";
import { checkFindings } from "../../../test/support/check.ts";
import { effective } from "../../../test/support/effective.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { kinds } from "../schema/kinds.ts";
import type { MapValue } from "../schema/value.ts";
import { changeFile } from "../syntax/file.ts";
import { establishmentOf, inheritingPaths } from "./establishment.ts";
import { mapAt } from "./map-at.ts";

const NIVEAU = `
niveaux:
  6e:
    periodicite: trimestriel
    services:
      FRANC: { coefficient: 2 }
      EPS: { coefficient: 1 }
`;

test("members are merged key by key, including short forms", () => {
  const source = `
#- etablissement.pronote.yaml
classes: { 6A: { services: { FRANC: martin } } }
#- b/classes.pronote.yaml
classes: { 6A: { services: { FRANC: { coefficient: 2 } } } }
`;
  expect(effective(source, "classes", "6A", "services", "FRANC")).toEqual({
    professeurs: ["martin"],
    coefficient: 2,
  });
});

test("bases are below the members, later ones above earlier ones, each once", () => {
  const source = `
#- racine.pronote.yaml
matieres: { A: { libelle: racine }, B: { libelle: racine }, C: { libelle: racine }, D: { libelle: racine } }
#- un.pronote.yaml
herite-de: racine.pronote.yaml
matieres: { B: { libelle: un }, C: { libelle: un }, D: { libelle: un } }
#- deux.pronote.yaml
herite-de: racine.pronote.yaml
matieres: { C: { libelle: deux }, D: { libelle: deux } }
#- ecole/etablissement.pronote.yaml
herite-de: [../un.pronote.yaml, ../deux.pronote.yaml]
matieres: { D: { libelle: ecole } }$0
`;
  expect(effective(source, "matieres")).toEqual({
    A: { libelle: "racine" },
    B: { libelle: "un" },
    C: { libelle: "deux" },
    D: { libelle: "ecole" },
  });
});

test("an upper layer replaces scalars and lists, and maps are merged", () => {
  const source = `
#- base.pronote.yaml
groupes-eleves: { LATIN: { classes: [6A, 6B], services: { LATIN: { coefficient: 2, actif: false } } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
groupes-eleves: { LATIN: { classes: 6C, services: { LATIN: { actif: true } } } }$0
`;
  expect(effective(source, "groupes-eleves", "LATIN")).toEqual({
    classes: ["6C"],
    services: { LATIN: { coefficient: 2, actif: true } },
  });
});

test("classes inherit from their niveau, except its libelle and its comme", () => {
  const source = `
niveaux:
  5e: { periodicite: semestriel }
  6e: { libelle: Sixième, comme: 5e, services: { EPS: {} } }
classes:
  6A: { niveau: 6e }
  6B: { niveau: 6e, libelle: La 6B }
  6C: { comme: 6B }
`;
  const services = { EPS: {} };
  const periodicite = "semestriel";
  expect(effective(source, "classes")).toEqual({
    "6A": { niveau: "6e", periodicite, services },
    "6B": { niveau: "6e", libelle: "La 6B", periodicite, services },
    "6C": { comme: "6B", niveau: "6e", libelle: "La 6B", periodicite, services },
  });
});

test("a class inherits from its niveau and from the class in its comme, but not from the niveau of that class", () => {
  const source = `${NIVEAU}
  5e: { periodicite: semestriel }
matieres: {}
classes:
  6A: { niveau: 6e, services: { FRANC: martin, ARTS: roux } }
  5A: { comme: 6A, niveau: 5e }
  6B: { comme: 6A, services: { ARTS: ~ } }
`;
  expect(effective(source, "classes")).toEqual({
    "6A": {
      niveau: "6e",
      periodicite: "trimestriel",
      services: {
        FRANC: { professeurs: ["martin"], coefficient: 2 },
        ARTS: { professeurs: ["roux"] },
        EPS: { coefficient: 1 },
      },
    },
    "5A": {
      comme: "6A",
      niveau: "5e",
      periodicite: "semestriel",
      services: { FRANC: { professeurs: ["martin"] }, ARTS: { professeurs: ["roux"] } },
    },
    "6B": {
      comme: "6A",
      niveau: "6e",
      periodicite: "trimestriel",
      services: {
        FRANC: { professeurs: ["martin"], coefficient: 2 },
        ARTS: "<removed>",
        EPS: { coefficient: 1 },
      },
    },
  });
});

test("a removal hides everything below it, even if an upper layer writes the key again", () => {
  const source = `
#- bas.pronote.yaml
communication: { sms: { contrat: true }, e-mails: { delegation-serveur: true, delai: 30 } }
#- haut.pronote.yaml
herite-de: bas.pronote.yaml
communication: { sms: ~, e-mails: null }
#- ecole/etablissement.pronote.yaml
herite-de: ../haut.pronote.yaml
communication: { e-mails: { delai: 60 } }$0
`;
  expect(effective(source, "communication")).toEqual({ sms: "<removed>", "e-mails": { delai: 60 } });
});

test("an absent value declares, contributes nothing and removes nothing", () => {
  const source = `
#- base.pronote.yaml
classes: { 6A: { periodicite: trimestriel } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
classes: { 6A: , 6B: }$0
`;
  expect(effective(source, "classes")).toEqual({ "6A": { periodicite: "trimestriel" }, "6B": "<absent>" });
});

test("a group of pupils inherits the periodicite that its classes share, but no services", () => {
  const source = `${NIVEAU}
classes: { 6A: { niveau: 6e }, 6B: { niveau: 6e }, 3A: { periodicite: semestriel } }
groupes-eleves:
  LATIN: { classes: 6e }
  MIXTE: { classes: toutes }
`;
  expect(effective(source, "groupes-eleves")).toEqual({
    LATIN: { classes: ["6e"], periodicite: "trimestriel" },
    MIXTE: { classes: ["toutes"] },
  });
});

test("names and texts are taken as they are written, even if they look like numbers", () => {
  const source = `
classes: { 6E1: { niveau: no, libelle: 020700 }, 61: { libelle: 0x1F }, Null: { libelle: 1.50 } }
`;
  expect(effective(source, "classes")).toEqual({
    "6E1": { niveau: "no", libelle: "020700" },
    "61": { libelle: "0x1F" },
    Null: { libelle: "1.50" },
  });
});

test("aliases and merge keys are resolved in their file: not recursively, explicit keys win, then the first map", () => {
  const source = `
classes:
  6A: &a { periodicite: trimestriel, libelle: A, services: { FRANC: martin } }
  6B: &b { periodicite: semestriel, positionnement: avec-notes }
  6C: { <<: [*a, *b], libelle: C, services: { EPS: roux } }
  6D: *a
`;
  expect(effective(source, "classes", "6C")).toEqual({
    libelle: "C",
    services: { EPS: { professeurs: ["roux"] } },
    periodicite: "trimestriel",
    positionnement: "avec-notes",
  });
  expect(effective(source, "classes", "6D")).toEqual(effective(source, "classes", "6A"));
});

test("a cycle of “comme” is reported, and nothing is inherited through it", () => {
  checkFindings(`
classes:
  6A: { comme: 6B, periodicite: trimestriel }
  6B: { comme: 6A, periodicite: trimestriel }
  #            ^^ inheritance-cycle: “comme” goes round in a circle (“6A → 6B → 6A”). Nothing is taken over here.
`);
});

test("a leaf in two members is an error if the values differ, a hint if they are equal", () => {
  checkFindings(`
#- etablissement.pronote.yaml
classes: { 6A: { periodicite: trimestriel, libelle: Sixième A } }
#- suite.pronote.yaml
classes: { 6A: { periodicite: semestriel, libelle: Sixième A } }
#                             ^^^^^^^^^^ contradictory-values: “periodicite” has another value in another file of the establishment: nobody can tell which one applies.
#                                                  ^^^^^^^^^ repeated-value: “libelle” already has this value in another file of the establishment.
`);
});

test("a part of the effective value whose texts did not change is the same object as before", () => {
  const fixed = fixture(`${NIVEAU}
classes:
  6A: { niveau: 6e }
  6B: { niveau: 6e }
`);
  const { workspace } = fixed;
  const file = fixed.context.file;
  const line = 9;
  const next = workspace.with([
    [file.uri, changeFile(file, { start: { line, character: 8 }, end: { line, character: 8 } }, " ")],
  ]);
  const mapOf = (path: readonly string[], one = workspace): MapValue | undefined => {
    const [snapshot] = one.of(file.uri);
    return snapshot && mapAt(establishmentOf(snapshot).value, path);
  };
  const classOf = (name: string, one = workspace) => mapOf(["classes"], one)?.entries.get(name);
  // Both classes are in one block, which changed; the niveau is in another, which did not.
  const niveau = (one = workspace) => mapOf(["niveaux", "6e"], one);
  expect(niveau(next)).toBe(niveau());
  expect(classOf("6B", next)).not.toBe(classOf("6B"));
});

/** So many niveaux, each like the one before it. */
function chainOfNiveaux(length: number, first: string): string {
  const others = Array.from({ length }, (_, at) => `  n${at + 1}: { comme: n${at} }`);
  return `niveaux:\n  n0: { ${first} }\n${others.join("\n")}\n`;
}

test("`comme` leads through 32 things, and not through 33", () => {
  const source = chainOfNiveaux(33, "periodicite: trimestriel");
  expect(effective(source, "niveaux", "n32")).toMatchObject({ periodicite: "trimestriel" });
  expect(effective(source, "niveaux", "n33")).not.toHaveProperty("periodicite");
});

test("things are counted from the one at which a circle is cut", () => {
  const faults = (length: number) =>
    establishmentOf(fixture(chainOfNiveaux(length, "comme: n0")).context.snapshot).problems;
  expect(faults(32)).toHaveLength(1);
  expect(faults(33)).toHaveLength(2);
});

test("a group shares the periodicite of its classes, if it has classes and none of its own", () => {
  const source = `
niveaux: { 6e: { periodicite: trimestriel } }
classes: { 6A: { niveau: 6e } }
groupes-eleves:
  g: { classes: [6A] }
  h: {}
  i: { classes: [6A], periodicite: semestriel }
`;
  expect(effective(source, "groupes-eleves")).toMatchObject({
    g: { periodicite: "trimestriel" },
    h: {},
    i: { periodicite: "semestriel" },
  });
  expect(effective(source, "groupes-eleves", "h")).toEqual({});
});

test("what a base says that cannot be read makes all maps above it open", () => {
  const { context } = fixture(`
#- base.pronote.yaml
niveaux: [x]
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
niveaux: { 6e: { services: { EPS: {} } } }$0
`);
  const { value } = establishmentOf(context.snapshot);
  const open = (...path: readonly string[]) => mapAt(value, path)?.open;
  expect([open("niveaux"), open("niveaux", "6e"), open("niveaux", "6e", "services")]).toEqual([
    true,
    true,
    true,
  ]);
});

test("things inherit from others of their kind where they have a `comme`, classes after niveaux, groups after classes", () => {
  const paths = inheritingPaths.map((path) => path.join("/"));
  expect(paths.slice(0, 3)).toEqual(["niveaux", "classes", "groupes-eleves"]);
  for (const { schema, paths: own } of kinds.values())
    for (const path of own.filter((one) => !one.includes("*")))
      expect([path, paths.includes(path.join("/"))]).toEqual([
        path,
        schema.additional?.properties.has("comme") === true,
      ]);
});
