/** What a comparison concludes, and what it leaves open. */
import { describe, expect, test } from "vitest";
import { proofsOf } from "../../server/src/exchange/compare/proof.ts";
import { compared, refusalOf, told } from "../support/compare.ts";

const SCHOOL = `
matieres: { FRANC: { libelle: Français }, EPS: { libelle: Sport }, SVT: { libelle: Sciences }, LATIN: { libelle: Latin } }
professeurs:
  martin: { nom: MARTIN, prenom: Alice }
  martin-b: { nom: MARTIN, prenom: Bruno }
  roux: { nom: ROUX, prenom: Jean }
  sans-nom: {}
`;
const listOf = (...rows: readonly string[]) =>
  ["Classe > Groupe;Matière/Sous-matière;Professeur", ...rows].join("\n");
const tellsOf = (yaml: string, ...rows: readonly string[]) =>
  told(compared(listOf(...rows), { yaml: `${SCHOOL}${yaml}\n` }));

describe("two services of one subject", () => {
  const yaml =
    "classes: { 6E1: { services: { FRANC: martin, FRANC-TD: { matiere: FRANC, modalite: TD, professeurs: [martin, roux] } } } }";
  test("are told apart by their teachers", () => {
    expect(tellsOf(yaml, "6E1;Français;MARTIN Alice, ROUX Jean", "6E1;Français;MARTIN Alice")).toEqual([]);
  });
  test("a third row of the same teachers is there twice; of others, in PRONOTE only", () => {
    const rows = ["6E1;Français;MARTIN Alice", "6E1;Français;MARTIN Alice, ROUX Jean"];
    expect(tellsOf(yaml, ...rows, "6E1;Français;MARTIN Alice")).toEqual([
      "twice classes/6E1/services/FRANC |Français",
    ]);
    expect(tellsOf(yaml, ...rows, "6E1;Français;MARTIN Bruno")).toEqual([
      "extra classes/6E1/services |Français",
    ]);
  });
  test("one that is missing is the one whose teachers are", () => {
    expect(tellsOf(yaml, "6E1;Français;M. ROUX Jean, Mme MARTIN Alice")).toEqual([
      "missing classes/6E1/services/FRANC FRANC| (or-inactive)",
    ]);
  });
});

describe("people", () => {
  test("namesakes are never chosen between", () => {
    const yaml = "classes: { 6E1: { services: { FRANC: martin } } }";
    expect(tellsOf(yaml, "6E1;Français;MARTIN")).toEqual([
      "untold classes/6E1/services/FRANC/professeurs martin| (namesakes)",
    ]);
    expect(tellsOf(yaml, "6E1;Français;MARTIN A.")).toEqual([]);
    expect(tellsOf(yaml, "6E1;Français;MARTIN B.")).toEqual([
      "other classes/6E1/services/FRANC/professeurs martin|MARTIN B.",
    ]);
  });
  test("somebody without a name here may be anybody there", () => {
    const yaml = "classes: { 6E1: { services: { FRANC: sans-nom, EPS: roux } } }";
    expect(tellsOf(yaml, "6E1;Français;INCONNU Paul", "6E1;Sport;INCONNU Paul")).toEqual([
      "untold classes/6E1/services/FRANC/professeurs sans-nom|INCONNU Paul (nameless)",
      "other classes/6E1/services/EPS/professeurs roux|INCONNU Paul",
    ]);
  });
  test("a kept name holds", () => {
    const yaml =
      "classes: { 6E1: { services: { FRANC: martin } } }\ncorrespondances: { professeurs: { MARTIN: martin } }";
    expect(tellsOf(yaml, "6E1;Français;MARTIN")).toEqual([]);
  });
  test("no teacher in PRONOTE is a teacher that is missing there", () => {
    expect(tellsOf("classes: { 6E1: { services: { FRANC: roux } } }", "6E1;Français;")).toEqual([
      "missing classes/6E1/services/FRANC/professeurs roux|",
    ]);
  });
});

describe("labels", () => {
  const yaml = "classes: { 6E1: { services: { SVT: martin, EPS: roux } }, 6E2: { services: { SVT: roux } } }";
  test("what is left over with the same teachers in each class is the subject", () => {
    expect(tellsOf(yaml, "6E1;S.V.T.;MARTIN Alice", "6E1;Sport;ROUX Jean", "6E2;S.V.T.;ROUX Jean")).toEqual([
      "≈ matieres: S.V.T. = SVT (elimination)",
    ]);
  });
  test("a label stays open where one class contradicts, and explains what is missing", () => {
    expect(
      tellsOf(yaml, "6E1;S.V.T.;MARTIN Alice", "6E1;Sport;ROUX Jean", "6E2;S.V.T.;MARTIN Alice"),
    ).toEqual([
      "untold classes/6E1/services/SVT SVT| (open-label)",
      "untold classes/6E1/services |S.V.T. (open-label)",
      "untold classes/6E2/services/SVT SVT| (open-label)",
      "untold classes/6E2/services |S.V.T. (open-label)",
    ]);
  });
  test("but not a subject that has its own label in the list", () => {
    expect(
      tellsOf(yaml, "6E1;Cuisine;MARTIN Alice", "6E1;Sport;ROUX Jean", "6E2;Sciences;ROUX Jean"),
    ).toEqual(["missing classes/6E1/services/SVT SVT| (or-inactive)", "extra classes/6E1/services |Cuisine"]);
  });
  test("a kept label holds", () => {
    const kept = `${yaml}\ncorrespondances: { matieres: { S.V.T.: SVT } }`;
    expect(tellsOf(kept, "6E1;S.V.T.;ROUX Jean", "6E1;Sport;ROUX Jean")).toEqual([
      "other classes/6E1/services/SVT/professeurs martin|ROUX Jean",
    ]);
  });
});

describe("classes and groups", () => {
  const yaml = `classes: { 6E1: {}, 6E2: {} }
groupes-eleves: { 6LAT: { classes: [6E1, 6E2], services: { LATIN: roux } } }`;
  test.each(["6LAT", "6E1, 6E2 > 6LAT", "[6LAT]<6E1> LATIN, <6E2> LATIN"])("%s", (cell) => {
    expect(tellsOf(yaml, `${cell};Latin;ROUX Jean`)).toEqual([]);
  });
  test("a group of another name is found by its classes, if only one has them", () => {
    expect(tellsOf(yaml, "6E1, 6E2 > LATINISTES;Latin;ROUX Jean")).toEqual([
      "≈ groupes-eleves: LATINISTES = 6LAT (spelling)",
    ]);
  });
  test("a class that is none here is in PRONOTE only, unless one of ours was not found", () => {
    const two = "classes: { 6E1: { services: { FRANC: roux } }, 6E2: { services: { FRANC: roux } } }";
    const first = "6E1;Français;ROUX Jean";
    expect(tellsOf(two, first, "6E2;Français;ROUX Jean", "5A;Français;ROUX Jean")).toEqual([
      "extra classes |5A",
    ]);
    expect(tellsOf(two, first, "5A;Français;ROUX Jean")).toEqual(["untold classes |5A (open-label)"]);
  });
});

test("rows of sub-services are counted, and are no difference", () => {
  const yaml =
    "classes: { 6E1: { services: { FRANC: { professeurs: roux, sous-services: { Oral: martin } } } } }";
  const list = listOf("6E1;Français;ROUX Jean", "6E1;Oral;MARTIN Alice");
  const comparison = compared(list, { yaml: `${SCHOOL}${yaml}\n` });
  expect([told(comparison), comparison.parts]).toEqual([[], 1]);
});

test("accepted differences are left out and counted; those that are none any more are told", () => {
  const yaml = `${SCHOOL}classes: { 6E1: { services: { FRANC: roux, EPS: roux } } }
correspondances: { ecarts: { classes/6E1/services/FRANC: vu, classes/6E1/services/EPS: vu aussi } }\n`;
  const comparison = compared(listOf("6E1;Français;MARTIN Alice", "6E1;Sport;ROUX Jean"), { yaml });
  expect(told(comparison)).toEqual([]);
  expect(comparison.accepted).toHaveLength(1);
  expect(comparison.unusedAcceptances).toEqual(["classes/6E1/services/EPS"]);
});

test("only what is at a place", () => {
  const yaml = `${SCHOOL}classes: { 6E1: { services: { FRANC: roux } }, 6E10: { services: { FRANC: roux } } }\n`;
  const list = listOf("6E1;Français;MARTIN Alice", "6E10;Français;MARTIN Alice");
  expect(told(compared(list, { yaml, only: ["classes", "6E1"] }))).toEqual([
    "other classes/6E1/services/FRANC/professeurs roux|MARTIN Alice",
  ]);
});

describe("what cannot be read", () => {
  const list = "NOM\tNIVEAU\tPRINCIPAUX\n6E1\t6e\tMARTIN\n6E2\t6e\tMARTIN\n";
  const school = (base: string) => `#- s/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX } }
classes: { 6E1: { niveau: 6e, professeur-principal: martin } }
${base}`;

  test("a class that PRONOTE has besides may stand in a base that is missing", () => {
    const there = compared(list, { yaml: school("#- base.pronote.yaml\nformat: 1\n") });
    expect([told(there), there.isPartial]).toEqual([["extra classes |6E2"], false]);
    const missing = compared(list, { yaml: school("") });
    expect([told(missing), missing.isPartial]).toEqual([["untold classes |6E2 (unread)"], true]);
  });

  test("nor is anything proved then, and what is written here is still compared", () => {
    const same = list.replace(/6E2.*\n/, "");
    expect(proofsOf(compared(same, { yaml: school("#- base.pronote.yaml\nformat: 1\n") }))).toHaveLength(1);
    expect(proofsOf(compared(same, { yaml: school("") }))).toEqual([]);
    expect(told(compared(same.replace("MARTIN", "ROUX"), { yaml: school("") }))).toEqual([
      "other classes/6E1/professeur-principal martin|ROUX",
    ]);
  });

  test("in a section with a mistake", () => {
    const broken =
      "professeurs: { martin: { nom: MARTIN } }\nclasses:\n  6E1: { niveau: 6e, professeur-principal: martin }\n  6E2: [[\n";
    const comparison = compared(list, { yaml: broken });
    expect([comparison.isPartial, told(comparison).every((line) => line.startsWith("untold"))]).toEqual([
      true,
      true,
    ]);
  });
});

describe("rows that lack a cell", () => {
  const yaml =
    "classes: { 6E1: { services: { FRANC: martin, EPS: roux } }, 5E1: { services: { FRANC: martin } } }";
  test("below a merged cell: of which class they are is not known, so nothing is said to be missing", () => {
    expect(
      tellsOf(yaml, "6E1;Français;MARTIN Alice", ";Sport;ROUX Jean", "5E1;Français;MARTIN Alice"),
    ).toEqual(["untold classes/6E1/services/EPS EPS| (unplaced)"]);
  });
  test("a class in a row of its own, or a row that was cut off, hides no service", () => {
    const rows = ["6E1;;", "6E1;Français;MARTIN Alice", "5E1;Français;MARTIN Alice"];
    expect(tellsOf(yaml, ...rows)).toEqual(["missing classes/6E1/services/EPS EPS| (or-inactive)"]);
  });
  test("a course without a teacher is a service that has none", () => {
    const titles = "MAT_CODE;PROF_NOM;CLASSE";
    const school = `${SCHOOL}classes: { 6E1: { services: { FRANC: martin, EPS: {} } } }\n`;
    const list = `${titles}\nFRANC;MARTIN;6E1\nEPS;;6E1\n`;
    expect(told(compared(list, { yaml: school })).filter((one) => one.includes("EPS"))).toEqual([]);
  });
  test.each([
    [
      "a room without a capacity",
      "salles: { S101: {}, CDI: { capacite: 30 } }",
      "Nom;Capacité\nS101;\nCDI;30",
    ],
    [
      "a teacher without a first name",
      "professeurs: { roux: { nom: ROUX } }",
      "NOM;PRENOM;DISCIPLINE\nROUX;;L1",
    ],
    [
      "somebody without a function",
      "personnels: { roux: { nom: ROUX, prenom: Jean } }",
      "NOM;PRENOM;Fonction\nROUX;Jean;",
    ],
    [
      "a subject without a code",
      "matieres: { FRANC: { libelle: Français } }\nclasses: { 6E1: { services: { FRANC: {} } } }",
      "Code;Libellé\n;Français",
    ],
  ])("%s is there", (_, school, list) => {
    expect(told(compared(list, { yaml: `${school}\n` }))).toEqual([]);
  });
});

test.each(["Total;148;", "TOTAL;3;12,5", "Totaux;;148", "148 services;;", "149 lignes;3;"])(
  "a row of totals is none: %s",
  (row) => {
    const list = compared(listOf("6E1;Français;MARTIN Alice", row), {
      yaml: `${SCHOOL}classes: { 6E1: { services: { FRANC: martin } } }\n`,
    });
    expect([told(list), list.rows, list.incomplete]).toEqual([[], 1, []]);
  },
);

test.each([
  ["titles alone", [], "no-rows", undefined],
  ["titles and a total", ["148 services;;"], "no-rows", undefined],
  [
    "another list below it",
    ["6E1;Français;MARTIN Alice", ";;", "NOM;NIVEAU;PRINCIPAUX", "6E1;6EME;ROUX"],
    "two-lists",
    4,
  ],
  [
    "a quote that is never closed",
    ["6E1;Français;MARTIN Alice", '6E1;"Sport;ROUX Jean', "5E1;Français;ROUX"],
    "table-too-large",
    3,
  ],
] as const)("a list with %s is refused at its row", (_, rows, id, line) => {
  const refusal = refusalOf(listOf(...rows), { yaml: SCHOOL });
  expect([refusal?.id, refusal?.place?.line]).toEqual([id, line]);
});
