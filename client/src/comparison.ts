import { Diagnostic, DiagnosticSeverity, type Disposable, languages, Range, Uri } from "vscode";
import type { ComparedEstablishment } from "../../server/src/features/compare-protocol.ts";

/** What the last comparison with PRONOTE found, beside the findings of the server: it is gone on restart. */
export class ShownDifferences implements Disposable {
  readonly #collection = languages.createDiagnosticCollection("rentree-pronote");

  /** Shows the differences in place of those before. */
  show({ differences }: ComparedEstablishment): void {
    this.clear();
    const byFile = new Map<string, Diagnostic[]>();
    for (const { sign, message, place } of differences) {
      const { start, end } = place.range;
      const range = new Range(start.line, start.character, end.line, end.character);
      const diagnostic = new Diagnostic(range, `${sign} ${message}`, DiagnosticSeverity.Information);
      diagnostic.source = "PRONOTE";
      const known = byFile.get(place.uri);
      if (known) known.push(diagnostic);
      else byFile.set(place.uri, [diagnostic]);
    }
    for (const [uri, diagnostics] of byFile) this.#collection.set(Uri.parse(uri), diagnostics);
  }

  /** Takes all differences away. */
  clear(): void {
    this.#collection.clear();
  }

  dispose(): void {
    this.#collection.dispose();
  }
}
