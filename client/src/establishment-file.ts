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
  const name = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return name !== "" && isNameEverywhere(name) ? name : ["etablissement", name].filter(Boolean).join("-");
}

/** Whether a text is the path of a folder below another one: relative, with `/` between names, and without `..`. */
export function isPathBelow(path: string): boolean {
  const names = path.split("/");
  return path !== "" && !path.includes("\\") && !path.startsWith("/") && !names.includes("..");
}

/** The first name of a path that Windows does not allow, so that a repository with it could not be cloned there. */
export function nameNotForWindows(path: string): string | undefined {
  return path.split("/").find((name) => name !== "" && name !== "." && !isNameEverywhere(name));
}

/** The names of devices of Windows, which are so with any extension, also with the digits ¹, ² and ³. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

/** Whether every system allows a name of a file or folder. */
function isNameEverywhere(name: string): boolean {
  return !(DEVICE.test(name) || /[. ]$/.test(name) || /[<>:"|?*\p{Cc}]/u.test(name));
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
