import { BASE, BASE_TEXT, MARKER, markerOf } from "./small-academie.ts";

const LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** How many establishments have the same finding. */
const WITH_FINDING = 12;

/**
 * The files of an académie by path: so many establishments of one base, the first twelve with the same misspelt key, and
 * every fourth with a step that was due long ago.
 */
export function fleetFiles(count: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = { [BASE]: BASE_TEXT };
  for (let n = 1; n <= count; n++) {
    const folder = `${n % 2 === 0 ? "nord" : "sud"}/ecole-${n}`;
    const digits = 750_000 + n;
    const rne = `0${digits}${LETTERS[digits % LETTERS.length]}`;
    files[`${folder}/${MARKER}`] = markerOf(rne, `École ${n}`).replace("../", "../../");
    if (n <= WITH_FINDING)
      files[`${folder}/securite.pronote.yaml`] = "securite: { longueur-min: 12, renouvelement-jours: 90 }\n";
    if (n % 4 === 0)
      files[`${folder}/deroulement.pronote.yaml`] =
        "deroulement:\n  licences: { pour: a.petit, avant: 2020-09-01 }\n";
  }
  return files;
}
