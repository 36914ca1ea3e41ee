import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { professeurWithoutService } from "./professeur-without-service.ts";

test("reports who teaches nothing, but not those of a base", () => {
  checkRule(
    professeurWithoutService,
    `
#- base.pronote.yaml
professeurs: { blanc: { nom: BLANC } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
professeurs:
  martin: { nom: MARTIN }
  roux: { nom: ROUX, fonction: Enseignant }
# ^^^^ “roux” teaches no active service: this account would show no class. Is a service missing, or has the teacher left?
  vert: { fonction: Professeur documentaliste }
  noir: { mode-vie-scolaire: Profil 1 }
  rose: { mode-administratif: CPE }
  gris: { profil: Professeur documentaliste }
classes: { 6A: { services: { FRANC: martin, EPS: { professeurs: roux, actif: false } } } }
`,
  );
});

test("is silent as long as services are being written", () => {
  const professeurs = "professeurs: { martin: {}, roux: {} }\n";
  checkRule(professeurWithoutService, professeurs);
  checkRule(
    professeurWithoutService,
    `${professeurs}classes: { 6A: { services: { FRANC: { professeurs: martin, actif: false } } } }\n`,
  );
  checkRule(
    professeurWithoutService,
    "professeurs: { martin: {}, roux: , noir: ~ }\nclasses: { 6A: { services: { FRANC: martin } } }\n",
  );
  checkRule(
    professeurWithoutService,
    `${professeurs}classes: { 6A: { services: { FRANC: martin, EPS: {} } } }\n`,
  );
  checkRule(
    professeurWithoutService,
    `${professeurs}classes: { 6A: { services: { FRANC: martin } }, 6B: {} }\n`,
  );
});

test("knows who teaches a group or a part of a service", () => {
  checkRule(
    professeurWithoutService,
    `
professeurs: { martin: {}, roux: {} }
classes: { 6A: { services: { FRANC: { sous-services: { Oral: martin } } } } }
groupes-eleves: { G: { services: { LATIN: roux } } }
`,
  );
});

test("is silent where a service is written twice", () => {
  checkRule(
    professeurWithoutService,
    `
professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX } }
classes: { 6A: { periodicite: trimestriel, services: { FRANC: martin, FRANC: martin, EPS: roux } } }
`,
  );
});

test("is silent where a class, a group or a file cannot be read", () => {
  const school = `
#- etablissement.pronote.yaml
professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX } }
classes: { 6A: { periodicite: trimestriel, services: { FRANC: martin } } }
`;
  for (const more of [
    "groupes-eleves:\n  G: {\n  H: { services: { LATIN: martin } }\n",
    "\0",
    "<<<<<<<\na: 1\n=======\n>>>>>>>\n",
  ])
    checkRule(professeurWithoutService, `${school}#- groupes.pronote.yaml\n${more}`);
});
