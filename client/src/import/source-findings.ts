import { Diagnostic, DiagnosticSeverity, type Disposable, languages, Range, Uri } from "vscode";
import type { ImportFinding } from "../../../server/src/features/import-protocol.ts";

const SEVERITIES: Readonly<Record<ImportFinding["severity"], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What was noticed about the files of the last import, at the places in them: it is gone on restart. */
export class SourceFindings implements Disposable {
  readonly #collection = languages.createDiagnosticCollection("rentree-import");

  /** Shows what was noticed in place of what was before. */
  show(findings: readonly ImportFinding[]): void {
    this.clear();
    const byFile = new Map<string, Diagnostic[]>();
    for (const { severity, message, place } of findings) {
      if (!place) continue;
      const { start, end } = place.range;
      const range = new Range(start.line, start.character, end.line, end.character);
      const diagnostic = new Diagnostic(range, message, SEVERITIES[severity]);
      diagnostic.source = "Rentrée";
      const known = byFile.get(place.uri);
      if (known) known.push(diagnostic);
      else byFile.set(place.uri, [diagnostic]);
    }
    for (const [uri, diagnostics] of byFile) this.#collection.set(Uri.parse(uri), diagnostics);
  }

  /** Takes all of them away. */
  clear(): void {
    this.#collection.clear();
  }

  dispose(): void {
    this.#collection.dispose();
  }
}
