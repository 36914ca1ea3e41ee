import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { projetHiddenFromTeam } from "./projet-hidden-from-team.ts";

test("reports projects that the team cannot see, all or of one kind", () => {
  checkRule(
    projetHiddenFromTeam,
    `
projets-accompagnement:
  consultable-par-equipe: false
  #                       ^^^^^ The teaching team would not see “projets-accompagnement”, and could not provide the arrangements that a project promises.
  types: { PAP: { consultable-par-equipe: false }, PPS: { consultable-par-equipe: true } }
  #                                       ^^^^^ The teaching team would not see “PAP”, and could not provide the arrangements that a project promises.
`,
  );
});

test("is silent while it is not written", () => {
  checkRule(projetHiddenFromTeam, "projets-accompagnement: { types: { PAP: { libelle: Plan } } }\n");
});

test("offers to show them", () => {
  checkFix(
    projetHiddenFromTeam,
    "projets-accompagnement: { consultable-par-equipe: false }\n",
    "projets-accompagnement: { consultable-par-equipe: true }\n",
  );
});
