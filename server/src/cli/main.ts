import { setFlagsFromString } from "node:v8";
import { version } from "../../../package.json";
import { faultText } from "../base/fault-text.ts";
import { languageOf, localizerFor } from "../base/localize.ts";
import { type Language, message } from "../base/message.ts";
import { diskPaths } from "../lsp/disk-paths.ts";
import { thisMachine } from "../lsp/file-system.ts";
import { pathOnDisk } from "../lsp/path-on-disk.ts";
import { argumentsOf } from "./arguments.ts";
import { type CommandIo, type ExitCode, UsageError } from "./command.ts";
import { commonOptions } from "./commands.ts";
import { reasonFor } from "./error-reason.ts";
import { help } from "./help.ts";
import { allCommands, commandNamed } from "./help-command.ts";
import { type TextEncoding, terminalEncoding } from "./terminal-encoding.ts";
import { told } from "./told.ts";
import { wrapped } from "./wrapped.ts";

// A reader that closes the pipe early (`| head`) is not an error; any other failed write is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.exitCode = 2;
    if (stream === process.stdout) io.say(message("The output cannot be written: {0}.", reasonFor(error)));
  });
}

const argv = process.argv.slice(2);
const io = ioOf(argv);
// Not `process.exit`, which might cut off output that is not written yet.
void main(argv).then((code) => {
  process.exitCode ??= code;
});

async function main(argv: readonly string[]): Promise<ExitCode> {
  try {
    return await dispatch(argv);
  } catch (error) {
    if (error instanceof UsageError) {
      writeMessage(`rentree: ${told(io.localize, error.reason)}`);
      return 2;
    }
    io.say(message("This is a fault of rentree's own. Please report it with the lines below."));
    writeError(`rentree ${version}, Node ${process.version}, ${process.platform}\n`);
    writeError(`${faultText(error)}\n`);
    return 3;
  }
}

async function dispatch(argv: readonly string[]): Promise<ExitCode> {
  const at = commandIndex(argv);
  const name = argv[at];
  if (name === undefined) return withoutCommand(argv);
  const command = commandNamed(name);
  const rest = [...argv.slice(0, at), ...argv.slice(at + 1)];
  if (asksForHelp(rest)) return printed(help(io, allCommands, command));
  const args = argumentsOf(rest, [...command.options, ...commonOptions], command.maxOperands);
  if (args.has("version")) return printed(`${version}\n`);
  if (command.name !== "lsp") limitHeapGrowth();
  const run = await command.load();
  if (command.name !== "lsp") await findWorkingFolder();
  return run(args, io);
}

/**
 * Makes V8 collect garbage earlier: almost everything of an establishment is garbage once it is checked, and V8 would
 * let it grow to hundreds of megabytes. The server has a setting of its own.
 */
function limitHeapGrowth(): void {
  setFlagsFromString("--heap-growing-percent=80");
}

function withoutCommand(argv: readonly string[]): ExitCode {
  if (asksForHelp(argv)) return printed(help(io, allCommands));
  if (argumentsOf(argv, commonOptions, 0).has("version")) return printed(`${version}\n`);
  writeError(help({ ...io, columns: columnsOn(process.stderr) }, allCommands));
  return 2;
}

/** Whether help is asked for. It is printed even if other arguments are wrong. */
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

function printed(text: string): ExitCode {
  process.stdout.write(encodingOf(process.stdout)(text));
  return 0;
}

function writeError(text: string): void {
  process.stderr.write(encodingOf(process.stderr)(text));
}

/** Writes a message to standard error, on lines of its own. */
function writeMessage(text: string): void {
  writeError(`${wrapped(text, columnsOn(process.stderr), "").join("\n")}\n`);
}

/** The width of a stream in columns, if it is a terminal that has one. */
function columnsOn({ columns }: NodeJS.WriteStream): number | undefined {
  return columns || undefined;
}

/** On Windows, Node gives a terminal characters instead of bytes. */
function encodingOf(stream: NodeJS.WriteStream): TextEncoding {
  return terminalEncoding(process.env, stream.isTTY && process.platform !== "win32");
}

function ioOf(argv: readonly string[]): CommandIo {
  const { env, stdout } = process;
  const localize = localizerFor(chosenLanguage(argv));
  const encode = encodingOf(stdout);
  return {
    get cwd() {
      return workingFolder();
    },
    language: chosenLanguage(argv),
    localize,
    color: stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb" && !argv.includes("--no-color"),
    columns: columnsOn(stdout),
    out: (text) => new Promise((resolve) => void stdout.write(encode(text), () => resolve())),
    say: (message) => writeMessage(told(localize, message)),
    stdin: standardInput,
  };
}

/** On a system that ignores case, a shell goes to a folder by any spelling of its name: this is that of the disk. */
let folderOnDisk: string | undefined;

async function findWorkingFolder(): Promise<void> {
  if (diskPaths.ignoresCase) folderOnDisk = await pathOnDisk(thisMachine, workingFolder());
}

function workingFolder(): string {
  try {
    return folderOnDisk ?? process.cwd();
  } catch {
    throw new UsageError(message("The working folder no longer exists."));
  }
}

async function standardInput(maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes + 1);
}

/** The language of messages. It is read before the arguments are parsed, as errors in these are printed in it. */
function chosenLanguage(argv: readonly string[]): Language {
  const { env } = process;
  const at = argv.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const chosen = argv[at]?.split("=")[1] ?? (at < 0 ? undefined : argv[at + 1]);
  const locale = chosen ?? (env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"]);
  return languageOf(locale?.replace("_", "-"));
}
