import type { CommandIo } from "../command.ts";
import type { OutputFormat, OutputFormats } from "../output-format.ts";
import type { Report } from "./report.ts";

/** Prints a report as chunks of text. */
type PrintReport = (report: Report, io: CommandIo) => Iterable<string>;

interface CheckFormat extends OutputFormat<PrintReport> {
  /** Whether it prints source lines; otherwise they are not kept. */
  readonly showsLines?: boolean;
}

/** The output formats of `check`. Each is a file of this folder and a line here. */
export const checkFormats: OutputFormats<CheckFormat> = [
  { name: "pretty", load: async () => (await import("./pretty.ts")).pretty, showsLines: true },
  { name: "json", load: async () => (await import("./json.ts")).jsonReport },
  { name: "sarif", remark: "2.1.0", load: async () => (await import("./sarif.ts")).sarif },
  { name: "github", remark: "annotations", load: async () => (await import("./github.ts")).github },
  { name: "gitlab", remark: "Code Quality", load: async () => (await import("./gitlab.ts")).gitlab },
  { name: "junit", load: async () => (await import("./junit.ts")).junit },
];
