import { languageOf, localizerFor } from "../base/localize.ts";
import type { Language, Message } from "../base/message.ts";
import type { Session } from "./handshake.ts";
import { type Settings, settingsFrom } from "./settings.ts";

/** The current settings of the client, and its language. */
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

  /** The severities that the user set, by rule. */
  get severities(): Settings["severities"] {
    return this.#settings.severities;
  }

  /** The language from the settings, otherwise that of the client. */
  get language(): Language {
    return this.#settings.language ?? languageOf(this.#session.params.locale);
  }

  /**
   * Replaces the settings: by `workspace/configuration` if the client supports it, otherwise by `sent`. Logs problems.
   */
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
