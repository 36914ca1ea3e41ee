import { message } from "../../base/message.ts";
import type { CommandIo } from "../command.ts";
import type { OutputFormat, OutputFormats } from "../output-format.ts";
import type { ImportReport } from "./import-report.ts";

type PrintImport = (report: ImportReport, io: CommandIo) => string;

/** How `import` prints its plan: each format is a file of this folder, and a line here. */
export const importFormats: OutputFormats<OutputFormat<PrintImport>> = [
  { name: "pretty", load: async () => (await import("./pretty.ts")).prettyImport },
  { name: "json", load: async () => (await import("./json.ts")).jsonImport },
  {
    name: "diff",
    remark: message("the texts that it would write"),
    load: async () => (await import("./diff.ts")).diffImport,
  },
];
