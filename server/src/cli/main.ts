import { setFlagsFromString } from "node:v8";
import { version } from "../../../package.json";
import { closest } from "../base/closest.ts";
import { languageOf, localizerFor } from "../base/localize.ts";
import { type Language, message } from "../base/message.ts";
import { argumentsOf } from "./arguments.ts";
import { type CliCommand, type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { commands, commonOptions } from "./commands.ts";
import { help } from "./help.ts";

// A reader that has seen enough (`| head`) is no fault; any other failure to write is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.exitCode = 2;
    if (stream === process.stdout) process.stderr.write(`rentree: ${error.message}\n`);
  });
}

const argv = process.argv.slice(2);
const io = ioOf(argv);
// Not `process.exit`: what is written has to arrive.
void main(argv).then((code) => {
  process.exitCode ??= code;
});

async function main(argv: readonly string[]): Promise<ExitCode> {
  try {
    return await dispatch(argv);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`rentree: ${io.localize(error.said)}\n`);
      return 2;
    }
    io.say(message("This is a fault of rentree's own. Please report it with the lines below."));
    process.stderr.write(`rentree ${version}, Node ${process.version}, ${process.platform}\n`);
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 3;
  }
}

async function dispatch(argv: readonly string[]): Promise<ExitCode> {
  const at = commandIndex(argv);
  const name = argv[at];
  if (name === undefined) return withoutCommand(argv);
  const command = commands.find((one) => one.name === name) ?? unknownCommand(name);
  const rest = [...argv.slice(0, at), ...argv.slice(at + 1)];
  if (asksForHelp(rest)) return printed(help(io.localize, command));
  const args = argumentsOf(rest, [...command.options, ...commonOptions], command.most);
  if (args.has("version")) return printed(`${version}\n`);
  if (command.name !== "lsp") collectEarly();
  const run = await command.load();
  return run(args, io);
}

/**
 * Of an establishment that was looked at, next to nothing is kept: V8 would let such garbage grow to hundreds of megabytes
 * before it looks at it. (The server has pacing of its own.)
 */
function collectEarly(): void {
  setFlagsFromString("--heap-growing-percent=80");
}

function withoutCommand(argv: readonly string[]): ExitCode {
  if (asksForHelp(argv)) return printed(help(io.localize));
  if (argumentsOf(argv, commonOptions, 0).has("version")) return printed(`${version}\n`);
  process.stderr.write(help(io.localize));
  return 2;
}

/** Help is given also where something else in the call is wrong. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return argv.slice(0, end < 0 ? undefined : end).some((arg) => arg === "--help" || arg === "-h");
}

/** The first argument that is neither an option nor the value of one. */
function commandIndex(argv: readonly string[]): number {
  for (let at = 0; at < argv.length; at++) {
    if (argv[at] === "--lang") at++;
    else if (!argv[at]?.startsWith("-")) return at;
  }
  return argv.length;
}

function unknownCommand(name: string): CliCommand {
  const names = commands.map((one) => one.name);
  const [near] = closest(name, names);
  throw new UsageError(
    near === undefined
      ? message("There is no command “{0}”: {1}.", name, names.join(", "))
      : message("There is no command “{0}”. Did you mean “{1}”?", name, near),
  );
}

function printed(text: string): ExitCode {
  process.stdout.write(text);
  return 0;
}

function ioOf(argv: readonly string[]): CommandIo {
  const { env, stdout } = process;
  const localize = localizerFor(chosenLanguage(argv));
  return {
    get cwd() {
      return workingFolder();
    },
    language: chosenLanguage(argv),
    localize,
    color: stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb" && !argv.includes("--no-color"),
    columns: stdout.columns || undefined,
    out: (text) => new Promise((resolve) => void stdout.write(text, () => resolve())),
    say: (message) => void process.stderr.write(`${localize(message)}\n`),
    stdin: standardInput,
  };
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError(message("The working folder is there no more."));
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Chosen before anything else is read, so that wrong usage is told in the right language too. */
function chosenLanguage(argv: readonly string[]): Language {
  const { env } = process;
  const at = argv.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const wanted = argv[at]?.split("=")[1] ?? (at < 0 ? undefined : argv[at + 1]);
  const locale = wanted ?? (env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"]);
  return languageOf(locale?.replace("_", "-"));
}
