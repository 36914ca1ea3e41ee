import type { Diagnostic } from "vscode-languageserver-types";
import type { Context } from "../features/context.ts";
import { diagnostics } from "../features/diagnostics.ts";
import type { Finding } from "../rules/api/rule.ts";

/** What the sender is given; see `PublisherHost`. */
interface SenderHost {
  readonly contextOf: (uri: string) => Context | undefined;
  readonly isOpen: (uri: string) => boolean;
  readonly diagnostics: (uri: string, list: Diagnostic[]) => void;
}

/** Sends the diagnostics of files to the client, if they are others than it has. */
export class DiagnosticsSender {
  readonly #to: SenderHost;
  readonly #sent = new Map<string, SentDiagnostics>();

  constructor(to: SenderHost) {
    this.#to = to;
  }

  /** The files of which the client was told something. */
  get files(): Iterable<string> {
    return this.#sent.keys();
  }

  /** Whether the client was told something of a file, if only that nothing is found. */
  hasTold(uri: string): boolean {
    return this.#sent.has(uri);
  }

  send(uri: string, findings: readonly Finding[]): void {
    const last = this.#sent.get(uri);
    if (findings.length === 0 && last?.text === NOTHING) return;
    const context = findings.length > 0 ? this.#to.contextOf(uri) : undefined;
    const from = context ? madeFrom(context, findings) : [];
    if (last && isSame(from, last.from)) return;
    const list = context ? diagnostics(context, findings) : [];
    const text = JSON.stringify(list);
    // A file that is opened is answered even if there is nothing to say; one that is not, only if there is.
    const has = last?.text ?? (this.#to.isOpen(uri) ? undefined : NOTHING);
    if (last || has !== text) this.#sent.set(uri, { text, from });
    if (has !== text) this.#to.diagnostics(uri, list);
  }
}

interface SentDiagnostics {
  readonly text: string;
  /** All that it was made from: as long as that is the same, it need not be made again to see that it is. */
  readonly from: readonly unknown[];
}

const NOTHING = "[]";

/** The places that a finding names in other files move with these. */
function madeFrom({ file, language, workspace }: Context, findings: readonly Finding[]): readonly unknown[] {
  const others = findings.flatMap(({ related = [] }) =>
    related.map(({ at }) => workspace.files.get(at.block.uri)),
  );
  return [file, language, ...findings, ...others];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}
