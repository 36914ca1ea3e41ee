import { expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { yamlText } from "../schema/yaml-text.ts";
import { sisterCopy } from "./sister-copy.ts";

function copyOf(source: string, people = false): { readonly [path: string]: string } {
  const { workspace } = fixture(source);
  const sister = workspace.snapshots.find(({ establishment }) => establishment);
  if (!sister) throw new Error("no establishment");
  const target = { folder: `${ROOT}/bassin/b`, rne: "0759914U", nom: "Collège <b>B</b>", people };
  return Object.fromEntries(sisterCopy(sister, target).map(({ path, content }) => [path, yamlText(content)]));
}

const SISTER = `
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
# Mme Martin répond de tout.
etablissement: { rne: 0759998K, nom: Collège A, type: college, chef-etablissement: durand, annee-scolaire: 2026-2027 }
hebergement: { mode: heberge, numero: 4321 }
communication:
  e-mails: { expediteur: { nom: Collège A, adresse: ce.0759998k@ac-exemple.fr } }
  informations-sondages: { informations: [durand, CPE], sondages: [durand] }
deroulement: { hebergement: { fait: 2026-08-20 } }
#- a/classes.pronote.yaml
niveaux: { 6e: { services: { FRANC: { coefficient: 2 } } } }
classes: { 6E1: { niveau: 6e, services: { FRANC: martin } } }
#- a/personnels.pronote.yaml
personnels: { durand: { nom: DURAND, fonction: Principal }, cpe: { nom: ROUX, fonction: CPE } }
professeurs: { martin: { nom: MARTIN } }
#- academie.pronote.yaml
matieres: { FRANC: { libelle: Français } }
`;

test("settings are taken over; what is the other's own, its people and all that names them are left out", () => {
  expect(copyOf(SISTER)).toEqual({
    "etablissement.pronote.yaml": `herite-de: ../../academie.pronote.yaml
etablissement:
  rne: 0759914U
  nom: "Collège <b>B</b>"
  type: college
  annee-scolaire: 2026-2027
hebergement:
  mode: heberge
communication:
  e-mails:
    expediteur:
      nom: "Collège <b>B</b>"
      adresse: ce.0759914u@ac-exemple.fr
`,
    "classes.pronote.yaml": `niveaux:
  6e:
    services:
      FRANC:
        coefficient: 2
`,
  });
});

test("people and classes are taken over on demand, but no tick", () => {
  const copy = copyOf(SISTER, true);
  expect(Object.keys(copy)).toHaveLength(3);
  expect(copy["classes.pronote.yaml"]).toContain(
    "    services:\n      FRANC:\n        professeurs: [martin]\n",
  );
  expect(copy["etablissement.pronote.yaml"]).toContain("chef-etablissement: durand\n");
  expect(Object.values(copy).join("")).not.toMatch(/deroulement|4321|0759998/i);
});

test("an address that does not follow from the RNE is not taken over", () => {
  const servers = (address: string) =>
    copyOf(
      `serveurs: { serveur: { adresse: ${address}, port: 49300 } }\netablissement: { rne: 0759998K, nom: A }`,
    )["etablissement.pronote.yaml"];
  expect(servers("192.168.0.10")).not.toContain("adresse");
  expect(servers("0759998K.index-education.net")).toContain("adresse: 0759914U.index-education.net\n");
});

test("what cannot be understood is left out", () => {
  const copy = copyOf(`
etablissement: { rne: 0759998K, nom: A, type: [a, b] }
securite: { longueur-min: douze, renouvellement: }
niveaux: { 6e: { services: *inconnu } }
`);
  expect(copy["etablissement.pronote.yaml"]).toBe(
    'etablissement:\n  rne: 0759914U\n  nom: "Collège <b>B</b>"\nniveaux:\n  6e: {}\n',
  );
});

test("a removal stays one, an alias becomes what it stands for", () => {
  const copy = copyOf(`
etablissement: { rne: 0759998K, nom: A }
matieres: { FRANC: &m { libelle: Français }, LATIN: *m, EPS: ~ }
`);
  expect(copy["etablissement.pronote.yaml"]).toContain(
    "matieres:\n  FRANC:\n    libelle: Français\n  LATIN:\n    libelle: Français\n  EPS: ~\n",
  );
});
