import type { Language } from "../base/message.ts";
import { type Localize, message } from "../base/message.ts";
import { shownJson } from "../base/shown-text.ts";
import type { RolloutReport } from "../rollout/report/rollout-report.ts";
import type { OutputFormat, OutputFormats } from "./output-format.ts";

type PrintReport = (report: RolloutReport, localize: Localize, language: Language) => string;

/** How `report` is printed. */
export const reportFormats: OutputFormats<OutputFormat<PrintReport>> = [
  {
    name: "html",
    remark: message("one file"),
    load: async () => (await import("../rollout/report/html-report.ts")).htmlReport,
  },
  {
    name: "md",
    remark: "Markdown",
    load: async () => (await import("../rollout/report/markdown-report.ts")).markdownReport,
  },
  {
    name: "json",
    load: async () => {
      const { jsonReport } = await import("../rollout/report/json-report.ts");
      return (report, localize) => `${shownJson(jsonReport(report, localize))}\n`;
    },
  },
];
