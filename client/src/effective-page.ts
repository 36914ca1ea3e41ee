import { Disposable, EventEmitter, l10n, Uri, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  EFFECTIVE,
  EFFECTIVE_CHANGED,
  type EffectiveParams,
  type EffectiveSubject,
} from "../../server/src/features/fleet-protocol.ts";
import { pageText } from "./failure.ts";

const SCHEME = "rentree-effective";

/** Provides effective configurations as read-only documents, which are asked for again when the server says so. */
export function registerEffectivePages(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  const refresh = (isConcerned: (params: EffectiveParams) => boolean) => {
    for (const { uri } of workspace.textDocuments)
      if (uri.scheme === SCHEME && isConcerned(paramsOf(uri))) changed.fire(uri);
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => pageText(client, contentOf(client, uri)),
    }),
    client.onNotification(EFFECTIVE_CHANGED, ({ establishment }: EffectiveParams) =>
      refresh((params) => params.establishment === establishment),
    ),
    // A restarted server knows of no request before.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) refresh(() => true);
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

function paramsOf({ query }: Uri): EffectiveParams {
  return JSON.parse(query) as EffectiveParams;
}

async function contentOf(client: BaseLanguageClient, uri: Uri): Promise<string> {
  const text = await client.sendRequest<string | null>(EFFECTIVE, paramsOf(uri));
  const remark =
    text === null
      ? l10n.t("There is no such establishment any more.")
      : l10n.t("What PRONOTE is to hold, read-only: it follows the files.");
  return `# ${remark}\n${text ?? ""}`;
}
