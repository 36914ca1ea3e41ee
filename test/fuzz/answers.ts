import { localizerFor } from "../../server/src/base/localize.ts";
import { namesFor } from "../../server/src/features/completion-names.ts";
import type { Context } from "../../server/src/features/context.ts";
import { documentSymbols } from "../../server/src/features/document-symbols.ts";
import { formatDocument } from "../../server/src/features/formatting.ts";
import { fullClientSupport } from "../../server/src/features/full-client-support.ts";
import { semanticTokens } from "../../server/src/features/semantic-tokens.ts";
import { aloneWith } from "../../server/src/model/snapshot.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import { effectiveText } from "../../server/src/rollout/effective.ts";
import { kinds } from "../../server/src/schema/kinds.ts";
import { analysis, findingsOf } from "../support/analysis.ts";

/** The answers about a file of which parts are kept from one edit to the next; `undefined` if there is no such file. */
export function answersAbout(workspace: Workspace, uri: string): object | undefined {
  const file = workspace.files.get(uri);
  if (!file) return undefined;
  const snapshot = workspace.of(uri)[0] ?? aloneWith(file, workspace.today);
  const localize = localizerFor("fr");
  const context: Context = {
    analysis,
    workspace,
    snapshot,
    file,
    language: "fr",
    localize,
    uri: (one) => one,
    client: fullClientSupport,
    findingsIn: findingsOf,
    shown: { inlayHints: "minimal", codeLens: true },
    version: () => null,
  };
  return {
    tokens: semanticTokens(context),
    symbols: documentSymbols(context),
    formatting: formatDocument(context, { options: { tabSize: 2 } }),
    names: namesFor(context, [...kinds.keys()]),
    // That of an establishment is looked at once.
    ...(file === snapshot.members[0]
      ? { effective: effectiveText(snapshot, { localize, nameOf: (one) => one }) }
      : undefined),
  };
}
