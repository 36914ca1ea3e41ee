import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A pseudo-random number generator: the same seed gives the same numbers, from 0 to below the limit, on every machine.
 */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const MATIERES = [
  "FRANC",
  "MATHS",
  "HIGEO",
  "ANGLA",
  "ESPAG",
  "ALLEM",
  "SVT",
  "PHCHI",
  "TECHN",
  "EPS",
  "ARTSP",
  "EDMUS",
  "LATIN",
  "GREC",
  "EMC",
  "SNT",
  "PHILO",
  "SES",
  "NSI",
  "LLCE",
];
const MODALITES = ["CG", "TP", "TD"];

const SUBJECTS = ["matieres:", ...MATIERES.map((code) => `  ${code}: { libelle: Matière ${code} }`)];

/** A generated establishment, with lines that benchmarks edit. */
export interface BenchEstablishment {
  readonly text: string;
  readonly lines: readonly string[];
  /** A line `actif: true` in the middle. */
  readonly booleanLine: number;
  /** The line `professeurs: […]` of a service near it. */
  readonly teacherLine: number;
  /** The line of the class that contains it. */
  readonly classLine: number;
}

/** An establishment in one file of about `size` lines, without findings. With `base`, it inherits from `BASE`. */
export function establishment(
  size: number,
  seed = 1,
  { rne = "0759998K", base = false }: { readonly rne?: string; readonly base?: boolean } = {},
): BenchEstablishment {
  const next = random(seed);
  const perClass = 4 + 20 * 6;
  const classes = Math.max(1, Math.round((size - 60) / (perClass + 3)));
  const teachers = Math.max(4, Math.round(classes * 2.5));
  const lines = [
    ...(base ? ["herite-de: ../academie.pronote.yaml"] : []),
    `etablissement: { rne: ${rne}, nom: Établissement ${seed}, annee-scolaire: 2026-2027 }`,
    "hebergement: { mode: heberge }",
    "periodes:",
    "  trimestriel:",
    '    Trimestre 1: { debut: "2026-09-01", fin: "2026-11-27" }',
    '    Trimestre 2: { debut: "2026-11-30", fin: "2027-03-05" }',
    '    Trimestre 3: { debut: "2027-03-08", fin: "2027-07-02" }',
    ...(base ? [] : SUBJECTS),
    "profils-professeurs:",
    "  Profil 1:",
    "    autorisations:",
    "      notes: { saisir-devoirs: true }",
    "      competences: { saisir-evaluations: true }",
    "professeurs:",
    ...Array.from({ length: teachers }, (_, i) => `  prof${i}: { nom: NOM${i}, prenom: Prénom${i} }`),
    "classes:",
  ];
  for (let i = 0; i < classes; i++) {
    lines.push(
      `  C${i}:`,
      "    periodicite: trimestriel",
      `    professeur-principal: prof${i % teachers}`,
      "    services:",
    );
    for (let j = 0; j < 20; j++) {
      lines.push(
        `      ${MATIERES[j]}:`,
        `        professeurs: [prof${j === 0 ? i % teachers : next(teachers)}]`,
        `        coefficient: ${1 + next(5)}`,
        "        mode: avec-notes",
        "        actif: true",
        `        modalite: ${MODALITES[next(MODALITES.length)]} # comme dans STS`,
      );
    }
  }
  const middle = Math.floor(lines.length * 0.6);
  const find = (from: number, test: (line: string) => boolean) =>
    lines.findIndex((line, at) => at >= from && test(line));
  const booleanLine = Math.max(
    find(middle, (line) => line.includes("actif: true")),
    find(0, (line) => line.includes("actif: true")),
  );
  const teacherLine = find(booleanLine, (line) => line.includes("professeurs: ["));
  const classLine = lines.findLastIndex((line, at) => at < booleanLine && /^ {2}C\d+:$/.test(line));
  return { text: `${lines.join("\n")}\n`, lines, booleanLine, teacherLine, classLine };
}

/** The base file of all establishments of an académie. */
export const BASE = [
  "profils-professeurs:",
  "  Profil 2: { comme: Profil 1 }",
  "preferences-contact:",
  "  responsables: { e-mails: true, discussions: true }",
  ...SUBJECTS,
  "",
].join("\n");

/** Writes a base, and `count` establishments that inherit from it, to a folder. */
export function writeAcademie(folder: string, count: number, linesEach = 1570): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "academie.pronote.yaml"), BASE);
  for (let i = 0; i < count; i++) {
    const { text } = establishment(linesEach, i + 1, { rne: rneOf(i), base: true });
    mkdirSync(join(folder, `e${i}`), { recursive: true });
    writeFileSync(join(folder, `e${i}/etablissement.pronote.yaml`), text);
  }
}

/** An RNE with a valid check letter that does not belong to a real school. */
function rneOf(index: number): string {
  const digits = 7_590_000 + index;
  return `${String(digits).padStart(7, "0")}${"ABCDEFGHJKLMNPRSTUVWXYZ"[digits % 23]}`;
}

/** A file with `count` services that are aliases of one anchor. */
export function aliases(count: number): string {
  const lines = ["etablissement: { rne: 0759998K, nom: X }", "hebergement: { mode: heberge }"];
  lines.push("professeurs: { martin: { nom: MARTIN } }", "matieres:");
  for (let i = 0; i < count; i++) lines.push(`  M${i}: { libelle: M${i} }`);
  lines.push("classes:", "  C0:", "    periodicite: trimestriel", "    services:");
  lines.push("      M0: &service { professeurs: [martin], coefficient: 2, actif: true }");
  for (let i = 1; i < count; i++) lines.push(`      M${i}: *service`);
  return `${lines.join("\n")}\n`;
}
