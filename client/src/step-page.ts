import { Disposable, EventEmitter, env, l10n, Uri, workspace } from "vscode";
import type { Checklist } from "./checklist.ts";
import { type ItemNode, itemsOf } from "./checklist-tree.ts";
import { pageOf, wordsOf } from "./item-look.ts";

const SCHEME = "rentree-step";

/** Provides pages on steps as virtual documents, for steps that no place in a file stands for. */
export function registerStepPages(checklist: Checklist): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => {
        const nodes = itemsOf(checklist.establishments);
        const node = nodes.find((one) => stepPageOf(one).toString() === uri.toString());
        return node && pageOf(node.item, node.establishment.name, wordsOf(l10n, env.language));
      },
    }),
    checklist.onDidChange(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
    }),
  );
}

/** The URI of the page on a step of an establishment. */
export function stepPageOf({ establishment, item }: ItemNode): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${item.slug}.md`, query: establishment.uri });
}
