import { Analysis } from "../analysis/analysis.ts";
import { message } from "../base/message.ts";
import { decoded, MAX_BYTES, type ReadResult } from "../lsp/file-reading.ts";
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
  worse,
} from "./command.ts";
import { fixScope } from "./fix-scope.ts";
import { diffOf, writeFixes } from "./fixes.ts";
import { filesChangedSince, filesOfOtherRepositories } from "./git-changes.ts";
import { formatIn } from "./output-format.ts";
import { sayFault } from "./own-fault.ts";
import { pathInput } from "./path-input.ts";
import { type CheckScope, type CommandInput, inputOf, reportEmpty } from "./scope.ts";
import { allResults, basesNamed, changedEstablishments, restricted, shardOf } from "./select.ts";
import { severitiesOf } from "./severities.ts";
import { shownPlace } from "./shown-place.ts";
import { sweep } from "./sweep.ts";
import { fileTarget } from "./target.ts";

/** Checks the files at the paths, applies sure fixes if asked to, and reports the remaining findings. */
export const check: RunCommand = async (args, io) => {
  refuseContradictions(args);
  const format = args.has("summary") ? SUMMARY : formatIn(checkFormats, args);
  const maxWarnings = warningsAllowed(args);
  const input = await inputFrom(args, io);
  const severities = severitiesOf(args.values("rule"));
  const { scope, all } = await selected(input, args);
  const emptyCode = reportEmpty(input, io);
  const unreadableCode = worse(reportUnreadable(input, io), emptyCode);
  const isDry = args.has("fix-dry-run");
  const wanted = { lines: format.showsLines === true, texts: isDry || args.has("fix") };
  let ownFault: ExitCode = 0;
  const analysis = new Analysis((part, error) => {
    ownFault = 3;
    sayFault(part, error, io);
  });
  const checkOnce = (part: CheckScope) => checkScope(analysis, part, severities, wanted);
  const report = (found: CheckedScope) => reported(found, input, all ?? found.swept.establishments, io);
  if (isDry) {
    const { files, first } = await fixScope(scope, input.requested, checkOnce);
    await io.out(diffOf(files, io));
    return worse(worse(unreadableCode, ownFault), exitCodeOf(report(first), maxWarnings, io));
  }
  const fixed = args.has("fix") ? await fixScope(scope, input.requested, checkOnce) : undefined;
  const written = fixed ? await writeFixes(fixed, scope.within, io) : 0;
  // What was not written is still as it was.
  const rest = report(fixed && written === 0 ? fixed.last : await checkOnce(scope));
  await print((await format.load())(rest, io), io);
  // Which folder is empty was told already.
  if (rest.files.length > 0 || emptyCode === 0) for (const line of summary(rest)) io.say(line);
  return worse(worse(unreadableCode, ownFault), worse(written, exitCodeOf(rest, maxWarnings, io)));
};

const SUMMARY = {
  name: "summary",
  load: async () => (await import("./check-formats/summary-table.ts")).summaryTable,
  showsLines: false,
};

/** How many characters are written at once. */
const CHUNK = 1 << 16;

async function print(pieces: Iterable<string>, { out }: CommandIo): Promise<void> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK) continue;
    await out(text);
    text = "";
  }
  if (text !== "") await out(text);
}

function refuseContradictions(args: CommandArguments): void {
  if (args.has("fix-dry-run") && args.has("format"))
    throw new UsageError(message("“{0}” and “{1}” do not go together.", "--fix-dry-run", "--format"));
  const [one, other] = ["format", "fix-dry-run"].filter((name) => args.has(name) && args.has("summary"));
  if (one !== undefined)
    throw new UsageError(message("“{0}” and “{1}” do not go together.", "--summary", `--${other ?? one}`));
  if (args.has("fix-dry-run") && args.has("fix"))
    throw new UsageError(message("“{0}” and “{1}” do not go together.", "--fix-dry-run", "--fix"));
}

function warningsAllowed(args: CommandArguments): number {
  const text = args.value("max-warnings");
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text))
    throw new UsageError(message("“{0}” is not a number of warnings: write {1}.", text, "--max-warnings 0"));
  return Number(text);
}

/** The input of a check: the files at the paths, of which standard input may replace one. */
async function inputFrom(args: CommandArguments, io: CommandIo): Promise<CommandInput> {
  if (!args.has("stdin") && !args.has("stdin-path")) {
    return pathInput(args, io);
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
  const bytes = await io.stdin(MAX_BYTES);
  const content: ReadResult = bytes.length > MAX_BYTES ? { unreadable: "too-large" } : decoded(bytes);
  return inputOf([target], { uri: target.file ?? "", content });
}

/** The scope after `--changed-since` and `--shard`; if these leave some establishments out, also the list of all. */
async function selected(
  { scope, targets }: CommandInput,
  args: CommandArguments,
): Promise<{ readonly scope: CheckScope; readonly all?: readonly ProjectFiles[] }> {
  const revision = args.value("changed-since");
  const shard = args.value("shard");
  if (revision === undefined && shard === undefined) return { scope };
  const swept = await sweep(scope, ({ snapshot }) => basesNamed(snapshot));
  let establishments = allResults(swept);
  if (revision !== undefined) {
    const folders = targets.map(({ folder }) => folder);
    // What the revision cannot tell of counts as changed, so that it is checked.
    const others = await filesOfOtherRepositories(scope.uris, folders);
    const changed = new Set([...(await filesChangedSince(revision, folders)), ...others]);
    establishments = changedEstablishments(allResults(swept), changed);
  }
  if (shard !== undefined) establishments = shardOf(establishments, shard);
  return { scope: restricted(scope, establishments), all: swept.establishments };
}

/** The report of the requested files, and of the bases of establishments whose folder was requested. */
function reported(
  { swept, found, rangeOf, line }: CheckedScope,
  { requested, named }: CommandInput,
  establishments: readonly ProjectFiles[],
  io: CommandIo,
): Report {
  const reportedUris = new Set(requested);
  for (const { members, bases } of establishments) {
    const marker = members.find(isMarker);
    if (marker && requested.has(marker) && !named.has(marker))
      for (const base of bases) reportedUris.add(base);
  }
  const bases = [...swept.bases.values()].filter(({ unreadable }) => unreadable !== "missing");
  const files = [...allResults(swept).flatMap(({ members }) => members), ...bases.map(({ uri }) => uri)];
  const folders = new Map(
    swept.establishments.flatMap(({ folder, members }) => members.map((uri) => [uri, folder] as const)),
  );
  return reportOf({
    found: new Map(files.filter((uri) => reportedUris.has(uri)).map((uri) => [uri, found.get(uri) ?? []])),
    establishments: swept.establishments.filter(({ members }) => members.some((uri) => requested.has(uri)))
      .length,
    establishmentOf: (uri) => folders.get(uri),
    rangeOf,
    line,
    mayChange: (uri) => requested.has(uri),
    path: (uri) => shownPlace(io.cwd, uri),
    localize: io.localize,
  });
}

/** Prints the folders that cannot be read. They make the exit code 2, as the check is incomplete. */
function reportUnreadable({ unreadableFolders }: CommandInput, io: CommandIo): ExitCode {
  for (const folder of unreadableFolders) {
    const path = shownPlace(io.cwd, folder);
    io.say(message("The folder “{0}” cannot be read: what it holds is not checked.", path));
  }
  return unreadableFolders.length > 0 ? 2 : 0;
}

function exitCodeOf({ summary: { errors, warnings } }: Report, maxWarnings: number, io: CommandIo): ExitCode {
  if (warnings > maxWarnings)
    io.say(message("Too many warnings: {0}, of which {1} are allowed.", warnings, maxWarnings));
  return errors > 0 || warnings > maxWarnings ? 1 : 0;
}
