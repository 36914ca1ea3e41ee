/** The marker of an establishment. */
export const MARKER = "etablissement.pronote.yaml";
/** The base of the small académie, and the file of its establishment that mentions a name which is not declared. */
export const BASE = "academie.pronote.yaml";
export const CLASSES = "ecole/classes.pronote.yaml";
export const BASE_TEXT = "matieres: { FRANC: { libelle: Français } }\n";

/** The text of a marker in a folder below that of the base. */
export function markerOf(rne: string, name: string): string {
  return `herite-de: ../${BASE}\netablissement: { rne: ${rne}, nom: ${name} }\nhebergement: { mode: heberge }\n`;
}

/** A base and one establishment, by path: “martni” is declared nowhere. */
export const SMALL_ACADEMIE = {
  [BASE]: BASE_TEXT,
  [`ecole/${MARKER}`]: markerOf("0759998K", "Collège des Tilleuls"),
  "ecole/personnes.pronote.yaml": "professeurs:\n  martin: { nom: MARTIN, prenom: Alice }\n",
  [CLASSES]: "classes:\n  6E1: { periodicite: trimestriel, services: { FRANC: martni } }\n",
};
