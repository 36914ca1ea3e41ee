import { message } from "../base/message.ts";
import type { CliCommand } from "./command.ts";
import { importFormats } from "./import-formats/formats.ts";
import { formatOption } from "./output-format.ts";

/** How `rentree import` is called. */
export const importCommand: CliCommand = {
  name: "import",
  operands: "[files, zips, folders…]",
  maxOperands: Number.POSITIVE_INFINITY,
  text: message(
    "Show what exports of SIECLE, STSWEB, EDT and UnDeuxTEMPS would add to an establishment, or to a new one",
  ),
  options: [
    formatOption(importFormats, (list) => message("How it is printed: {0}", list)),
    { name: "write", text: message("Write it; nothing that is written by hand is changed") },
    {
      name: "into",
      value: "FOLDER",
      text: message("The folder of the establishment (default: the working folder)"),
    },
    {
      name: "from",
      value: "FOLDER",
      text: message("Without files: where those lie that the configuration names under imports"),
    },
    {
      name: "only",
      value: "PARTS",
      text: message(
        "Only these parts, separated by commas: {0}",
        "matieres, professeurs, personnels, classes, groupes-eleves, services, salles",
      ),
    },
    {
      name: "refresh",
      text: message("Bring what an earlier import wrote up to date, unless it was corrected by hand"),
    },
    {
      name: "prune",
      text: message("Remove from imported files what no source has any more, unless it is needed"),
    },
    {
      name: "lift",
      text: message("Write services that all classes of a niveau share once, in the niveau"),
    },
    {
      name: "periodicite",
      value: "KIND",
      values: ["trimestriel", "semestriel", "annee-continue"],
      text: message(
        "The kind of grading periods of niveaux that have none yet (default: left to be written)",
      ),
    },
    {
      name: "counts",
      text: message("Compare the numbers of students by class too; of students nothing else is read"),
    },
  ],
  exitCodes: message(
    "Exit codes: 0 nothing to do, or written, 1 there is something to write, 2 wrong usage, a source that cannot be read or is of another establishment, 3 a fault of rentree's own.",
  ),
  load: async () => (await import("./import.ts")).runImport,
};
