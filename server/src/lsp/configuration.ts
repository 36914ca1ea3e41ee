import { languageOf, localizerFor } from "../base/localize.ts";
import type { Language, Message } from "../base/message.ts";
import type { Session } from "./handshake.ts";
import { type Settings, settingsFrom } from "./settings.ts";

/** The settings of a client as they are now, and its language. */
export class Configuration {
  /** Whether the client can be asked for its settings. */
  readonly canPull: boolean;
  readonly #session: Session;
  #settings: Settings;

  constructor(session: Session) {
    const { initializationOptions, capabilities } = session.params;
    this.canPull = capabilities.workspace?.configuration === true;
    this.#session = session;
    this.#settings = settingsFrom(initializationOptions);
  }

  get severities(): Settings["severities"] {
    return this.#settings.severities;
  }

  /** The language that is set, else that of the client. */
  get language(): Language {
    return this.#settings.language ?? languageOf(this.#session.params.locale);
  }

  /** Takes new settings: those that were sent, or, where the client can be asked, its own. */
  async update(sent?: unknown): Promise<void> {
    const { connection, params } = this.#session;
    const pulled: unknown = this.canPull ? await connection.workspace.getConfiguration("rentree") : sent;
    this.#settings = settingsFrom(params.initializationOptions, pulled);
    for (const problem of this.#settings.problems) this.warn(problem);
  }

  /** Writes a message into the client's log. */
  warn(message: Message): void {
    this.#session.connection.console.warn(localizerFor(this.language)(message));
  }
}
