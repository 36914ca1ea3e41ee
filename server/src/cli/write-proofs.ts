import { Analysis } from "../analysis/analysis.ts";
import { relativeTo } from "../base/uri.ts";
import type { ListComparison } from "../exchange/compare/comparison.ts";
import type { StepProof } from "../exchange/compare/proof.ts";
import { Refusal } from "../features/context.ts";
import { fullClientSupport } from "../features/full-client-support.ts";
import { tick } from "../features/tick.ts";
import { uriOf } from "../lsp/disk.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { Workspace } from "../model/workspace.ts";
import { fileText, parseFile } from "../syntax/file.ts";
import { applyTextEdits, type TextEdit } from "../syntax/text-edits.ts";
import type { CommandIo } from "./command.ts";
import { writeImport } from "./import-write.ts";
import { sayFault } from "./own-fault.ts";

type WorkspaceEdit = NonNullable<ReturnType<typeof tick>>;

/** A list and what it proves. */
interface ProvingList {
  readonly comparison: ListComparison;
  readonly day: string;
  readonly proofs: readonly StepProof[];
}

/** What is to be written of a comparison. */
interface WantedWriting {
  /** Whether the proofs are. */
  readonly proofs: boolean;
  /** What else is: the workspace after it. */
  readonly change: (workspace: Workspace) => Workspace;
}

/**
 * Writes into `deroulement` what lists prove, and other changes with it; a list with differences about a step proves
 * nothing of it, so nothing is written. Returns the steps that were written, by comparison; `undefined` if the files could
 * not be. Says what could not be written.
 */
export async function writeResults(
  lists: readonly ProvingList[],
  wanted: WantedWriting,
  snapshot: Snapshot,
  io: CommandIo,
): Promise<ReadonlyMap<ListComparison, readonly string[]> | undefined> {
  const files = [...snapshot.members, ...snapshot.bases];
  const before = Workspace.empty([snapshot.folder], snapshot.today).with(files.map((one) => [one.uri, one]));
  let workspace = wanted.change(before);
  const written = new Map<ListComparison, string[]>();
  for (const { comparison, day, proofs } of wanted.proofs ? lists : []) {
    for (const { item, differences } of proofs) {
      if (differences > 0) continue;
      const { slug } = item;
      const preuve = { liste: comparison.list.kind, du: day, lues: comparison.rows, ecarts: 0 };
      const edit = editFor(workspace, { establishment: snapshot.folder, slug, action: "preuve", preuve }, io);
      if (!edit) continue;
      workspace = edited(workspace, edit);
      written.set(comparison, [...(written.get(comparison) ?? []), slug]);
    }
  }
  const changes = [...workspace.files.values()].flatMap((file) => {
    const before = files.find(({ uri }) => uri === file.uri);
    const [old, after] = [before && fileText(before), fileText(file)];
    return old === after ? [] : [{ uri: file.uri, ...(old !== undefined && { before: old }), after }];
  });
  const path = (uri: string) => relativeTo(uriOf(io.cwd), uri);
  const failed = await writeImport(snapshot.folder, changes, path, io);
  return failed > 0 ? undefined : written;
}

function editFor(
  workspace: Workspace,
  argument: Parameters<typeof tick>[1],
  io: CommandIo,
): WorkspaceEdit | undefined {
  const target = {
    workspace,
    analysis: new Analysis((part, error) => sayFault(part, error, io)),
    localize: io.localize,
    client: fullClientSupport,
    uri: (one: string) => one,
    version: () => null,
  };
  try {
    return tick(target, argument);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    io.say({ text: "{0}", args: [error.message] });
    return undefined;
  }
}

/** The workspace after an edit that creates files and changes texts. */
function edited(workspace: Workspace, { documentChanges = [] }: WorkspaceEdit): Workspace {
  return documentChanges.reduce((before, change) => {
    if (!("textDocument" in change)) return before;
    const { uri } = change.textDocument;
    const file = before.files.get(uri);
    // No edit of a tick is a snippet.
    const text = applyTextEdits(file ? fileText(file) : "", change.edits as readonly TextEdit[]);
    return before.with([[uri, parseFile(uri, text)]]);
  }, workspace);
}
