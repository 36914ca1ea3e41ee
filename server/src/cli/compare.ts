import { stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { message } from "../base/message.ts";
import { relativeTo } from "../base/uri.ts";
import { type CompareOptions, compareList } from "../exchange/compare/compare-list.ts";
import type { ComparedList } from "../exchange/compare/compare-report.ts";
import type { ListComparison } from "../exchange/compare/comparison.ts";
import { proofsOf } from "../exchange/compare/proof.ts";
import { MAX_SOURCE_BYTES, type Source, type SourceFinding } from "../exchange/source.ts";
import { uriOf } from "../lsp/disk.ts";
import { dayOf, today } from "../lsp/today.ts";
import { establishmentOf } from "../model/establishment.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import { isDay } from "../rules/shared/dates.ts";
import { LIST_KINDS, type ListKind } from "../schema/lists.ts";
import { pathOfPointer } from "../schema/pointer.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Node } from "../syntax/tree.ts";
import { noSuchValue } from "./arguments.ts";
import { type CommandArguments, type ExitCode, type RunCommand, UsageError } from "./command.ts";
import { compareFormats } from "./compare-formats/formats.ts";
import { bytesOf } from "./import-sources.ts";
import { establishmentIn } from "./import-target.ts";
import { formatIn } from "./output-format.ts";
import { withCorrespondences } from "./write-correspondences.ts";
import { writeResults } from "./write-proofs.ts";

/**
 * Compares lists of PRONOTE with an establishment; with `--tick` it writes down what they prove, with `--save` what was
 * taken for the same. Exit codes: 0 no
 * difference; 1 differences; 2 a list that cannot be read.
 */
export const runCompare: RunCommand = async (args, io) => {
  const format = formatIn(compareFormats, args);
  const options = optionsIn(args);
  const folder = args.value("in") ?? ".";
  const snapshot = await establishmentIn(folder, io.cwd, "--in");
  if (!snapshot)
    throw new UsageError(
      message("In “{0}” there is no establishment: name its folder with {1}.", folder, "--in"),
    );
  const root = establishmentOf(snapshot).value;
  const compared: { readonly comparison: ListComparison; readonly day: string }[] = [];
  const refused: SourceFinding[] = [];
  for (const { source, day } of await listsIn(args, io)) {
    const result = compareList(source, root, options);
    const errors = "refused" in result ? [result.refused] : result.findings;
    for (const one of errors) refused.push({ ...one, source: one.source ?? source.name });
    if (!("refused" in result) && errors.length === 0) compared.push({ comparison: result, day });
  }
  const lists = await withProofs(compared, snapshot, args, io);
  const print = await format.load();
  const path = (uri: string) => relativeTo(uriOf(io.cwd), uri) || ".";
  const report = {
    name: root.get("etablissement")?.get("nom")?.value ?? "",
    folder: path(snapshot.folder),
    lists,
    refused,
    placeOf: (node: Node) => placeOf(node, snapshot, path),
  };
  await io.out(print(report, io));
  return exitCodeOf(lists, refused);
};

function exitCodeOf(lists: readonly ComparedList[], refused: readonly SourceFinding[]): ExitCode {
  if (refused.length > 0) return 2;
  return lists.some(({ comparison }) => comparison.differences.length > 0) ? 1 : 0;
}

function placeOf(node: Node, snapshot: Snapshot, path: (uri: string) => string) {
  const file = fileOf(snapshot, node);
  return file && { file: path(file.uri), line: rangeOf(file, node).start.line + 1 };
}

async function withProofs(
  compared: readonly { readonly comparison: ListComparison; readonly day: string }[],
  snapshot: Snapshot,
  args: CommandArguments,
  io: Parameters<RunCommand>[1],
): Promise<readonly ComparedList[]> {
  // What was left out on purpose was not compared, so nothing is proved.
  const lists = compared.map((one) => ({
    ...one,
    proofs: args.has("only") ? [] : proofsOf(one.comparison),
  }));
  const isSaving = args.has("save");
  const change = (workspace: Workspace) =>
    isSaving
      ? withCorrespondences(
          workspace,
          snapshot,
          compared.map(({ comparison }) => comparison),
          titlesIn(args),
        )
      : workspace;
  const isWriting = isSaving || args.has("tick");
  const wanted = { proofs: args.has("tick"), change };
  const written = isWriting ? await writeResults(lists, wanted, snapshot, io) : undefined;
  return lists.map((one) => ({
    ...one,
    written: written?.get(one.comparison) ?? [],
    isSaved: isSaving && written !== undefined,
  }));
}

/** The lists that the command line names, each with its day. */
async function listsIn(
  args: CommandArguments,
  { cwd, stdin }: Pick<Parameters<RunCommand>[1], "cwd" | "stdin">,
): Promise<readonly { readonly source: Source; readonly day: string }[]> {
  const said = args.value("date");
  if (said !== undefined && !isDay(said))
    throw new UsageError(message("“{0}” is not a day: write it as {1}.", said, "2026-08-25"));
  if (args.operands.length === 0)
    throw new UsageError(
      message(
        "Name a list that was copied or exported from PRONOTE, or “{0}” to read one from standard input.",
        "-",
      ),
    );
  const lists: { readonly source: Source; readonly day: string }[] = [];
  for (const path of args.operands) {
    if (path === "-") {
      lists.push({ source: { name: "-", bytes: await stdin(MAX_SOURCE_BYTES) }, day: said ?? today() });
      continue;
    }
    const absolute = resolve(cwd, path);
    const stats = path === "" ? undefined : await stat(absolute).catch(() => undefined);
    if (!stats) throw new UsageError(message("There is no file or folder “{0}”.", path));
    const name = relative(cwd, absolute).split(sep).join("/");
    lists.push({ source: { name, bytes: await bytesOf(absolute, name) }, day: said ?? dayOf(stats.mtime) });
  }
  return lists;
}

function optionsIn(args: CommandArguments): CompareOptions {
  const kind = args.value("kind");
  const only = args.value("only");
  return {
    ...(kind !== undefined && { kind: kindNamed(kind) }),
    ...(only !== undefined && only !== "" && { only: pathOfPointer(only) }),
    all: args.has("all"),
    titles: titlesIn(args),
  };
}

/** What the command line says about titles. */
function titlesIn(args: CommandArguments): ReadonlyMap<string, string> {
  return new Map(
    args.values("map").map((text) => {
      const at = text.lastIndexOf("=");
      if (at < 1)
        throw new UsageError(
          message("“{0}” does not say what a title stands for: {1}.", text, "TITLE=COLUMN"),
        );
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

function kindNamed(name: string): ListKind {
  const kind = LIST_KINDS.find((one) => one === name);
  if (kind) return kind;
  throw noSuchValue(name, "--kind", LIST_KINDS);
}
