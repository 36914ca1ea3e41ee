import {
  type CompletionItem,
  type CompletionList,
  commands,
  type Definition,
  type DefinitionLink,
  Disposable,
  languages,
  type Position,
  type TextDocumentContentChangeEvent,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { Middleware } from "vscode-languageclient";
import type { ServerStatus } from "../status.ts";

/** The steps of the walkthrough that no command alone completes. */
type FirstStep = "create" | "fix" | "complete" | "follow";

/** Tells the walkthrough that a step is done: it ticks the step whose completion event has this key. */
export function markDone(step: FirstStep): void {
  void commands.executeCommand("setContext", `rentree.first.${step}`, true);
}

/** What the walkthrough watches, and the middleware by which it sees what the server answers. */
export interface FirstSteps {
  readonly middleware: Pick<Middleware, "provideCompletionItem" | "provideDefinition">;
  /** Watches until the steps are done. */
  readonly watch: (status: ServerStatus) => Disposable;
}

/** More completions than these are not remembered. */
const MAX_OFFERED = 500;

/** Sees that a completion is taken, a reference followed, and a finding corrected. Nothing is kept or sent. */
export function firstSteps(): FirstSteps {
  let offered = new Set<string>();
  let targets = new Set<string>();
  return {
    middleware: {
      async provideCompletionItem(document, position, context, token, next) {
        const list = await next(document, position, context, token);
        offered = new Set(labelsOf(list));
        return list;
      },
      async provideDefinition(document, position, token, next) {
        const found = await next(document, position, token);
        targets = new Set(placesOf(found));
        return found;
      },
    },
    watch: (status) =>
      Disposable.from(
        workspace.onDidChangeTextDocument(({ contentChanges }) => {
          if (contentChanges.some((change) => takes(change, offered))) markDone("complete");
        }),
        window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
          const at = selections[0]?.start;
          if (at && targets.has(placeKey(textEditor.document.uri, at))) markDone("follow");
        }),
        watchFixes(status),
      ),
  };
}

/** A finding is corrected when the server counts fewer after a change of a text. */
function watchFixes(status: ServerStatus): Disposable {
  let findings = 0;
  let isChanged = false;
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      isChanged ||= contentChanges.length > 0 && languages.match({ language: "pronote" }, document) > 0;
    }),
    status.onDidCount(({ errors, warnings }) => {
      if (isChanged && errors + warnings < findings) markDone("fix");
      findings = errors + warnings;
      isChanged = false;
    }),
  );
}

function labelsOf(list: CompletionItem[] | CompletionList | null | undefined): string[] {
  const items = (Array.isArray(list) ? list : list?.items) ?? [];
  return items
    .slice(0, MAX_OFFERED)
    .map(({ label }) => (typeof label === "string" ? label : label.label))
    .filter((label) => label.length > 1);
}

/** Whether a change inserts one of the completions that were offered, and not a single letter of it. */
function takes({ text }: TextDocumentContentChangeEvent, offered: ReadonlySet<string>): boolean {
  const first = /^[^\n:]+/.exec(text.trim())?.[0] ?? "";
  return first.length > 1 && offered.has(first.trim());
}

function placesOf(found: Definition | DefinitionLink[] | null | undefined): string[] {
  const all = found === null || found === undefined ? [] : Array.isArray(found) ? found : [found];
  return all.map((one) =>
    "targetUri" in one
      ? placeKey(one.targetUri, (one.targetSelectionRange ?? one.targetRange).start)
      : placeKey(one.uri, one.range.start),
  );
}

function placeKey(uri: Uri, { line, character }: Position): string {
  return `${uri.toString()}#${line}:${character}`;
}
