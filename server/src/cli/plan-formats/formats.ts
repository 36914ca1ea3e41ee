import { message } from "../../base/message.ts";
import type { OutputFormat, OutputFormats } from "../output-format.ts";
import type { PlanPrinter } from "./plan-report.ts";

/** How `plan` prints what is left to enter: each format is a file of this folder, and a line here. */
export const planFormats: OutputFormats<OutputFormat<PlanPrinter>> = [
  { name: "text", load: async () => (await import("./text.ts")).textPlan },
  { name: "md", remark: "Markdown", load: async () => (await import("./markdown.ts")).markdownPlan },
  { name: "html", remark: message("one file"), load: async () => (await import("./html.ts")).htmlPlan },
  { name: "json", load: async () => (await import("./json.ts")).jsonPlan },
];
