import { type Dice, dice } from "./dice.ts";

/** The facts about a school from which its configuration follows. */
export interface School {
  readonly dice: Dice;
  readonly rne: string;
  readonly name: string;
  readonly type: string;
  readonly college: boolean;
  readonly hosted: boolean;
  readonly edt: "reseau" | "monoposte" | "aucune" | undefined;
  readonly ent: readonly string[] | undefined;
  readonly relais: boolean;
  readonly sms: boolean | undefined;
  readonly identifiants: boolean;
  /** Whether somebody has the school-life mode. */
  readonly cpe: boolean;
  readonly periodicite: "trimestriel" | "semestriel";
  readonly niveaux: readonly Niveau[];
  readonly teachers: readonly Teacher[];
}

/** A niveau of a school, with its classes and matières. */
export interface Niveau {
  readonly name: string;
  readonly classes: readonly string[];
  readonly matieres: readonly string[];
}

/** A teacher of a matière; `key` is the name in the configuration. */
export interface Teacher {
  readonly key: string;
  readonly nom: string;
  readonly prenom: string;
  readonly matiere: string;
}

const PLACES = ["des Tilleuls", "de la Rade", "du Vieux-Pont", "Jean-Moulin", "des Écoles", "de l'Île d'Or"];
const NOMS =
  "MARTIN ROUX BESSON DA_SILVA LE_GOFF KOVÁCS O'CONNOR NGUYEN PERRIN MORVAN AUBERT COSTA ÇELIK".split(" ");
const PRENOMS = ["Alice", "Hugo", "Énora", "Péter", "Maud", "Zoé", "Jean-Luc", "Inès", "Loïc"];
const COMMON = ["FRANC", "MATHS", "HI-GE", "EPS"];
const MORE = ["AGL1", "SVT", "PH-CH", "A-PLA", "EDMUS", "TECHN", "020700", "6E1-OPT"];
const LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** A random school, the same for the same seed. */
export function schoolOf(seed: number): School {
  const d = dice(seed * 7919 + 17);
  const college = d.chance(55);
  const matieres = [...COMMON, ...d.shuffled(MORE).slice(0, d.of(5))];
  const digits = `0759${String(900 + (seed % 100)).padStart(3, "0")}`;
  const type = college
    ? d.pick(["college", "college", "cite-scolaire"])
    : d.pick(["lycee-general-et-technologique", "lycee-professionnel", "lycee-polyvalent", "lycée agricole"]);
  const hosted = d.chance(50);
  return {
    dice: d,
    rne: digits + LETTERS[Number(digits) % LETTERS.length],
    name: `${college ? "Collège" : "Lycée"} ${d.pick(PLACES)}`,
    type,
    college,
    hosted,
    edt: d.pick(["reseau", "reseau", "monoposte", "aucune", undefined] as const),
    ent: d.chance(40)
      ? d.shuffled(["responsables", "eleves", "professeurs", "personnels"]).slice(0, 1 + d.of(3))
      : undefined,
    relais: !hosted && d.chance(50),
    sms: d.pick([true, false, undefined]),
    identifiants: d.chance(50),
    cpe: d.chance(60),
    periodicite: d.pick(["trimestriel", "semestriel"]),
    niveaux: niveauxOf(d, college, matieres),
    teachers: matieres.flatMap((matiere, index) => teachersOf(d, matiere, index)),
  };
}

function niveauxOf(d: Dice, college: boolean, matieres: readonly string[]): readonly Niveau[] {
  const all = college ? ["6e", "5e", "4e", "3e"] : ["2de", "1re", "Tle"];
  const chosen = all.slice(0, 1 + d.of(all.length));
  const ends = d.pick([
    ["A", "B", "C"],
    ["E1", "E2", "E3"],
    [" Sud", " Nord", " Est"],
  ]);
  return chosen.map((name) => ({
    name,
    classes: ends.slice(0, 1 + d.of(3)).map((end) => `${name.charAt(0)}${end}`),
    matieres,
  }));
}

/** One or two teachers of a matière, so that each of them teaches something. */
function teachersOf(d: Dice, matiere: string, index: number): readonly Teacher[] {
  return Array.from({ length: 1 + d.of(2) }, (_, second) => {
    const place = (index * 2 + second) % NOMS.length;
    const nom = (NOMS[place] ?? "").replace("_", " ");
    const round = Math.floor((index * 2 + second) / NOMS.length);
    return { key: `${keyOf(nom)}${round || ""}`, nom, prenom: d.pick(PRENOMS), matiere };
  });
}

function keyOf(nom: string): string {
  return nom
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-");
}
