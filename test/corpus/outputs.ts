import { checkFormats } from "../../server/src/cli/check-formats/formats.ts";
import { checklistFormats } from "../../server/src/cli/checklist-formats/formats.ts";
import type { OutputFormat, OutputFormats } from "../../server/src/cli/output-format.ts";
import { planFormats } from "../../server/src/cli/plan-formats/formats.ts";
import { reportFormats } from "../../server/src/cli/report-formats.ts";

type CommandLine = readonly [command: string, ...args: string[]];

/** Each way to print what the configurations of a folder say: a command, and its arguments. */
export const OUTPUTS: readonly CommandLine[] = [
  ...inAll(checkFormats, "check"),
  ["check", "--summary"],
  ["check", "--fix-dry-run"],
  ...inAll(checklistFormats, "checklist"),
  ...inAll(checklistFormats, "checklist", "--todo", "--phase", "1"),
  ...inAll(planFormats, "plan"),
  ...inAll(reportFormats, "report"),
  ["effective"],
  ["effective", "--no-origins"],
  ["format", "--check"],
];

function inAll(formats: OutputFormats<OutputFormat<unknown>>, ...line: CommandLine): readonly CommandLine[] {
  return formats.map(({ name }) => [...line, "--format", name] as const);
}
