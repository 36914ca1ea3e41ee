/**
 * An académie of `count` establishments with 60 classes each, on one base. Texts by path, without the file extension.
 */
export function academie(count: number): { [path: string]: string } {
  const services = ["FRANC", "MATHS", "ANGL"]
    .map((one) => `      ${one}: { professeurs: [martin] }\n`)
    .join("");
  const classes = Array.from(
    { length: 60 },
    (_, at) => `  C${at}:\n    periodicite: trimestriel\n    services:\n${services}`,
  ).join("");
  return {
    academie:
      "matieres:\n  FRANC: { libelle: Français }\n  MATHS: { libelle: Maths }\n  ANGL: { libelle: Anglais }\n",
    ...Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `e${at}/etablissement`,
        `herite-de: ../academie.pronote.yaml\netablissement: { rne: ${rne(at)}, nom: Tilleuls }\nhebergement: { mode: heberge }\nprofesseurs: { martin: { nom: MARTIN } }\nclasses:\n${classes}`,
      ]),
    ),
  };
}

/** A valid RNE for each number. */
function rne(at: number): string {
  return `${759900 + at}${"ABCDEFGHJKLMNPRSTUVWXYZ"[(759900 + at) % 23]}`.padStart(8, "0");
}
