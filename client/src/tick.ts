import { l10n, type TextDocument, Uri, window, workspace } from "vscode";
import {
  type BaseLanguageClient,
  CancellationToken,
  ResponseError,
  type WorkspaceEdit,
  type WorkspaceMiddleware,
} from "vscode-languageclient";
import type {
  StepName,
  TickAction,
  TickArgument,
  TickResult,
} from "../../server/src/features/checklist-protocol.ts";
import { COMMAND_TICK } from "../../server/src/features/protocol.ts";
import { author } from "./author.ts";
import type { Checklist } from "./checklist.ts";

type ApplyEdit = NonNullable<WorkspaceMiddleware["handleApplyEdit"]>;

/** What is written beside an action. */
export type TickText = Pick<TickArgument, "note" | "pour" | "avant">;

/** What ticking needs. */
export interface TickTools {
  readonly client: BaseLanguageClient;
  readonly checklist: Checklist;
}

/** How many ticks are in progress. Only during a tick, files that the server edits are saved. */
let ticking = 0;

/**
 * Asks the server to record an action on steps, which become one edit; false if the user cancelled. Those that the server
 * refuses are told with its reasons.
 */
export async function tick(
  tools: TickTools,
  steps: readonly StepName[],
  action: TickAction,
  text: TickText = {},
): Promise<boolean> {
  const isSaidBySomebody = action === "fait" || action === "sans-objet";
  const par = isSaidBySomebody ? await author(steps[0]?.establishment) : undefined;
  if (isSaidBySomebody && par === undefined) return false;

  await recordTicks(
    tools,
    steps.map(({ establishment, slug }) => ({
      establishment,
      slug,
      action,
      ...(par === undefined ? {} : { par }),
      ...text,
    })),
  );
  return true;
}

/** Ends once the last of the ticks that are being recorded is. */
let recorded: Promise<void> = Promise.resolve();

/**
 * Asks the server to write these ticks, as one edit. Those that it refuses are told; of a single one, it rejects. Each edit is
 * for the text that the one before left, so that who ticks fast loses nothing.
 */
export function recordTicks(tools: TickTools, ticks: readonly TickArgument[]): Promise<void> {
  const turn = recorded.then(() => record(tools, ticks));
  recorded = turn.catch(() => {});
  return turn;
}

async function record({ client, checklist }: TickTools, ticks: readonly TickArgument[]): Promise<void> {
  await openTickFiles(ticks, checklist);
  ticking++;
  try {
    const result = await client.sendRequest<TickResult | null>("workspace/executeCommand", {
      command: COMMAND_TICK,
      arguments: ticks,
    });
    tellRefused(result, ticks.length);
  } finally {
    ticking--;
  }
}

/**
 * Opens the files of ticks, unseen: the server then has the text that VS Code has, and an edit is for this version of it.
 * Otherwise a file that changed on the disk a moment ago would be edited at the wrong places.
 */
async function openTickFiles(steps: readonly StepName[], { establishments }: Checklist): Promise<void> {
  const folders = new Set(steps.map(({ establishment }) => establishment));
  const files = establishments.flatMap(({ uri, tickFile }) =>
    folders.has(uri) && tickFile !== undefined ? [tickFile] : [],
  );
  // A file that was deleted a moment ago is created again.
  await Promise.allSettled(files.map((file) => workspace.openTextDocument(Uri.parse(file))));
}

function tellRefused(result: TickResult | null, count: number): void {
  const refused = result?.refused ?? [];
  const [first] = refused;
  if (!first) return;
  const text =
    refused.length === 1
      ? l10n.t("1 of {0} steps was left out. {1}", count, first.reason)
      : l10n.t(
          "{0} of {1} steps were left out, the first for this reason: {2}",
          refused.length,
          count,
          first.reason,
        );
  void window.showWarningMessage(text);
}

/** Applies an edit of the server. For a tick, files that had no unsaved changes before are saved too. */
export const applyEdit: ApplyEdit = async (params, next) => {
  if (ticking === 0) return next(params, CancellationToken.None);

  const touched = touchedBy(params.edit);
  const locked = touched.find((uri) => workspace.fs.isWritableFileSystem(Uri.parse(uri).scheme) === false);
  if (locked !== undefined) {
    void window.showWarningMessage(l10n.t("The tick was not written: “{0}” is read-only.", nameOf(locked)));
    return { applied: false };
  }
  const clean = touched.filter((uri) => !isDirty(uri));
  const result = await next(params, CancellationToken.None);
  if (!(result instanceof ResponseError) && result.applied) {
    await save(clean);
  } else {
    void window.showWarningMessage(l10n.t("The tick was not written: its file changed at the same moment."));
  }
  return result;
};

/** Saves files. What cannot be saved stays as an unsaved change, and is told. */
async function save(files: readonly string[]): Promise<void> {
  // `workspace.save` would do nothing for a file that no editor shows.
  const saved = await Promise.all(
    files.map(async (uri) => {
      const document = documentOf(uri);
      return document === undefined || !document.isDirty || document.save();
    }),
  );
  const unsaved = files.filter((_, index) => !saved[index]);
  if (unsaved.length === 0) return;
  const names = unsaved.map(nameOf).join(", ");
  void window.showWarningMessage(
    l10n.t(
      "The tick is written, but could not be saved: {0}. It stays in the editor as an unsaved change.",
      names,
    ),
  );
}

function touchedBy({ changes, documentChanges }: WorkspaceEdit): string[] {
  const texts = (documentChanges ?? []).flatMap((change) =>
    "textDocument" in change ? [change.textDocument.uri] : [],
  );
  return [...Object.keys(changes ?? {}), ...texts];
}

function nameOf(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri));
}

function isDirty(uri: string): boolean {
  return documentOf(uri)?.isDirty === true;
}

function documentOf(uri: string): TextDocument | undefined {
  const same = Uri.parse(uri).toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === same);
}
