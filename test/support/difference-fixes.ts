import { finished } from "../../server/src/base/finished.ts";
import type { ComparedEstablishment } from "../../server/src/features/compare-protocol.ts";
import { compare } from "../../server/src/features/comparison/compare.ts";
import { compareFix } from "../../server/src/features/comparison/compare-fix.ts";
import { fixture, ROOT } from "./fixture.ts";
import { edited } from "./workspace-edit.ts";

/** A school whose list `listWith` makes agrees with it. */
export const SCHOOL = `#- etablissement.pronote.yaml
etablissement: { nom: Collège, annee-scolaire: 2026-2027 }
matieres:
  FRANC: { libelle: Français }
  MATHS: { libelle: Mathématiques }
  EMC: { libelle: Enseignement moral et civique }
  TECHN: { libelle: Technologie }
professeurs:
  martin: { nom: MARTIN, prenom: Alice }
  roux: { nom: ROUX, prenom: Zoé }
  petit: { nom: PETIT, prenom: Ève }
niveaux:
  6e: { services: { FRANC: { coefficient: 3 } } }
#- importe/classes.pronote.yaml
classes:
  6E1: { niveau: 6e, services: { FRANC: martin, MATHS: { professeurs: [martin, roux], co-enseignement: true }, TECHN: roux } }
#- classes.pronote.yaml
# what is written by hand
classes:
  6E2:
    niveau: 6e
    professeur-principal: martin # since 2024
    services:
      FRANC:
        - martin
        - roux
      MATHS: roux # with a remark
`;

const TITLES = "Classe > Groupe\tMatière/Sous-matière\tProfesseur\tCoeff. Stand.\tMode\tFac.";
/** The rows of the list that agrees. */
export const ROWS = [
  "6E1\tFRANÇAIS\tMARTIN Alice\t3\tAvec notes\t",
  "6E1\tMATHÉMATIQUES\tMARTIN Alice, ROUX Zoé\t1\tAvec notes\t",
  "6E1\tTECHNOLOGIE\tROUX Zoé\t1\tAvec notes\t",
  "6E2\tFRANÇAIS\tMARTIN Alice, ROUX Zoé\t3\tAvec notes\t",
  "6E2\tMATHÉMATIQUES\tROUX Zoé\t1\tAvec notes\t",
];
/** That list, changed. */
export const listWith = (change: (text: string) => string, titles = TITLES) =>
  change([titles, ...ROWS].join("\n"));
/** That list with a part replaced. */
export const replaced = (before: string, after: string) => listWith((text) => text.replace(before, after));

/** A list, compared with a school. */
export function comparedIn(source: string, text: string): ComparedEstablishment {
  const { compared } = finished(compare(fixture(source).context, { text, uri: ROOT }));
  if (!compared) throw new Error("not compared");
  return compared;
}

/** The differences, one line each. */
export const linesOf = ({ differences }: ComparedEstablishment) =>
  differences.map(({ sign, message }) => `${sign} ${message}`);

/** Applies a fix, and compares again. The files that changed come with it. */
export function fixed(
  list: string,
  which: number,
  title: RegExp,
  { source = SCHOOL, reason = "parce que" } = {},
) {
  const { context, texts } = fixture(source);
  const { compared } = finished(compare(context, { text: list, uri: ROOT }));
  const fix = compared?.differences[which]?.fixes.find((one) => title.test(one.title));
  if (!compared || !fix) throw new Error(`no such fix: ${JSON.stringify(compared?.differences, null, 1)}`);
  const edit = compareFix(context, { establishment: compared.uri, change: fix.change, reason });
  const after = edit ? edited(texts, edit) : texts;
  const whole = [...after].map(([uri, text]) => `#- ${uri.slice(ROOT.length + 1)}\n${text}`).join("");
  const changed = [...after].filter(([uri, text]) => texts.get(uri) !== text);
  const lines = changed.flatMap(([uri, text]) => {
    const before = (texts.get(uri) ?? "").split("\n");
    return text
      .split("\n")
      .flatMap((line) => (before.includes(line) ? [] : [`${uri.slice(ROOT.length + 1)}: ${line}`]));
  });
  return { lines, left: linesOf(comparedIn(whole, list)), fix };
}
