import { expect, test } from "vitest";
import { markerFile, newMarkerContent, nextSections, schoolYearAt, typeTold } from "./new-establishment.ts";

test.each([
  ["Collège des Tilleuls", "college"],
  ["CLG J. Prévert", "college"],
  ["Lycée de la Rade", "lycee-general-et-technologique"],
  ["Lycée professionnel du Port", "lycee-professionnel"],
  ["LP du Port", "lycee-professionnel"],
  ["Lycée des métiers du Port", "lycee-professionnel"],
  ["LYCÉE POLYVALENT DU PORT", "lycee-polyvalent"],
  ["Cité scolaire du Port", "cite-scolaire"],
  ["Collège et lycée du Port", "cite-scolaire"],
  ["École du Port", "ecole"],
  ["Les Alpes", undefined],
  ["Institution du Port", undefined],
])("the type that “%s” tells is %s", (nom, type) => {
  expect(typeTold(nom)).toBe(type);
});

test("from July on, the school year is the next one", () => {
  expect(schoolYearAt("2026-06-30")).toBe("2025-2026");
  expect(schoolYearAt("2026-07-01")).toBe("2026-2027");
});

test("a marker says what is decided, with a path to the base and comments around it", () => {
  const folder = "file:///academie/bassin/college";
  const content = newMarkerContent({
    folder,
    rne: "0759998K",
    nom: "Collège: « A »",
    anneeScolaire: "2026-2027",
    type: "college",
    mode: "heberge",
    base: "file:///academie/academie.pronote.yaml",
  });
  expect(markerFile(folder, content, ["Collège\n: oui\u2028"], ["- periodes"])).toEqual({
    uri: `${folder}/etablissement.pronote.yaml`,
    text: `# Collège : oui 
herite-de: ../../academie.pronote.yaml
etablissement:
  rne: 0759998K
  nom: "Collège: « A »"
  type: college
  annee-scolaire: 2026-2027
hebergement:
  mode: heberge

# - periodes
`,
  });
});

test("what is written already is not next", () => {
  const keys = nextSections(new Set(["periodes", "classes"])).map(({ key }) => key);
  expect(keys).toEqual(["matieres", "niveaux", "professeurs", "personnels"]);
});
