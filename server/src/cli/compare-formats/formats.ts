import { message } from "../../base/message.ts";
import type { CompareReport } from "../../exchange/compare/compare-report.ts";
import type { CommandIo } from "../command.ts";
import type { OutputFormat, OutputFormats } from "../output-format.ts";

type PrintComparison = (report: CompareReport, io: CommandIo) => string;

/** How `compare` prints its result: each format is a file of this folder, and a line here. */
export const compareFormats: OutputFormats<OutputFormat<PrintComparison>> = [
  { name: "text", load: async () => (await import("./text.ts")).textComparison },
  {
    name: "md",
    remark: "Markdown",
    load: async () => (await import("../../exchange/compare/report-markdown.ts")).markdownComparison,
  },
  { name: "html", remark: message("one file"), load: async () => (await import("./html.ts")).htmlComparison },
  { name: "json", load: async () => (await import("./json.ts")).jsonComparison },
];
