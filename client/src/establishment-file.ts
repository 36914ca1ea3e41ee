/** The text of the first file of an establishment, with its required values. */
export function establishmentFile(school: { nom: string; rne: string; anneeScolaire: string }): string {
  return [
    "etablissement:",
    `  rne: ${school.rne.trim().toUpperCase()}`,
    `  nom: ${scalar(school.nom.trim())}`,
    `  annee-scolaire: ${school.anneeScolaire}`,
    "",
  ].join("\n");
}

/** A folder name for an establishment: “Collège des Tilleuls” gives `college-des-tilleuls`. */
export function folderNameFor(nom: string): string {
  const plain = nom.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "etablissement";
}

/** The school year to prepare on a day, e.g. `2026-2027`: from July on, the next one. */
export function schoolYearAt(day: Date): string {
  const first = day.getMonth() >= 6 ? day.getFullYear() : day.getFullYear() - 1;
  return `${first}-${first + 1}`;
}

/** A text as a YAML scalar, quoted unless it is surely plain. */
function scalar(text: string): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N} '’.()/-]*$/u.test(text);
  return plain ? text : JSON.stringify(text);
}
