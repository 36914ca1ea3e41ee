import type { Diagnostic } from "vscode-languageserver-types";
import type { Context } from "../features/context.ts";
import { diagnostics } from "../features/diagnostics.ts";
import type { Finding } from "../rules/api/rule.ts";

/** The part of `PublisherHost` that the sender needs. */
interface SenderHost {
  readonly contextOf: (uri: string) => Context | undefined;
  readonly isOpen: (uri: string) => boolean;
  /** What the client calls a file now. */
  readonly name: (uri: string) => string;
  /** Tells the client the diagnostics of a file, by its name for it. */
  readonly diagnostics: (name: string, list: Diagnostic[]) => void;
}

/** Sends the diagnostics of files to the client when they differ from those that it has. */
export class DiagnosticsSender {
  readonly #host: SenderHost;
  readonly #sent = new Map<string, SentDiagnostics>();

  constructor(host: SenderHost) {
    this.#host = host;
  }

  /** The files whose diagnostics were sent at least once. */
  get files(): Iterable<string> {
    return this.#sent.keys();
  }

  /** Whether diagnostics of a file were sent, even an empty list. */
  hasSent(uri: string): boolean {
    return this.#sent.has(uri);
  }

  /** Sends the diagnostics of these findings, unless the client has the same already. */
  send(uri: string, findings: readonly Finding[]): void {
    const name = this.#host.name(uri);
    const last = this.#sentAs(name, uri);
    if (findings.length === 0 && last?.text === EMPTY) {
      // Of a file that nobody looks at any more nothing is kept.
      if (!this.#host.isOpen(uri)) this.#sent.delete(uri);
      return;
    }
    const context = findings.length > 0 ? this.#host.contextOf(uri) : undefined;
    const inputs = context ? inputsOf(context, findings) : [];
    if (last && isSame(inputs, last.inputs)) return;
    const list = context ? diagnostics(context, findings) : [];
    const text = JSON.stringify(list);
    // For an open document an empty list is sent too; for any other file, only to replace an earlier one.
    const previous = last?.text ?? (this.#host.isOpen(uri) ? undefined : EMPTY);
    if (last || previous !== text) this.#sent.set(uri, { name, text, inputs });
    if (previous !== text) this.#host.diagnostics(name, list);
  }

  /** What was sent under a name. What was sent under a former one is taken back: nobody would replace it. */
  #sentAs(name: string, uri: string): SentDiagnostics | undefined {
    const last = this.#sent.get(uri);
    if (!last || last.name === name) return last;
    if (last.text !== EMPTY) this.#host.diagnostics(last.name, []);
    this.#sent.delete(uri);
    return undefined;
  }
}

interface SentDiagnostics {
  readonly name: string;
  readonly text: string;
  /** Everything that the list depends on: while these objects are identical, the list is not computed again. */
  readonly inputs: readonly unknown[];
}

const EMPTY = "[]";

/** The inputs of a list. Related positions in other files depend on those files. */
function inputsOf({ file, language, workspace }: Context, findings: readonly Finding[]): readonly unknown[] {
  const relatedFiles = findings.flatMap(({ related = [] }) =>
    related.map(({ at }) => workspace.files.get(at.block.uri)),
  );
  return [file, language, ...findings, ...relatedFiles];
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
