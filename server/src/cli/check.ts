import { decoded, uriOf } from "../disk.ts";
import type { Workspace } from "../model/workspace.ts";
import { mended } from "../rules/mend.ts";
import type { Finding } from "../rules/rule.ts";
import { say } from "../say.ts";
import { relativeTo } from "../uri.ts";
import { changedSince } from "./changed.ts";
import { type Arguments, type ExitCode, type Io, type Run, UsageError } from "./command.ts";
import { diffOf, writeFixes } from "./fixes.ts";
import { type Instead, type Loaded, load } from "./load.ts";
import { github } from "./report/github.ts";
import { gitlab } from "./report/gitlab.ts";
import { json } from "./report/json.ts";
import { junit } from "./report/junit.ts";
import { pretty } from "./report/pretty.ts";
import { type Report, reportOf } from "./report/report.ts";
import { sarif } from "./report/sarif.ts";
import { summary } from "./report/summary.ts";
import { restricted, share, touched, whole } from "./select.ts";
import { foundWith, severitiesOf } from "./severities.ts";
import { fileTarget, type Target, targetOf } from "./target.ts";

const FORMATS: { readonly [format: string]: (report: Report, io: Io) => string } = {
  pretty,
  json,
  sarif,
  github,
  gitlab,
  junit,
};

/** Checks what the paths lead to, mends what is sure if that is wanted, and reports the rest. */
export const check: Run = async (args, io) => {
  const format = formatOf(args);
  const most = warningsAllowed(args);
  const { targets, instead } = await inputOf(args, io);
  const found = foundWith(severitiesOf(args.values("rule")));
  const loaded = await load(targets, instead);
  const part = await partOf(loaded, targets, args);
  const closed = tellClosed(loaded, io);
  const report = (workspace: Workspace) => reported(workspace, found(workspace), loaded, io);
  const mend = () => mended(part, (uri) => loaded.asked.has(uri), found);
  if (args.has("fix-dry-run")) {
    io.out(diffOf(part, mend().workspace, io));
    return worse(closed, exitCodeOf(report(part), most, io));
  }
  const fixed = args.has("fix") ? mend() : undefined;
  const written = fixed ? await writeFixes(part, fixed, io) : 0;
  const rest = report(fixed?.workspace ?? part);
  io.out(format(rest, io));
  for (const line of summary(rest)) io.say(line);
  return worse(closed, worse(written, exitCodeOf(rest, most, io)));
};

function formatOf(args: Arguments): (report: Report, io: Io) => string {
  const name = args.value("format") ?? "pretty";
  if (args.has("fix-dry-run") && args.has("format"))
    throw new UsageError(say("“{0}” and “{1}” do not go together.", "--fix-dry-run", "--format"));
  if (args.has("fix-dry-run") && args.has("fix"))
    throw new UsageError(say("“{0}” and “{1}” do not go together.", "--fix-dry-run", "--fix"));
  return FORMATS[name] ?? pretty;
}

function warningsAllowed(args: Arguments): number {
  const text = args.value("max-warnings");
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text))
    throw new UsageError(say("“{0}” is no number of warnings: write {1}.", text, "--max-warnings 0"));
  return Number(text);
}

/** What is to be checked: the paths, or the text of standard input in the place of one file. */
async function inputOf(
  args: Arguments,
  io: Io,
): Promise<{ readonly targets: readonly Target[]; readonly instead?: Instead }> {
  if (!args.has("stdin") && !args.has("stdin-path")) {
    const paths = args.operands.length > 0 ? args.operands : ["."];
    return { targets: await Promise.all(paths.map((path) => targetOf(path, io.cwd))) };
  }
  const path = args.value("stdin-path");
  if (path === undefined || !args.has("stdin"))
    throw new UsageError(say("“{0}” and “{1}” go together.", "--stdin", "--stdin-path"));
  const [other] = args.operands;
  if (other !== undefined) throw new UsageError(say("“{0}” and “{1}” do not go together.", "--stdin", other));
  if (args.has("fix"))
    throw new UsageError(say("Nothing can be written back to standard input: use {0}.", "--fix-dry-run"));
  const target = await fileTarget(path, io.cwd);
  const reading = decoded(await io.stdin());
  return { targets: [target], instead: { uri: target.file ?? "", reading } };
}

/** The establishments that the options leave, with what they stand on. */
async function partOf(
  { workspace }: Loaded,
  targets: readonly Target[],
  args: Arguments,
): Promise<Workspace> {
  const revision = args.value("changed-since");
  const shard = args.value("shard");
  if (revision === undefined && shard === undefined) return workspace;
  let plots = whole(workspace);
  if (revision !== undefined) {
    const changed = await changedSince(
      revision,
      targets.map(({ folder }) => folder),
    );
    plots = touched(workspace, plots, changed);
  }
  if (shard !== undefined) plots = share(plots, shard);
  return restricted(workspace, plots);
}

function reported(
  workspace: Workspace,
  findings: readonly Finding[],
  { told, asked }: Loaded,
  io: Io,
): Report {
  const files = [...workspace.files.values()].filter(
    ({ uri, unreadable }) => told.has(uri) && unreadable !== "missing",
  );
  return reportOf({
    workspace,
    findings: findings.filter(({ at }) => told.has(at.block.uri)),
    files: files.map(({ uri }) => uri),
    establishments: workspace.layout.plots.filter(({ members }) => members.some((uri) => asked.has(uri)))
      .length,
    mayChange: (uri) => asked.has(uri),
    cwd: uriOf(io.cwd),
    words: io.words,
  });
}

/** Folders that cannot be read leave the check incomplete. */
function tellClosed({ closed }: Loaded, io: Io): ExitCode {
  for (const folder of closed) {
    const path = relativeTo(uriOf(io.cwd), folder);
    io.say(say("The folder “{0}” cannot be read: what it holds is not checked.", path));
  }
  return closed.length > 0 ? 2 : 0;
}

function exitCodeOf({ summary: { errors, warnings } }: Report, most: number, io: Io): ExitCode {
  if (warnings > most) io.say(say("Too many warnings: {0}, of which {1} are allowed.", warnings, most));
  return errors > 0 || warnings > most ? 1 : 0;
}

function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
