import { env, extensions, l10n, languages, version, window, workspace } from "vscode";
import { State } from "vscode-languageclient";
import { ruleOf } from "../findings.ts";
import { type Masked, namesIn } from "../report/mask.ts";
import { type ReportParts, reportText } from "../report/report.ts";
import type { Command, Tools } from "./command.ts";

/** Shows a report of a problem, as a new document. Nothing is sent or copied: the user reads it first. */
export const reportProblem: Command = async (tools) => {
  const content = reportText(partsOf(tools), l10n);
  await window.showTextDocument(await workspace.openTextDocument({ language: "markdown", content }));
};

/** The settings with any text as their value. */
const FREE_TEXTS = new Set(["checklist.author"]);
const SETTINGS = ["language", "checklist.author", "checklist.show", "rules", "trace.server"];

function partsOf(tools: Tools): ReportParts {
  const { client, log, status, system } = tools;
  const findings = languages
    .getDiagnostics()
    .flatMap(([, diagnostics]) => diagnostics.flatMap((one) => ruleOf(one) ?? []));
  return {
    versions: [
      ["Rentrée", String(extensions.getExtension("rentree.rentree")?.packageJSON.version ?? "")],
      [env.appName, version],
      ...system().versions,
    ],
    settings: changedSettings(),
    freeTexts: FREE_TEXTS,
    server: State[client.state].toLowerCase(),
    status: status.last(),
    findings,
    log: log.entries(),
    masked: maskedOf(tools),
  };
}

function changedSettings(): ReadonlyMap<string, unknown> {
  const all = workspace.getConfiguration("rentree");
  return new Map(
    SETTINGS.flatMap((name) => {
      const { globalValue, workspaceValue, workspaceFolderValue } = all.inspect(name) ?? {};
      const value: unknown = workspaceFolderValue ?? workspaceValue ?? globalValue;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The names that the log may hold: of the user, of the workspace and of its files. */
function maskedOf({ system, checklist }: Tools): Masked {
  const author = workspace.getConfiguration("rentree").get("checklist.author", "");
  const { home } = system();
  const uris = [
    ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri),
    ...workspace.textDocuments.filter(({ isUntitled }) => !isUntitled).map(({ uri }) => uri),
    ...languages.getDiagnostics().map(([uri]) => uri),
  ];
  return [
    [home, "<home>"],
    ...(workspace.workspaceFolders ?? []).map(({ name }) => [name, "<workspace>"] as const),
    [author, "<author>"],
    ...checklist.establishments.map(({ name }) => [name, "<establishment>"] as const),
    ...namesIn([home, ...uris.map(({ path }) => path)]),
  ];
}
