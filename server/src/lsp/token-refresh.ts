import type { Diagnostic } from "vscode-languageserver-types";

/**
 * Asks the client for new semantic tokens when names became resolved or unresolved, which another file may have done:
 * once for all diagnostics that are sent in one turn.
 */
export class TokenRefresh {
  readonly #refresh: () => void;
  readonly #unresolved = new Map<string, string>();
  #isPlanned = false;

  constructor(refresh: () => void) {
    this.#refresh = refresh;
  }

  /** To be called with the diagnostics of a file when they are sent. */
  sent(uri: string, diagnostics: readonly Diagnostic[]): void {
    const names = diagnostics.filter(({ code }) => code === "unknown-reference");
    const now = JSON.stringify(names.map(({ range }) => range));
    if ((this.#unresolved.get(uri) ?? "[]") === now) return;
    this.#unresolved.set(uri, now);
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    setTimeout(() => {
      this.#isPlanned = false;
      this.#refresh();
    });
  }
}
