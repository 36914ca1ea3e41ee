import { message } from "../../base/message.ts";
import type { CommandIo } from "../command.ts";
import type { OutputFormat, OutputFormats } from "../output-format.ts";
import type { ChecklistReport } from "./checklist-report.ts";

type PrintChecklist = (rollout: ChecklistReport, io: CommandIo) => string;

/** How `checklist` prints the state of the rollout: each format is a file of this folder, and a line here. */
export const checklistFormats: OutputFormats<OutputFormat<PrintChecklist>> = [
  { name: "text", load: async () => (await import("./text.ts")).textChecklist },
  { name: "md", remark: "Markdown", load: async () => (await import("./markdown.ts")).markdownChecklist },
  { name: "html", remark: message("one file"), load: async () => (await import("./html.ts")).htmlChecklist },
  { name: "json", load: async () => (await import("./json.ts")).jsonChecklist },
];
