/**
 * Establishments, and EDT's list of courses of each: no difference. One change of the configuration: exactly that difference.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compared, told } from "../support/compare.ts";

const RUNS = 150;

interface Taught {
  readonly matiere: number;
  readonly modalite: string;
  readonly professeurs: readonly number[];
  /** Whether its teachers are in one course together. */
  readonly isTogether: boolean;
  /** How many courses a week each teacher has. */
  readonly times: number;
}

interface School {
  readonly classes: readonly (readonly Taught[])[];
  readonly groups: readonly { readonly classes: readonly number[]; readonly services: readonly Taught[] }[];
  /** The rows of the list are in any order: row by row, the place in the order. */
  readonly order: readonly number[];
}

const MATIERES = ["FRANC", "MATHS", "A-PLA", "LCALA", "ESP2"];
const LABELS = [
  "Français",
  "Mathématiques",
  "Arts (plastiques)",
  "Langues & cultures de l'antiquité",
  "Espagnol lv2",
];
const NAMES = ["MARTIN", "LE GOFF", "D'ESSAI", "ROUX-BRUN", "ÉTÉ"];
const FIRST = ["Alice", "Jean-Pierre", "Zoé", "Noël", "Éléonore"];

const someOf = (count: number) => fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 2 });
const taught: fc.Arbitrary<Taught> = fc.record({
  matiere: fc.nat(MATIERES.length - 1),
  modalite: fc.constantFrom("CG", "CG", "TD"),
  professeurs: someOf(NAMES.length),
  isTogether: fc.boolean(),
  times: fc.integer({ min: 1, max: 3 }),
});
const services = fc.uniqueArray(taught, {
  selector: ({ matiere, modalite }) => `${matiere} ${modalite}`,
  minLength: 1,
  maxLength: 6,
});
const school: fc.Arbitrary<School> = fc
  .record({
    classes: fc.array(services, { minLength: 1, maxLength: 4 }),
    groups: fc.array(fc.record({ classes: someOf(9), services }), { maxLength: 2 }),
    order: fc.array(fc.nat(), { maxLength: 60 }),
  })
  .map(({ classes, groups, order }) => ({
    classes,
    order,
    groups: groups.map((group) => ({
      classes: [...new Set(group.classes.map((one) => one % classes.length))],
      services: group.services,
    })),
  }));

const key = (at: number) => `P${at}`;
const classe = (at: number) => `${6 - at}E${at}`;
const group = (at: number) => `GR ${at}`;
const code = ({ matiere }: Taught) => MATIERES[matiere] ?? "";
/** The key of a service: the subject; with the modality, if it is not the usual one. */
const keyOf = (one: Taught) => (one.modalite === "CG" ? code(one) : `${code(one)}-${one.modalite}`);

/** The configuration. `changed` is written in place of a service, under the same key; nothing if it is left out. */
function yamlOf(
  { classes, groups }: School,
  changed: ReadonlyMap<Taught, Taught | undefined> = new Map(),
): string {
  const entryOf = (one: Taught) => {
    const now = changed.has(one) ? changed.get(one) : one;
    return now ? [`${keyOf(one)}: ${serviceOf(now, keyOf(one))}`] : [];
  };
  const servicesOf = (all: readonly Taught[]) => `{ ${all.flatMap(entryOf).join(", ")} }`;
  return [
    "matieres:",
    ...MATIERES.map((name, at) => `  ${name}: { libelle: "${LABELS[at]}" }`),
    "professeurs:",
    ...NAMES.map((nom, at) => `  ${key(at)}: { nom: "${nom}", prenom: ${FIRST[at]} }`),
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

function serviceOf(one: Taught, name: string): string {
  return `{ ${[
    ...(name === code(one) ? [] : [`matiere: ${code(one)}`]),
    ...(one.modalite === "CG" ? [] : [`modalite: ${one.modalite}`]),
    `professeurs: [${one.professeurs.map(key).join(", ")}]`,
    ...(one.professeurs.length > 1 ? [`co-enseignement: ${one.isTogether}`] : []),
  ].join(", ")} }`;
}

/** EDT's list: a row for each course, a class by its name, a group with its classes. `left` has no course. */
function listOf({ classes, groups, order }: School, left?: Taught): string {
  const rowsOf = (of: string, all: readonly Taught[]) =>
    all.flatMap((one) => (one === left ? [] : coursesOf(of, one)));
  const rows = [
    ...classes.flatMap((all, at) => rowsOf(classe(at), all)),
    ...groups.flatMap((one, at) =>
      rowsOf(`[${group(at)}]${one.classes.map((which) => `<${classe(which)}> X`).join(", ")}`, one.services),
    ),
  ];
  const shuffled = rows
    .map((row, at) => [order[at] ?? 0, row] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, row]) => row);
  return [
    "NUMERO\tMAT_CODE\tMAT_LIBELLE\tPROF_NOM\tPROF_PRENOM\tCLASSE\tMODALITE\tCO-ENS.",
    ...shuffled,
  ].join("\r\n");
}

function coursesOf(of: string, one: Taught): readonly string[] {
  const isTogether = one.isTogether && one.professeurs.length > 1;
  const teachers = isTogether ? [one.professeurs] : one.professeurs.map((each) => [each]);
  return teachers.flatMap((all) => {
    const cells = [
      "1",
      code(one),
      (LABELS[one.matiere] ?? "").toUpperCase(),
      all.map((at) => NAMES[at]).join(", "),
      all.map((at) => FIRST[at]?.toUpperCase()).join(", "),
      of,
      one.modalite,
      isTogether ? "O" : "N",
    ];
    return Array.from({ length: one.times }, () => cells.join("\t"));
  });
}

test("a list of courses as EDT would write it has no difference", () => {
  fc.assert(
    fc.property(school, (one) => {
      const comparison = compared(listOf(one), { yaml: yamlOf(one) });
      expect(told(comparison)).toEqual([]);
      expect(comparison.agreeing).toBe(comparison.compared);
      const all = [...one.classes.flat(), ...one.groups.flatMap((each) => each.services)];
      expect(comparison.compared).toBe(all.length);
    }),
    { numRuns: RUNS },
  );
});

/** Changes of one service, each with the difference that follows. */
const CHANGES: readonly { readonly to: (one: Taught) => Taught | undefined; readonly is: RegExp }[] = [
  { to: (one) => ({ ...one, modalite: "TP" }), is: /^other \S+\/modalite TP\|/ },
  {
    to: (one) => ({ ...one, professeurs: one.professeurs.map((at) => (at + 1) % NAMES.length) }),
    is: /^other \S+\/professeurs /,
  },
  {
    to: (one) => ({ ...one, isTogether: !one.isTogether, professeurs: one.professeurs }),
    is: /^other \S+\/co-enseignement /,
  },
  { to: () => undefined, is: /^extra \S+\/services \|/ },
];

const anyService = fc.tuple(school, fc.nat(), fc.nat()).map(([one, owner, which]) => {
  const at = owner % one.classes.length;
  const all = one.classes[at] ?? [];
  return { one, at, service: all[which % all.length] };
});

test("one change of the configuration is exactly one difference", () => {
  fc.assert(
    fc.property(anyService, fc.constantFrom(...CHANGES), ({ one, at, service }, { to, is }) => {
      fc.pre(service !== undefined && (!is.source.includes("co-ens") || service.professeurs.length > 1));
      const changed = new Map(service ? [[service, to(service)]] : []);
      const lines = told(compared(listOf(one), { yaml: yamlOf(one, changed) }));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(is);
      expect(lines[0]).toContain(`classes/${classe(at)}/services`);
    }),
    { numRuns: RUNS },
  );
});

test("a service without a course is missing, and nothing else", () => {
  fc.assert(
    fc.property(anyService, ({ one, at, service }) => {
      fc.pre(service !== undefined && (one.classes[at]?.length ?? 0) > 1);
      const lines = told(compared(listOf(one, service), { yaml: yamlOf(one) }));
      const place = `classes/${classe(at)}/services/${service ? keyOf(service) : ""}`;
      expect(lines).toEqual([`missing ${place} ${service ? code(service) : ""}|`]);
    }),
    { numRuns: RUNS },
  );
});
