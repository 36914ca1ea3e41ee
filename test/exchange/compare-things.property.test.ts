/**
 * Lists of classes, teachers, staff, subjects and rooms as PRONOTE would show them of generated establishments: no
 * difference. One change of the configuration: exactly that difference.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scalarText } from "../../server/src/schema/problems.ts";
import { compared, told } from "../support/compare.ts";

const RUNS = 150;

/** A thing as its keys in the configuration; an empty text is no value. */
type Thing = Readonly<Record<string, string>>;

/** How a kind of list is made of things. */
interface Kind {
  readonly section: string;
  readonly titles: readonly string[];
  readonly thing: (at: number) => fc.Arbitrary<Thing>;
  readonly key: (at: number) => string;
  readonly cells: (thing: Thing, key: string) => readonly string[];
  /** A value of a thing that is changed, and to what. */
  readonly changed?: readonly [key: string, value: string];
  /** What is told of that change, if it is no difference. */
  readonly told?: (thing: Thing, key: string) => string;
  /** What PRONOTE has besides is no difference. */
  readonly isOpen?: true;
  /** What else the configuration of things with these names says. */
  readonly besides?: (names: readonly string[]) => string;
}

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
const PEOPLE = "professeurs: { roux: { nom: ROUX, prenom: Zoé }, petit: { nom: PETIT, prenom: Ève } }\n";
const SHOWN: Readonly<Record<string, string>> = { roux: "Mme ROUX Zoé", petit: "M. PETIT Ève", "": "" };
const NAMES = ["MARTIN", "LE GOFF", "D'ESSAI", "ROUX-BRUN", "ÉTÉ", "ŒUVRARD", "NGUYEN", "DE LA TOUR"];
/** Labels of subjects, two for each. */
const LABELS = [
  ["Français", "Lettres"],
  ["Éducation physique & sportive", "Sport"],
  ["Arts (plastiques)", "Arts appliqués"],
  ["L'œuvre", "L'atelier"],
  ["Anglais LV1", "Allemand LV1"],
  ["Latin", "Grec ancien"],
  ["Vie de classe", "Heure de vie de classe"],
] as const;
const person = (at: number): Thing => ({ nom: NAMES[at] ?? "X", prenom: `Anne-${"ABCDEFGH"[at]}` });

const KINDS: Readonly<Record<string, Kind>> = {
  classes: {
    section: "classes",
    besides: () => PEOPLE,
    titles: ["NOM", "NIVEAU", "PRINCIPAUX", "FILIERE"],
    thing: () =>
      fc.record({
        niveau: oneOf("6e", "5e", "2de", "Tle"),
        "professeur-principal": oneOf("", "roux"),
        filiere: oneOf("", "Générale"),
      }),
    key: (at) => `${6 - (at % 4)}E${at}`,
    cells: (one, key) => [
      key,
      ({ "6e": "6EME", "5e": "5ème", "2de": "2nde", Tle: "TERMINALE" } as Thing)[one["niveau"] ?? ""] ?? "",
      SHOWN[one["professeur-principal"] ?? ""] ?? "",
      (one["filiere"] ?? "").toUpperCase(),
    ],
    changed: ["professeur-principal", "petit"],
  },
  professeurs: {
    section: "professeurs",
    titles: ["CIVILITE", "NOM", "PRENOM", "DISCIPLINE", "DATE NAISS"],
    thing: (at) => fc.constant(person(at)),
    key: (at) => `p${at}`,
    cells: ({ nom = "", prenom = "" }) => ["M.", nom, prenom.toUpperCase(), "LETTRES", "01/01/1980"],
  },
  personnels: {
    section: "personnels",
    titles: ["NOM", "PRENOM", "Fonction"],
    thing: (at) =>
      fc.record({
        nom: fc.constant(person(at)["nom"] ?? ""),
        prenom: fc.constant(person(at)["prenom"] ?? ""),
        fonction: oneOf("CPE", "Secrétaire"),
      }),
    key: (at) => `s${at}`,
    cells: ({ nom = "", prenom = "", fonction = "" }) => [nom, prenom, fonction.toUpperCase()],
    changed: ["fonction", "Gestionnaire"],
  },
  matieres: {
    section: "matieres",
    isOpen: true,
    // Of subjects, an establishment needs those that it teaches.
    besides: (names) =>
      `classes: { 6E1: { services: { ${names.map((name) => `${name}: {}`).join(", ")} } } }\n`,
    titles: ["CODE", "LIBELLE"],
    thing: (at) => oneOf(...(LABELS[at] ?? [])).map((libelle) => ({ libelle })),
    key: (at) => `MAT${at}`,
    cells: ({ libelle = "" }, key) => [key, libelle.toUpperCase()],
    changed: ["libelle", "Sciences & techniques"],
    told: ({ libelle = "" }, key) => `≈ matieres: ${libelle.toUpperCase()} = ${key} (code)`,
  },
  salles: {
    section: "salles",
    isOpen: true,
    titles: ["Nom", "Capacité"],
    thing: () => fc.record({ capacite: oneOf("20", "30") }),
    key: (at) => `S ${at}`,
    cells: ({ capacite = "" }, key) => [key, capacite],
    changed: ["capacite", "99"],
  },
};

function yamlOf({ section, key, besides = () => "" }: Kind, things: readonly (Thing | undefined)[]): string {
  const entries = things.flatMap((thing, at) => {
    if (!thing) return [];
    const keys = Object.entries(thing).flatMap(([name, value]) =>
      value === "" ? [] : `${name}: ${/^\d+$/.test(value) ? value : scalarText(value)}`,
    );
    return [`  ${scalarText(key(at))}: ${keys.length > 0 ? `{ ${keys.join(", ")} }` : "{}"}`];
  });
  const names = things.flatMap((thing, at) => (thing ? [key(at)] : []));
  return `${besides(names)}${section}:\n${entries.join("\n")}\n`;
}

function listOf({ titles, cells, key }: Kind, things: readonly (Thing | undefined)[]): string {
  const rows = things.flatMap((thing, at) => (thing ? [cells(thing, key(at)).join("\t")] : []));
  return [titles.join("\t"), ...rows].join("\r\n");
}

const schoolOf = ({ thing }: Kind) =>
  fc
    .integer({ min: 2, max: 7 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => thing(at))));

describe.each(Object.entries(KINDS))("a list of %s", (_, kind) => {
  const without = (things: readonly Thing[], gone: number) =>
    things.map((one, at) => (at === gone ? undefined : one));

  test("as PRONOTE would show it has no difference", () => {
    fc.assert(
      fc.property(schoolOf(kind), (things) => {
        const comparison = compared(listOf(kind, things), { yaml: yamlOf(kind, things) });
        expect(told(comparison)).toEqual([]);
        expect([comparison.rows, comparison.agreeing]).toEqual([things.length, things.length]);
      }),
      { numRuns: RUNS },
    );
  });

  test("a thing that PRONOTE lacks is missing, and one that it has besides is there only", () => {
    fc.assert(
      fc.property(schoolOf(kind), fc.nat(), (things, which) => {
        const at = which % things.length;
        const some = without(things, at);
        const missing = told(compared(listOf(kind, some), { yaml: yamlOf(kind, things) }));
        expect(missing).toEqual([`missing ${kind.section}/${kind.key(at)} ${kind.key(at)}|`]);
        const extra = compared(listOf(kind, things), { yaml: yamlOf(kind, some) });
        expect(told(extra).map((line) => line.split(" |")[0])).toEqual(
          kind.isOpen ? [] : [`extra ${kind.section}`],
        );
        expect(extra.notNeeded).toBe(kind.isOpen ? 1 : 0);
      }),
      { numRuns: RUNS },
    );
  });
});

const CHANGEABLE = Object.entries(KINDS).flatMap(([name, kind]) =>
  kind.changed ? [[name, kind, kind.changed] as const] : [],
);

test.each(CHANGEABLE)(
  "of a list of %s, a value that is changed is exactly one difference",
  (_, kind, [key, value]) => {
    fc.assert(
      fc.property(schoolOf(kind), fc.nat(), (things, which) => {
        const at = which % things.length;
        const changed = things.map((one, index) => (index === at ? { ...one, [key]: value } : one));
        const lines = told(compared(listOf(kind, things), { yaml: yamlOf(kind, changed) }));
        const expected = kind.told?.(things[at] ?? {}, kind.key(at));
        if (expected !== undefined) {
          expect(lines).toEqual([expected]);
          return;
        }
        expect(lines).toHaveLength(1);
        expect(lines[0]).toMatch(
          new RegExp(`^(?:other|missing) ${kind.section}/${kind.key(at)}/${key} ${value}\\|`),
        );
      }),
      { numRuns: RUNS },
    );
  },
);
