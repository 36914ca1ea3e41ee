import { Analysis } from "../analysis/analysis.ts";
import { message } from "../base/message.ts";
import { relativeTo } from "../base/uri.ts";
import { decoded, uriOf } from "../lsp/disk.ts";
import { isMarker, type ProjectFiles } from "../model/layout.ts";
import { checkFormats } from "./check-formats/formats.ts";
import { type Report, reportOf } from "./check-formats/report.ts";
import { summary } from "./check-formats/summary.ts";
import { type CheckedScope, checkScope } from "./check-scope.ts";
import {
  type CommandArguments,
  type CommandIo,
  type ExitCode,
  type RunCommand,
  UsageError,
} from "./command.ts";
import { fixScope } from "./fix-scope.ts";
import { diffOf, writeFixes } from "./fixes.ts";
import { filesChangedSince } from "./git-changes.ts";
import { formatIn } from "./output-format.ts";
import { type CheckScope, type CommandInput, inputOf } from "./scope.ts";
import { basesNamed, restricted, share, touched, whole } from "./select.ts";
import { severitiesOf } from "./severities.ts";
import { sweep } from "./sweep.ts";
import { fileTarget, pathTargetOf } from "./target.ts";

/** Checks what the paths lead to, mends what is sure if that is wanted, and reports the rest. */
export const check: RunCommand = async (args, io) => {
  refuseContradictions(args);
  const format = formatIn(checkFormats, args);
  const most = warningsAllowed(args);
  const input = await inputFrom(args, io);
  const severities = severitiesOf(args.values("rule"));
  const { scope, plots } = await selected(input, args);
  const closed = tellClosed(input, io);
  const isDry = args.has("fix-dry-run");
  const wanted = { lines: format.showsLines === true, texts: isDry || args.has("fix") };
  const analysis = new Analysis();
  const look = (one: CheckScope) => checkScope(analysis, one, severities, wanted);
  const report = (found: CheckedScope) => reported(found, input, plots ?? found.swept.plots, io);
  if (isDry) {
    const { files, first } = await fixScope(scope, input.asked, look);
    await io.out(diffOf(files, io));
    return worse(closed, exitCodeOf(report(first), most, io));
  }
  const fixed = args.has("fix") ? await fixScope(scope, input.asked, look) : undefined;
  const written = fixed ? await writeFixes(fixed, io) : 0;
  const rest = report(fixed?.last ?? (await look(scope)));
  await print((await format.load())(rest, io), io);
  for (const line of summary(rest)) io.say(line);
  return worse(closed, worse(written, exitCodeOf(rest, most, io)));
};

/** As much is written at once. */
const PIECE = 1 << 16;

async function print(pieces: Iterable<string>, { out }: CommandIo): Promise<void> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    await out(text);
    text = "";
  }
  if (text !== "") await out(text);
}

function refuseContradictions(args: CommandArguments): void {
  if (args.has("fix-dry-run") && args.has("format"))
    throw new UsageError(message("“{0}” and “{1}” do not go together.", "--fix-dry-run", "--format"));
  if (args.has("fix-dry-run") && args.has("fix"))
    throw new UsageError(message("“{0}” and “{1}” do not go together.", "--fix-dry-run", "--fix"));
}

function warningsAllowed(args: CommandArguments): number {
  const text = args.value("max-warnings");
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text))
    throw new UsageError(message("“{0}” is no number of warnings: write {1}.", text, "--max-warnings 0"));
  return Number(text);
}

/** What is to be checked: the paths, or the text of standard input in the place of one file. */
async function inputFrom(args: CommandArguments, io: CommandIo): Promise<CommandInput> {
  if (!args.has("stdin") && !args.has("stdin-path")) {
    const paths = args.operands.length > 0 ? args.operands : ["."];
    return inputOf(await Promise.all(paths.map((path) => pathTargetOf(path, io.cwd))));
  }
  const path = args.value("stdin-path");
  if (path === undefined || !args.has("stdin"))
    throw new UsageError(message("“{0}” and “{1}” go together.", "--stdin", "--stdin-path"));
  const [other] = args.operands;
  if (other !== undefined)
    throw new UsageError(message("“{0}” and “{1}” do not go together.", "--stdin", other));
  if (args.has("fix"))
    throw new UsageError(message("Nothing can be written back to standard input: use {0}.", "--fix-dry-run"));
  const target = await fileTarget(path, io.cwd);
  const reading = decoded(await io.stdin());
  return inputOf([target], { uri: target.file ?? "", reading });
}

/** The establishments that the options leave, with what they stand on; and all that there are, if some are left out. */
async function selected(
  { scope, targets }: CommandInput,
  args: CommandArguments,
): Promise<{ readonly scope: CheckScope; readonly plots?: readonly ProjectFiles[] }> {
  const revision = args.value("changed-since");
  const shard = args.value("shard");
  if (revision === undefined && shard === undefined) return { scope };
  const swept = await sweep(scope, ({ snapshot }) => basesNamed(snapshot));
  let plots: readonly ProjectFiles[] = whole(swept);
  if (revision !== undefined) {
    const changed = await filesChangedSince(
      revision,
      targets.map(({ folder }) => folder),
    );
    plots = touched(whole(swept), changed);
  }
  if (shard !== undefined) plots = share(plots, shard);
  return { scope: restricted(scope, plots), plots: swept.plots };
}

/** What is told of what was found: of the files that were asked for, and of the bases of folders that were. */
function reported(
  { swept, found, rangeOf, line }: CheckedScope,
  { asked, named }: CommandInput,
  plots: readonly ProjectFiles[],
  io: CommandIo,
): Report {
  const told = new Set(asked);
  for (const { members, bases } of plots) {
    const marker = members.find(isMarker);
    if (marker && asked.has(marker) && !named.has(marker)) for (const base of bases) told.add(base);
  }
  const bases = [...swept.bases.values()].filter(({ unreadable }) => unreadable !== "missing");
  const files = [...whole(swept).flatMap(({ members }) => members), ...bases.map(({ uri }) => uri)];
  return reportOf({
    found: new Map(files.filter((uri) => told.has(uri)).map((uri) => [uri, found.get(uri) ?? []])),
    establishments: swept.plots.filter(({ members }) => members.some((uri) => asked.has(uri))).length,
    rangeOf,
    line,
    mayChange: (uri) => asked.has(uri),
    cwd: uriOf(io.cwd),
    localize: io.localize,
  });
}

/** Folders that cannot be read leave the check incomplete. */
function tellClosed({ closed }: CommandInput, io: CommandIo): ExitCode {
  for (const folder of closed) {
    const path = relativeTo(uriOf(io.cwd), folder);
    io.say(message("The folder “{0}” cannot be read: what it holds is not checked.", path));
  }
  return closed.length > 0 ? 2 : 0;
}

function exitCodeOf({ summary: { errors, warnings } }: Report, most: number, io: CommandIo): ExitCode {
  if (warnings > most) io.say(message("Too many warnings: {0}, of which {1} are allowed.", warnings, most));
  return errors > 0 || warnings > most ? 1 : 0;
}

function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
