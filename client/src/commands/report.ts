import { env, l10n, ProgressLocation, type QuickPickItem, Uri, window, workspace } from "vscode";
import { REPORT, type ReportParams } from "../../../server/src/features/fleet-protocol.ts";
import { openFirst } from "../item-look.ts";
import type { Command, Tools } from "./command.ts";
import { clickedEstablishment } from "./subject.ts";

interface Scope extends QuickPickItem {
  readonly establishment?: string;
}

const FORMATS: Readonly<Record<ReportParams["format"], string>> = {
  html: "HTML",
  md: "Markdown",
  json: "JSON",
};

/** Writes a report of one establishment or of all to a file that the user chooses, and offers to open it. */
export const report: Command = async (tools, argument) => {
  const scope = await scopeFor(tools, argument);
  const target = scope && (await askFile(scope));
  if (!scope || !target) return;

  const format = formatOf(target);
  const text = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t("Making the report"), cancellable: true },
    (_, token) =>
      tools.client.sendRequest<string | null>(
        REPORT,
        { format, ...(scope.establishment === undefined ? {} : { establishment: scope.establishment }) },
        token,
      ),
  );
  if (text === null) {
    void window.showWarningMessage(l10n.t("There is no establishment to report on."));
    return;
  }
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = l10n.t("Open");
  const name = target.path.split("/").at(-1) ?? "";
  const answer = await window.showInformationMessage(l10n.t("The report is written: {0}", name), open);
  if (answer !== open) return;
  // A browser shows HTML; where none can reach the file, and for the other formats, the editor does.
  if (format === "html" && target.scheme === "file") await env.openExternal(target);
  else await window.showTextDocument(await workspace.openTextDocument(target));
};

/** One establishment, or all: from the view, or asked for. */
async function scopeFor({ checklist }: Tools, argument: unknown): Promise<Scope | undefined> {
  const clicked = clickedEstablishment(argument);
  if (clicked) return { label: clicked.name, establishment: clicked.uri };
  const file = window.activeTextEditor?.document.uri.toString();
  const all = openFirst(checklist.establishments, file);
  const [only, ...others] = all.map(({ name, uri }) => ({ label: name, establishment: uri }));
  if (!only) {
    void window.showWarningMessage(l10n.t("There is no establishment to report on."));
    return undefined;
  }
  if (others.length === 0) return only;
  const everything: Scope = { label: l10n.t("All establishments"), description: String(all.length) };
  return window.showQuickPick<Scope>([everything, only, ...others], { title: l10n.t("Report on") });
}

function askFile({ label, establishment }: Scope): Thenable<Uri | undefined> {
  const name = establishment === undefined ? l10n.t("report") : label;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = `${
    name
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "report"
  }.html`;
  return window.showSaveDialog({
    title: l10n.t("Write the Report"),
    ...(folder ? { defaultUri: Uri.joinPath(folder, file) } : {}),
    filters: { [FORMATS.html]: ["html"], [FORMATS.md]: ["md"], [FORMATS.json]: ["json"] },
  });
}

function formatOf({ path }: Uri): ReportParams["format"] {
  const end = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return end === "md" || end === "json" ? end : "html";
}
