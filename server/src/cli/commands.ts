import { say } from "../base/say.ts";
import type { Command, Option } from "./command.ts";

/** Options that every command has. */
export const common: readonly Option[] = [
  {
    name: "lang",
    value: "fr|en",
    among: ["fr", "en"],
    text: say("The language of messages (default: that of the system, from LC_ALL, LC_MESSAGES or LANG)"),
  },
  { name: "no-color", text: say("No colours, even on a terminal; the variable NO_COLOR says the same") },
  { name: "help", short: "h", text: say("Show this help") },
  { name: "version", short: "V", text: say("Show the version") },
];

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: "check",
    operands: "[paths…]",
    most: Number.POSITIVE_INFINITY,
    text: say("Check every establishment below the paths (default: the working folder)"),
    options: [
      {
        name: "format",
        value: "FORMAT",
        among: ["pretty", "json", "sarif", "github", "gitlab", "junit"],
        text: say(
          "How findings are printed: pretty (default), json, sarif (2.1.0), github (annotations), gitlab (Code Quality) or junit",
        ),
      },
      { name: "fix", text: say("Apply the sure fixes to the files below the paths") },
      { name: "fix-dry-run", text: say("Print what --fix would change, as a unified diff; change nothing") },
      {
        name: "max-warnings",
        value: "N",
        text: say("More warnings than this count as a failure (default: no limit)"),
      },
      {
        name: "rule",
        value: "ID=SEVERITY",
        many: true,
        text: say(
          "Give a rule another severity: error, warning, information, hint or off; may be given several times",
        ),
      },
      { name: "stdin", text: say("Check the text of standard input in the place of one file") },
      { name: "stdin-path", value: "PATH", text: say("The file that the text of standard input stands for") },
      {
        name: "changed-since",
        value: "REVISION",
        text: say("Only the establishments of which a file, or a base, changed since this git revision"),
      },
      { name: "shard", value: "I/N", text: say("Only the I-th of N shares of the establishments") },
    ],
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "checklist",
    operands: "[paths…]",
    most: Number.POSITIVE_INFINITY,
    text: say("Show the state of the rollout; for several establishments, what each has still to do"),
    options: [
      {
        name: "format",
        value: "FORMAT",
        among: ["text", "md", "html", "json"],
        text: say("How it is printed: text (default), md, html (one file) or json"),
      },
    ],
    load: async () => (await import("./checklist.ts")).checklist,
  },
  {
    name: "explain",
    operands: "[rule]",
    most: 1,
    text: say("Show the page of a rule; without a name, list the rules"),
    options: [],
    load: async () => (await import("./explain.ts")).explain,
  },
  {
    name: "schema",
    operands: "",
    most: 0,
    text: say("Print the JSON Schema (draft-07) of the language, for other tools"),
    options: [],
    load: async () => (await import("./schema.ts")).schema,
  },
  {
    name: "lsp",
    operands: "",
    most: 0,
    text: say("Run the language server, for any editor"),
    options: [
      { name: "stdio", text: say("Speak over standard input and output") },
      {
        name: "clientProcessId",
        value: "PID",
        text: say("The process of the editor, which the server does not outlive"),
      },
    ],
    load: async () => (await import("./lsp.ts")).lsp,
  },
];
