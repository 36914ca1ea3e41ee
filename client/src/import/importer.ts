import { commands, type Disposable, l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  APPLY_IMPORT,
  IMPORT,
  type ImportAnswer,
  type ImportedSource,
  type ImportParams,
  type ImportResult,
  type PlannedImport,
} from "../../../server/src/features/import-protocol.ts";
import { askTarget } from "./import-target.ts";
import { SourceFindings } from "./source-findings.ts";

/** Where and how files are imported, as far as it is known. */
export type ImportStart = Omit<ImportParams, "sources">;

/** Imports exports that the user chose: tells the plan, lets VS Code show the changes, and says what is next. */
export class Importer implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #findings = new SourceFindings();
  /** Whether the server reads files of the disk itself. */
  readonly serverReadsDisk: boolean;

  constructor(client: BaseLanguageClient, serverReadsDisk: boolean) {
    this.#client = client;
    this.serverReadsDisk = serverReadsDisk;
  }

  /** Imports these files. Nothing is written if the user leaves at any point; true if something was. */
  async run(sources: readonly ImportedSource[], start: ImportStart = {}): Promise<boolean> {
    if (sources.length === 0) return false;
    let params: ImportParams = { sources, ...start };
    for (;;) {
      const { planned, choices } = await this.#plan(params);
      if (choices) {
        const target = await askTarget(this.#client, choices, params.parent);
        if (!target) return false;
        params = { ...params, ...target };
        continue;
      }
      if (!planned) return false;
      this.#findings.show(planned.findings);
      const next = await this.#tell(planned, params);
      if (next === "apply") return this.#apply(planned, params);
      if (!next) return false;
      params = { ...params, ...next };
    }
  }

  /** Takes what was noticed about the files out of the list of problems. */
  clear(): void {
    this.#findings.clear();
  }

  dispose(): void {
    this.#findings.dispose();
  }

  #plan(params: ImportParams): Thenable<ImportAnswer> {
    return window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t("Reading the exports"), cancellable: true },
      async (_, token) => (await this.#client.sendRequest<ImportAnswer | null>(IMPORT, params, token)) ?? {},
    );
  }

  /** Tells the plan. The result is what to do: to apply it, or to plan it in another way. */
  async #tell(planned: PlannedImport, params: ImportParams): Promise<"apply" | ImportStart | undefined> {
    const { title, lines, findings, files, isStopped, outdated, gone, isCountable } = planned;
    const told = findings.map(({ severity, message, source }) => {
      const place = source === "" ? "" : `${source}: `;
      return `${SIGNS[severity]} ${place}${message}`;
    });
    const look = l10n.t("Show the Changes");
    const refresh = l10n.t("Bring Up to Date");
    const prune = l10n.t("Remove What Is Gone");
    const count = l10n.t("Count Students by Class");
    const offered = [
      ...(files.length > 0 ? [look] : []),
      ...(outdated > 0 && !params.refresh ? [refresh] : []),
      ...(gone > 0 && !params.prune ? [prune] : []),
      ...(isCountable && !isStopped ? [count] : []),
    ];
    const detail = [...shortened(told), ...lines].join("\n");
    const show = isStopped ? window.showErrorMessage : window.showInformationMessage;
    const head = isStopped ? l10n.t("Nothing was imported: {0}", title) : title;
    const picked = await show(head, { modal: true, detail }, ...offered);
    if (picked === look) return "apply";
    if (picked === refresh) return { refresh: true };
    if (picked === prune) return { prune: true };
    return picked === count && picked !== undefined ? { counts: true } : undefined;
  }

  /** Lets VS Code show the changes and make those that the user takes; saves what had no unsaved changes. */
  async #apply(planned: PlannedImport, params: ImportParams): Promise<boolean> {
    const before = new Set(dirtyDocuments().map(({ uri }) => uri.toString()));
    const result = await this.#client.sendRequest<ImportResult | null>(APPLY_IMPORT, params);
    if (!result?.applied) {
      const reason = result?.failureReason;
      if (reason !== undefined) void window.showErrorMessage(l10n.t("Nothing was imported: {0}", reason));
      return false;
    }
    const [first] = await existing(planned.marker === undefined ? planned.files : [planned.marker]);
    // VS Code also says so where the user left out everything.
    if (!first) return false;
    // Before it is saved: of a text that no editor shows, VS Code may forget how to take the change back.
    await window.showTextDocument(await workspace.openTextDocument(first), { preview: false });
    await Promise.all(
      dirtyDocuments()
        .filter(({ uri }) => !before.has(uri.toString()))
        .map((one) => one.save()),
    );
    void this.#tellNext(planned);
    return true;
  }

  async #tellNext({ title, findings }: PlannedImport): Promise<void> {
    const checklist = l10n.t("Open the Checklist");
    const problems = l10n.t("Show Problems");
    const isNoticed = findings.some(({ place }) => place !== undefined);
    const told = l10n.t(
      "Imported: {0}. Next: look through it, and write what no export says; the checklist lists it. One undo takes it all back.",
      title,
    );
    const picked = await window.showInformationMessage(told, checklist, ...(isNoticed ? [problems] : []));
    if (picked === checklist) await commands.executeCommand("rentree.checklist.focus");
    if (picked === problems) await commands.executeCommand("workbench.actions.view.problems");
  }
}

const SIGNS = { error: "✗", warning: "!", information: "·", hint: "·" } as const;

/** How many findings are told at once; all of those with a place stand in the list of problems. */
const MAX_TOLD = 12;

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length <= MAX_TOLD
    ? lines
    : [...lines.slice(0, MAX_TOLD), l10n.t("… and {0} more", lines.length - MAX_TOLD)];
}

function dirtyDocuments() {
  return workspace.textDocuments.filter(({ isDirty }) => isDirty);
}

async function existing(uris: readonly string[]): Promise<readonly Uri[]> {
  const found = await Promise.all(
    uris.map(async (uri) => {
      try {
        await workspace.fs.stat(Uri.parse(uri));
        return [Uri.parse(uri)];
      } catch {
        return [];
      }
    }),
  );
  return found.flat();
}
