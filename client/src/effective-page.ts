import { Disposable, EventEmitter, l10n, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  EFFECTIVE,
  type EffectiveParams,
  type EffectiveSubject,
} from "../../server/src/features/fleet-protocol.ts";
import { PATTERN } from "./client-options.ts";

const SCHEME = "rentree-effective";
/** How long texts have to be unchanged before what follows from them is asked for again, in milliseconds. */
const QUIET = 300;

/** Provides effective configurations as read-only documents, which follow what they are made of. */
export function registerEffectivePages(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
    }, QUIET);
  };
  const watcher = workspace.createFileSystemWatcher(PATTERN);
  return Disposable.from(
    changed,
    watcher,
    new Disposable(() => clearTimeout(timer)),
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => contentOf(client, uri),
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== SCHEME && /\.pronote\.ya?ml$/.test(document.uri.path)) later();
    }),
    watcher.onDidChange(later),
    watcher.onDidCreate(later),
    watcher.onDidDelete(later),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("rentree.language")) later();
    }),
  );
}

/** The document of an effective configuration; without origins, two of them are easily compared. */
export function effectiveUri({ name, establishment, at }: EffectiveSubject, origins: boolean): Uri {
  const params: EffectiveParams = { establishment, origins, ...(at === undefined ? {} : { at }) };
  const title = at === undefined ? name : `${name}, ${at}`;
  // VS Code takes the language from the ending: our own would be checked as a configuration.
  const path = `/${title.replace(/[\\/:*?"<>|]/g, "-")}.yaml`;
  return Uri.from({ scheme: SCHEME, path, query: JSON.stringify(params) });
}

async function contentOf(client: BaseLanguageClient, { query }: Uri): Promise<string> {
  const text = await client.sendRequest<string | null>(EFFECTIVE, JSON.parse(query));
  const remark =
    text === null
      ? l10n.t("There is no such establishment any more.")
      : l10n.t("What PRONOTE is to hold, read-only: it follows the files.");
  return `# ${remark}\n${text ?? ""}`;
}
