import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { profilCannotEnterEvaluations } from "./profil-cannot-enter-evaluations.ts";

test("reports a profile that refuses evaluations to those who assess by competences, also through a niveau", () => {
  checkRule(
    profilCannotEnterEvaluations,
    `
profils-professeurs:
  Profil 1: { autorisations: { competences: { saisir-evaluations: false } } }
  #                                                               ^^^^^ The profile “Profil 1” does not allow entering evaluations: only appreciations can be entered for EMC (6A), EMC (6B).
professeurs: { martin: { nom: MARTIN } }
niveaux: { 6e: { services: { EMC: { mode: sans-notes } } } }
classes:
  6A: { niveau: 6e, services: { EMC: martin } }
  6B: { niveau: 6e, services: { EMC: [martin] } }
`,
  );
});

test("is silent on services with grades and on what is not written", () => {
  checkRule(
    profilCannotEnterEvaluations,
    `
profils-professeurs: { Profil 1: { autorisations: { competences: { saisir-evaluations: false } } } }
professeurs: { martin: { nom: MARTIN }, roux: { profil: Profil 2 } }
classes:
  6A: { services: { FRANC: martin, EMC: { professeurs: roux, mode: sans-notes }, EPS: { mode: sans-notes } } }
`,
  );
});

test("is silent where no framework evaluates the class: the service is for appreciations only", () => {
  const text = (classes: string, mark = "") => `
referentiels: { Socle: { classes: ${classes} } }
profils-professeurs:
  Profil 1: { autorisations: { competences: { saisir-evaluations: false } } }
${mark}
professeurs: { martin: { nom: MARTIN } }
classes:
  6A: { services: { VIE: { professeurs: martin, mode: sans-notes } } }
  6B: { niveau: 6e }
`;
  checkRule(profilCannotEnterEvaluations, text("6B"));
  const found =
    "The profile “Profil 1” does not allow entering evaluations: only appreciations can be entered for VIE (6A).";
  checkRule(
    profilCannotEnterEvaluations,
    text("6A", `  #                                                               ^^^^^ ${found}`),
  );
});

test("offers to tick the right", () => {
  checkFix(
    profilCannotEnterEvaluations,
    `
profils-professeurs:
  Profil 1: { autorisations: { competences: { saisir-evaluations: false } } }
professeurs: { martin: { nom: MARTIN } }
classes: { 6A: { services: { EMC: { professeurs: martin, mode: sans-notes } } } }
`,
    `
profils-professeurs:
  Profil 1: { autorisations: { competences: { saisir-evaluations: true } } }
professeurs: { martin: { nom: MARTIN } }
classes: { 6A: { services: { EMC: { professeurs: martin, mode: sans-notes } } } }
`,
  );
});
