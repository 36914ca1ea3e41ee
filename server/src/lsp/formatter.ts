import type { Registration } from "vscode-languageserver-protocol";
import type { ClientSupport } from "../features/client-support.ts";
import { FORMAT_TRIGGER } from "../features/offered.ts";
import type { Configuration } from "./configuration.ts";
import type { Session } from "./handshake.ts";

/** Any document that the client sends. */
const ANY = { documentSelector: null };
const REGISTRATIONS: readonly Registration[] = [
  ["textDocument/formatting", ANY] as const,
  ["textDocument/rangeFormatting", ANY] as const,
  ["textDocument/onTypeFormatting", { ...ANY, firstTriggerCharacter: FORMAT_TRIGGER }] as const,
].map(([method, registerOptions]) => ({ id: method, method, registerOptions }));

/**
 * Offers the formatters while the user's setting allows them: otherwise an editor would ask which one of several to use.
 */
export class FormatterOffer {
  readonly #session: Session;
  readonly #configuration: Configuration;
  readonly #isDynamic: boolean;
  #isOffered = false;

  constructor(session: Session, configuration: Configuration, client: ClientSupport) {
    this.#session = session;
    this.#configuration = configuration;
    this.#isDynamic = client.registersFormatters;
  }

  /** To be called when the settings are known, and when they may have changed. */
  update(): void {
    const { connection, faults } = this.#session;
    const { formats } = this.#configuration;
    if (!this.#isDynamic || formats === this.#isOffered) return;
    this.#isOffered = formats;
    // The spelling is the protocol's.
    const unregisterations = REGISTRATIONS.map(({ id, method }) => ({ id, method }));
    faults.sending("formatters", () =>
      formats
        ? connection.sendRequest("client/registerCapability", { registrations: REGISTRATIONS })
        : connection.sendRequest("client/unregisterCapability", { unregisterations }),
    );
  }
}
