import type { Group } from "./content.ts";
import { type Dice, diceAt } from "./dice.ts";
import { type Niveau, type School, schoolOf } from "./facts.ts";
import { type Audience, type Heir, sharedTexts } from "./shared-texts.ts";

/** The establishments of an académie, and the bases that they share. */
export interface Academie {
  readonly seed: number;
  readonly schools: readonly AcademieSchool[];
  readonly bases: readonly WrittenBase[];
  /** Whether each base inherits from the one below it; if not, each establishment names all of them. */
  readonly chained: boolean;
}

/** An establishment of an académie. */
export interface AcademieSchool extends Heir {
  readonly folder: string;
  readonly base: Base;
}

/** A file that establishments inherit from; it may inherit from another one. */
export interface Base {
  readonly path: string;
  readonly above: Base | undefined;
  readonly audience: Audience;
}

/** A base with what it says, and those that inherit it. */
export interface WrittenBase extends Base {
  readonly content: Group;
  readonly heirs: readonly AcademieSchool[];
}

const KINDS = ["college", "lycee", "lycee-professionnel", "lycee-polyvalent", "cite-scolaire"] as const;
type SchoolKind = (typeof KINDS)[number];
const LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

/**
 * A valid académie of 5 to 44 establishments on one to three layers of bases, the same for the same seed. Contracts,
 * hosting modes and types are mixed; the bases say more than each establishment needs.
 */
export function academieOf(seed: number): Academie {
  const d = diceAt(seed, "académie");
  const all = basesOf(1 + d.of(3));
  const schools = Array.from({ length: 5 + d.of(40) }, (_, index) => schoolIn(seed, index, all));
  // A base without heirs would be a file of no establishment.
  const bases = all
    .map((base) => ({ base, heirs: schools.filter((one) => chainOf(one.base).includes(base)) }))
    .filter(({ heirs }) => heirs.length > 0)
    .map(({ base, heirs }) => ({
      ...base,
      heirs,
      content: sharedTexts(diceAt(seed, base.path), base.audience, heirs),
    }));
  return { seed, schools, bases, chained: d.chance(60) };
}

/** A base with those that it inherits from, which come first. */
export function chainOf(base: Base | undefined): readonly Base[] {
  return base ? [...chainOf(base.above), base] : [];
}

function basesOf(layers: number): readonly Base[] {
  const academie: Base = { path: "academie.pronote.yaml", above: undefined, audience: "all" };
  const colleges: Base = { path: "departement/colleges.pronote.yaml", above: academie, audience: "colleges" };
  const lycees: Base = { path: "region/lycees.pronote.yaml", above: academie, audience: "lycees" };
  const pro: Base = { path: "region/professionnel.pronote.yml", above: lycees, audience: "lycees" };
  return [academie, ...(layers > 1 ? [colleges, lycees] : []), ...(layers > 2 ? [pro] : [])];
}

function schoolIn(seed: number, index: number, bases: readonly Base[]): AcademieSchool {
  const d = diceAt(seed, `school ${index}`);
  // The first two have what others lack, so that every shared text has an effect somewhere.
  const kind = index === 0 ? "college" : index === 1 ? "lycee" : d.pick(KINDS);
  const random = schoolOf(seed * 53 + index);
  const hosted = index === 0 || (index > 1 && d.chance(60));
  const digits = `0759${900 + index}`;
  const full = index < 2;
  return {
    ...random,
    folder: `${kind === "college" ? "departement" : "region"}/${kind}-${index + 1}`,
    base: baseFor(kind, bases),
    rne: digits + LETTERS[Number(digits) % LETTERS.length],
    name: `${kind === "college" ? "Collège" : "Lycée"} n° ${index + 1}`,
    type: kind === "lycee" ? "lycee-general-et-technologique" : kind,
    college: kind === "college",
    hosted,
    relais: !hosted && d.chance(50),
    niveaux: niveauxOf(kind, random, d),
    ...(full && { edt: "reseau", ent: undefined, sms: true }),
    ...switchesOf(d, full),
  };
}

/** What a school has or switches off; all is there where it is `full`. */
function switchesOf(d: Dice, full: boolean): Omit<Heir, keyof School> {
  const on = (percent: number) => full || d.chance(percent);
  return {
    maileva: full || d.pick([true, false, undefined]),
    discussions: on(80),
    meals: on(80),
    internat: on(70),
    emails: on(80),
    espaceEleves: on(80),
    staffed: full,
  };
}

function baseFor(kind: SchoolKind, bases: readonly Base[]): Base {
  const wanted =
    kind === "college" ? "colleges" : kind === "lycee-professionnel" ? "professionnel" : "lycees";
  const [academie] = bases as [Base];
  const lycees = bases.find(({ path }) => path.includes("lycees"));
  const own = bases.find(({ path }) => path.includes(wanted));
  return own ?? (kind === "college" ? academie : (lycees ?? academie));
}

function niveauxOf(kind: SchoolKind, { niveaux }: School, d: Dice): readonly Niveau[] {
  const college = ["6e", "5e", "4e", "3e"];
  const lycee = ["2de", "1re", "Tle"];
  const all = kind === "college" ? college : kind === "cite-scolaire" ? [...college, ...lycee] : lycee;
  const matieres = niveaux[0]?.matieres ?? [];
  return all.slice(d.of(2)).map((name) => ({
    name,
    classes: ["A", "B", "C"].slice(0, 1 + d.of(3)).map((end) => `${name.charAt(0)}${end}`),
    matieres,
  }));
}
