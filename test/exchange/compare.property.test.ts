/**
 * Establishments, and the list of services that PRONOTE would show of each: no difference. One change of the configuration:
 * exactly that difference.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { scalarText } from "../../server/src/schema/problems.ts";
import { compared, told } from "../support/compare.ts";
import { expectLinear } from "../support/growth.ts";

const RUNS = 300;

interface Taught {
  readonly matiere: number;
  readonly professeurs: readonly number[];
  readonly coefficient: number;
  readonly isGraded: boolean;
  readonly isOptional: boolean;
  readonly isActive: boolean;
}

interface Group {
  readonly classes: readonly number[];
  readonly services: readonly Taught[];
}

interface School {
  readonly classes: readonly (readonly Taught[])[];
  readonly groups: readonly Group[];
}

const MATIERES = [
  "Français",
  "Éducation physique & sportive",
  "Arts (plastiques)",
  "L'œuvre",
  "Anglais LV1",
  "Latin",
];
const NAMES = ["MARTIN", "LE GOFF", "D'ESSAI", "ROUX-BRUN", "ÉTÉ", "ŒUVRARD"];
const FIRST = ["Alice", "Jean-Pierre", "Zoé", "Noël", "Anne Marie", "Éléonore"];

const someOf = (count: number) => fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 2 });
const taught = fc.record({
  matiere: fc.nat(MATIERES.length - 1),
  professeurs: someOf(NAMES.length),
  coefficient: fc.integer({ min: 0, max: 8 }).map((half) => half / 2),
  isGraded: fc.boolean(),
  isOptional: fc.boolean(),
  isActive: fc.boolean(),
});
const services = fc.uniqueArray(taught, { selector: ({ matiere }) => matiere, minLength: 1, maxLength: 6 });
const school: fc.Arbitrary<School> = fc
  .record({
    // The first service is active, so that each class has a row in the list.
    classes: fc.array(services, { minLength: 1, maxLength: 5 }),
    groups: fc.array(fc.record({ classes: someOf(9), services }), { maxLength: 3 }),
  })
  .map(({ classes, groups }) => ({
    classes: classes.map(withActive),
    groups: groups.map((group) => ({
      classes: [...new Set(group.classes.map((one) => one % classes.length))],
      services: withActive(group.services),
    })),
  }));

function withActive(all: readonly Taught[]): readonly Taught[] {
  return all.map((one, at) => (at === 0 ? { ...one, isActive: true } : one));
}

const key = (at: number) => `P${at}`;
const code = (at: number) => `MAT${at}`;
const classe = (at: number) => `${6 - (at % 4)}E${at}`;
const group = (at: number) => `GR ${at}`;

/** The configuration of a school. What is the default is left out every second time. */
function yamlOf({ classes, groups }: School): string {
  const serviceOf = (one: Taught) =>
    `{ professeurs: [${one.professeurs.map(key).join(", ")}]${one.coefficient === 1 ? "" : `, coefficient: ${one.coefficient}`}${
      one.isGraded ? "" : ", mode: sans-notes"
    }${one.isOptional ? ", facultatif: true" : ""}${one.isActive ? "" : ", actif: false"} }`;
  const servicesOf = (all: readonly Taught[]) =>
    `{ ${all.map((one) => `${code(one.matiere)}: ${serviceOf(one)}`).join(", ")} }`;
  return [
    "matieres:",
    ...MATIERES.map((label, at) => `  ${code(at)}: { libelle: ${scalarText(label)} }`),
    "professeurs:",
    ...NAMES.map((nom, at) => `  ${key(at)}: { nom: ${scalarText(nom)}, prenom: ${FIRST[at]} }`),
    "classes:",
    ...classes.map((all, at) => `  ${classe(at)}: { services: ${servicesOf(all)} }`),
    ...(groups.length > 0 ? ["groupes-eleves:"] : []),
    ...groups.map(
      (one, at) =>
        `  ${group(at)}: { classes: [${one.classes.map(classe).join(", ")}], services: ${servicesOf(one.services)} }`,
    ),
    "",
  ].join("\n");
}

/** The list of services that PRONOTE shows: labels in capitals, active services only. */
function listOf({ classes, groups }: School): string {
  const rowsOf = (of: string, all: readonly Taught[]) =>
    all
      .filter(({ isActive }) => isActive)
      .map((one) =>
        [
          of,
          (MATIERES[one.matiere] ?? "").toUpperCase(),
          one.professeurs.map((at) => `${NAMES[at]} ${FIRST[at]?.toUpperCase()}`).join(", "),
          String(one.coefficient).replace(".", ","),
          one.isGraded ? "Avec notes" : "Sans notes",
          one.isOptional ? "X" : "",
        ].join("\t"),
      );
  return [
    "Classe > Groupe\tMatière/Sous-matière\tProfesseur\tCoeff. Stand.\tMode\tFac.",
    ...classes.flatMap((all, at) => rowsOf(classe(at), all)),
    ...groups.flatMap((one, at) =>
      rowsOf(`${one.classes.map(classe).join(", ")} > ${group(at)}`, one.services),
    ),
  ].join("\r\n");
}

test("a list as PRONOTE would show it has no difference", () => {
  fc.assert(
    fc.property(school, (one) => {
      const comparison = compared(listOf(one), { yaml: yamlOf(one) });
      expect(told(comparison)).toEqual([]);
      expect(comparison.agreeing).toBe(comparison.compared);
      expect(comparison.notListed).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

/** Changes of one service, each with the difference that follows. */
const CHANGES: readonly {
  readonly to: (one: Taught) => Taught | undefined;
  readonly is: RegExp;
}[] = [
  {
    to: (one) => ({ ...one, coefficient: one.coefficient + 1 }),
    is: /^other \S+\/coefficient /,
  },
  { to: (one) => ({ ...one, isGraded: !one.isGraded }), is: /^other \S+\/mode / },
  { to: (one) => ({ ...one, isOptional: !one.isOptional }), is: /^other \S+\/facultatif / },
  {
    to: (one) => ({ ...one, professeurs: one.professeurs.map((at) => (at + 1) % NAMES.length).slice(0, 1) }),
    is: /^other \S+\/professeurs /,
  },
  { to: () => undefined, is: /^extra [^ ]+(?: \d)?\/services \|/ },
  {
    to: (one) => ({ ...one, isActive: false }),
    is: /^untold .*\/actif false\| \(shown-inactive\)$/,
  },
];

test("one change of the configuration is exactly one difference", () => {
  fc.assert(
    fc.property(school, fc.nat(), fc.nat(), fc.constantFrom(...CHANGES), (one, at, which, { to, is }) => {
      const owner = at % one.classes.length;
      const all = one.classes[owner] ?? [];
      const active = all.filter(({ isActive }) => isActive);
      const service = active[which % active.length];
      fc.pre(service !== undefined);
      const changed = service && to(service);
      const classes = one.classes.map((services, place) =>
        place === owner ? services.flatMap((each) => (each === service ? (changed ?? []) : each)) : services,
      );
      const lines = told(compared(listOf(one), { yaml: yamlOf({ ...one, classes }) }));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(is);
      expect(lines[0]).toContain(`classes/${classe(owner)}/services`);
    }),
    { numRuns: RUNS },
  );
});

test("a service that PRONOTE lacks is missing, and nothing else", () => {
  fc.assert(
    fc.property(school, fc.nat(), (one, which) => {
      const owner = which % one.classes.length;
      const all = one.classes[owner] ?? [];
      const active = all.filter(({ isActive }) => isActive);
      fc.pre(active.length > 1);
      const gone = active[which % active.length];
      const classes = one.classes.map((services) =>
        services === all ? services.filter((each) => each !== gone) : services,
      );
      const lines = told(compared(listOf({ ...one, classes }), { yaml: yamlOf(one) }));
      const place = `classes/${classe(owner)}/services/${code(gone?.matiere ?? 0)}`;
      expect(lines).toEqual([`missing ${place} ${code(gone?.matiere ?? 0)}| (or-inactive)`]);
    }),
    { numRuns: RUNS },
  );
});

const HOSTILE = `matieres: { FRANC: { libelle: Français } }
professeurs: { martin: { nom: MARTIN } }
classes: { 6E1: { services: { FRANC: martin } } }
`;
const rowsOf = (count: number, row: (at: number) => string) =>
  [
    "Classe > Groupe\tMatière/Sous-matière\tProfesseur",
    ...Array.from({ length: count }, (_, at) => row(at)),
  ].join("\n");

test.each<[string, (at: number) => string]>([
  ["one service again and again", () => "6E1\tFrançais\tMARTIN"],
  ["labels that nobody knows", (at) => `6E1\tL${at}\tMARTIN`],
  ["classes and people that nobody knows", (at) => `X${at}\tFrançais\tP${at}`],
])("the time grows with the list: %s", (_, row) => {
  expectLinear(
    (size) => rowsOf(size, row),
    (list) => compared(list, { yaml: HOSTILE }),
  );
});
