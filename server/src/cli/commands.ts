import { message } from "../base/message.ts";
import { checkFormats } from "./check-formats/formats.ts";
import { checklistFormats } from "./checklist-formats/formats.ts";
import type { CliCommand, CommandOption } from "./command.ts";
import { compareCommand } from "./compare-command.ts";
import { importCommand } from "./import-command.ts";
import { formatOption } from "./output-format.ts";
import { planFormats } from "./plan-formats/formats.ts";
import { reportFormats } from "./report-formats.ts";

/** The options of every command. */
export const commonOptions: readonly CommandOption[] = [
  {
    name: "lang",
    value: "fr|en",
    values: ["fr", "en"],
    text: message("The language of messages (default: that of the system, from LC_ALL, LC_MESSAGES or LANG)"),
  },
  { name: "no-color", text: message("No colours, even on a terminal; the variable NO_COLOR says the same") },
  { name: "help", short: "h", text: message("Show this help") },
  { name: "version", short: "V", text: message("Show the version") },
];

/** Every command, in the order of the help. */
export const commands: readonly CliCommand[] = [
  {
    name: "check",
    operands: "[paths…]",
    maxOperands: Number.POSITIVE_INFINITY,
    text: message("Check every establishment below the paths (default: the working folder)"),
    options: [
      formatOption(checkFormats, (list) => message("How findings are printed: {0}", list)),
      {
        name: "summary",
        text: message("Print only how many findings there are, by establishment and by rule"),
      },
      { name: "fix", text: message("Apply the sure fixes to the files below the paths") },
      {
        name: "fix-dry-run",
        text: message("Print what --fix would change, as a unified diff; change nothing"),
      },
      {
        name: "max-warnings",
        value: "N",
        text: message("More warnings than this count as a failure (default: no limit)"),
      },
      {
        name: "rule",
        value: "ID=SEVERITY",
        isRepeatable: true,
        text: message(
          "Give a rule another severity: error, warning, information, hint or off; may be given several times",
        ),
      },
      { name: "stdin", text: message("Check the text of standard input in the place of one file") },
      {
        name: "stdin-path",
        value: "PATH",
        text: message("The file that the text of standard input stands for"),
      },
      {
        name: "changed-since",
        value: "REVISION",
        text: message("Only the establishments of which a file, or a base, changed since this git revision"),
      },
      { name: "shard", value: "I/N", text: message("Only the I-th of N shares of the establishments") },
    ],
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "checklist",
    operands: "[paths…]",
    maxOperands: Number.POSITIVE_INFINITY,
    text: message("Show the state of the rollout; for several establishments, what each still has to do"),
    options: [
      formatOption(checklistFormats, (list) => message("How it is printed: {0}", list)),
      { name: "todo", text: message("Only the steps that are still to be done") },
      { name: "phase", value: "N", text: message("Only the steps of this phase") },
    ],
    load: async () => (await import("./checklist.ts")).checklist,
  },
  {
    name: "plan",
    operands: "[paths…]",
    maxOperands: Number.POSITIVE_INFINITY,
    text: message("Show what is left to enter in PRONOTE, screen by screen, with the values"),
    options: [
      formatOption(planFormats, (list) => message("How it is printed: {0}", list)),
      {
        name: "since",
        value: "REVISION",
        text: message(
          "What a change since this git revision means: each value before and after, with its screen, and who gains or loses which rights",
        ),
      },
      { name: "phase", value: "N", text: message("Only the steps of this phase") },
    ],
    load: async () => (await import("./plan.ts")).plan,
  },
  {
    name: "effective",
    operands: "[paths…]",
    maxOperands: Number.POSITIVE_INFINITY,
    text: message("Show what PRONOTE is to hold: all values in effect, each with its origin"),
    options: [
      {
        name: "at",
        value: "KEYS",
        text: message("Only what stands at these keys, with a slash between them"),
      },
      { name: "no-origins", text: message("Without the origins, so that two texts are easily compared") },
      { name: "since", value: "REVISION", text: message("Only how it differs from this git revision") },
    ],
    load: async () => (await import("./effective.ts")).effective,
  },
  {
    name: "report",
    operands: "[paths…]",
    maxOperands: Number.POSITIVE_INFINITY,
    text: message("Report where one establishment or a whole académie stands, to be handed on"),
    options: [formatOption(reportFormats, (list) => message("How it is printed: {0}", list))],
    load: async () => (await import("./report.ts")).report,
  },
  importCommand,
  compareCommand,
  {
    name: "format",
    operands: "[paths…]",
    maxOperands: Number.POSITIVE_INFINITY,
    text: message("Format the files below the paths: spaces and indentation, never a value or a comment"),
    options: [
      {
        name: "check",
        text: message(
          "Change nothing: print what would change as a unified diff, and fail if that is anything",
        ),
      },
      {
        name: "indent",
        value: "N",
        text: message("By how many columns a map is deeper than the one around it (default: 2)"),
      },
    ],
    load: async () => (await import("./format.ts")).format,
  },
  {
    name: "explain",
    operands: "[rule|keys]",
    maxOperands: 1,
    text: message(
      "Show the page of a rule or of a key (its keys with a slash between them); without a name, list the rules",
    ),
    options: [],
    load: async () => (await import("./explain.ts")).explain,
  },
  {
    name: "schema",
    operands: "",
    maxOperands: 0,
    text: message("Print the JSON Schema (draft-07) of the language, for other tools"),
    options: [],
    load: async () => (await import("./schema.ts")).schema,
  },
  {
    name: "version",
    operands: "",
    maxOperands: 0,
    text: message("Show the version"),
    options: [],
    load: async () => (await import("./version.ts")).runVersion,
  },
  {
    name: "lsp",
    operands: "",
    maxOperands: 0,
    text: message("Run the language server, for any editor"),
    options: [
      { name: "stdio", text: message("Speak over standard input and output") },
      {
        name: "clientProcessId",
        value: "PID",
        text: message("The process of the editor, which the server does not outlive"),
      },
    ],
    load: async () => (await import("./lsp.ts")).lsp,
  },
];
