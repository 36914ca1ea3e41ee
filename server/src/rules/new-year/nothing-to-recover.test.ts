import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { nothingToRecover } from "./nothing-to-recover.ts";

const KINDS = [
  ..."autorisations maquettes modeles referentiels elements-programme casiers-numeriques e-mails photos".split(
    " ",
  ),
  ..."progressions-qcm identifiants suivi-pluriannuel motifs-absences infos-medicales".split(" "),
  ..."autorisations-sortie memos orientations partenaires entreprises decrochages".split(" "),
];
const off = (kinds: readonly string[]) => kinds.map((kind) => `${kind}: false`).join(", ");

test("reports a recovery with every box off", () => {
  checkRule(
    nothingToRecover,
    `
recuperation:
  donnees: { ${off(KINDS)} }
# ^^^^^^^ Not one of the 19 kinds of data is ticked: the recovery would take nothing over from last year.
`,
  );
});

test("is silent while one is ticked, not decided or unfinished", () => {
  checkRule(nothingToRecover, `recuperation: { donnees: { ${off(KINDS.slice(1))} } }\n`);
  checkRule(nothingToRecover, `recuperation: { donnees: { ${off(KINDS.slice(1))}, autorisations: true } }\n`);
  checkRule(nothingToRecover, `recuperation: { donnees: { ${off(KINDS.slice(1))}, autorisations: } }\n`);
  checkRule(nothingToRecover, "recuperation: { donnees: {} }\n");
});
