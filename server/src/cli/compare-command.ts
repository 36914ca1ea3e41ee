import { message } from "../base/message.ts";
import { LIST_KINDS } from "../schema/lists.ts";
import type { CliCommand } from "./command.ts";
import { compareFormats } from "./compare-formats/formats.ts";
import { formatOption } from "./output-format.ts";

/** The command `compare`. */
export const compareCommand: CliCommand = {
  name: "compare",
  operands: "<list…> | -",
  maxOperands: Number.POSITIVE_INFINITY,
  text: message("Compare lists that were copied or exported from PRONOTE with an establishment"),
  options: [
    formatOption(compareFormats, (list) => message("How it is printed: {0}", list)),
    {
      name: "in",
      value: "FOLDER",
      text: message("The folder of the establishment (default: the working folder)"),
    },
    {
      name: "kind",
      value: "KIND",
      values: LIST_KINDS,
      text: message("Which list it is, where its titles do not say so: {0}", LIST_KINDS.join(", ")),
    },
    {
      name: "map",
      value: "TITLE=COLUMN",
      isRepeatable: true,
      text: message("What a title stands for; without a column, that it is not wanted"),
    },
    {
      name: "date",
      value: "YYYY-MM-DD",
      text: message("The day of the list (default: that of the file)"),
    },
    {
      name: "only",
      value: "PATH",
      text: message("Only what is at this place in the configuration, given as in the JSON report"),
    },
    {
      name: "all",
      text: message("Classes and groups of which a list has no row are missing, not left out"),
    },
    {
      name: "save",
      text: message("Write under correspondances what was taken for the same, and what {0} says", "--map"),
    },
    {
      name: "tick",
      text: message("Write down in deroulement which steps the list proves, if nothing differs there"),
    },
  ],
  exitCodes: message(
    "Exit codes: 0 no difference, 1 differences, 2 wrong usage or a list that cannot be read, 3 a fault of rentree's own.",
  ),
  load: async () => (await import("./compare.ts")).runCompare,
};
