import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  type Event,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  Uri,
  workspace,
} from "vscode";
import type {
  ComparedEstablishment,
  DifferenceChange,
  DifferenceFix,
  ListedDifference,
} from "../../server/src/features/compare-protocol.ts";

/** What a fix is about: the argument of its command. */
export interface ChosenFix {
  readonly establishment: string;
  readonly message: string;
  readonly fix: DifferenceFix;
}

interface Shown {
  readonly diagnostic: Diagnostic;
  readonly fixes: readonly DifferenceFix[];
  readonly message: string;
}

/** The command of a fix; its argument is a `ChosenFix`. */
const SETTLE = "rentree.settleDifference";

/** What the last comparison with PRONOTE found, beside the findings of the server, with its fixes: gone on restart. */
export class ShownDifferences implements Disposable, CodeActionProvider {
  readonly #collection = languages.createDiagnosticCollection("rentree-pronote");
  readonly #registered: Disposable;
  readonly #shown = new Map<string, readonly Shown[]>();
  readonly #changed = new EventEmitter<void>();
  #compared: ComparedEstablishment | undefined;

  /** Fires when another comparison is shown, or none. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor() {
    const files = { pattern: "**/*.pronote.{yaml,yml}" };
    const kinds = { providedCodeActionKinds: [CodeActionKind.QuickFix] };
    this.#registered = Disposable.from(
      languages.registerCodeActionsProvider(files, this, kinds),
      workspace.onDidChangeTextDocument((change) => this.#follow(change)),
    );
  }

  /** The last comparison, as long as it is shown. */
  get compared(): ComparedEstablishment | undefined {
    return this.#compared;
  }

  /** Shows the differences in place of those before. */
  show(compared: ComparedEstablishment): void {
    this.clear();
    this.#compared = compared;
    const byFile = new Map<string, Shown[]>();
    for (const difference of [...compared.differences, ...compared.alike]) {
      const uri = Uri.parse(difference.place.uri).toString();
      const known = byFile.get(uri);
      if (known) known.push(shownOf(difference));
      else byFile.set(uri, [shownOf(difference)]);
    }
    for (const [uri, shown] of byFile) this.#set(uri, shown);
    this.#changed.fire();
  }

  /** Takes all differences away. */
  clear(): void {
    this.#compared = undefined;
    this.#shown.clear();
    this.#collection.clear();
    this.#changed.fire();
  }

  /** Takes away a difference that is settled, and others that the same change settles. */
  settle({ message, fix }: ChosenFix): void {
    for (const [uri, shown] of this.#shown) {
      const left = shown.filter(
        (one) => one.message !== message && !one.fixes.some((other) => isSame(other, fix)),
      );
      if (left.length < shown.length) this.#set(uri, left);
    }
  }

  provideCodeActions({ uri }: TextDocument, range: Range): CodeAction[] {
    const shown = this.#shown.get(uri.toString()) ?? [];
    const establishment = this.#compared?.uri ?? "";
    return shown
      .filter(({ diagnostic }) => diagnostic.range.intersection(range) !== undefined)
      .flatMap(({ diagnostic, fixes, message }) =>
        fixes.map((fix) => {
          const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
          const argument: ChosenFix = { establishment, message, fix };
          action.diagnostics = [diagnostic];
          action.command = { command: SETTLE, title: fix.title, arguments: [argument] };
          return action;
        }),
      );
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
    this.#collection.dispose();
  }

  #set(uri: string, shown: readonly Shown[]): void {
    this.#shown.set(uri, shown);
    this.#collection.set(
      Uri.parse(uri),
      shown.map(({ diagnostic }) => diagnostic),
    );
  }

  /** Differences stay at their lines while text is written above them. */
  #follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    const shown = this.#shown.get(uri);
    if (!shown || contentChanges.length === 0) return;
    for (const { diagnostic } of shown)
      for (const { range, text } of contentChanges) {
        const added = text.split("\n").length - 1 - (range.end.line - range.start.line);
        const { start, end } = diagnostic.range;
        if (added !== 0 && range.end.isBeforeOrEqual(start))
          diagnostic.range = new Range(start.translate(added), end.translate(added));
      }
    this.#set(uri, shown);
  }
}

function shownOf({ sign, message, place, fixes }: ListedDifference): Shown {
  const { start, end } = place.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  const diagnostic = new Diagnostic(range, `${sign} ${message}`, DiagnosticSeverity.Information);
  diagnostic.source = "PRONOTE";
  return { diagnostic, fixes, message };
}

/** Whether two fixes write at the same place. */
function isSame({ change }: DifferenceFix, other: DifferenceFix): boolean {
  const key = ({ path = [] }: DifferenceChange) => path.join("\0");
  return key(change) !== "" && key(change) === key(other.change);
}
