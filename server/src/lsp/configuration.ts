import { languageOf, localizerFor } from "../base/localize.ts";
import type { Language, Message } from "../base/message.ts";
import type { ClientSupport } from "../features/client-support.ts";
import type { Session } from "./handshake.ts";
import { within } from "./scheduler.ts";
import { type Settings, settingsFrom } from "./settings.ts";

/** How long a client may take to answer for its settings, in milliseconds. */
const ANSWER_LIMIT = 2_000;

/** The current settings of the client, and its language. */
export class Configuration {
  /** Whether the client can be asked for its settings. */
  readonly canPull: boolean;
  readonly #session: Session;
  #settings: Settings;
  /** How often the client was asked: only its last answer counts. */
  #asked = 0;

  constructor(session: Session, client: ClientSupport) {
    this.canPull = client.configuration;
    this.#session = session;
    this.#settings = settingsFrom(session.params.initializationOptions);
  }

  /** The severities that the user set, by rule. */
  get severities(): Settings["severities"] {
    return this.#settings.severities;
  }

  /** Whether findings are shown of open files only. */
  get openFilesOnly(): boolean {
    return this.#settings.openFilesOnly;
  }

  /** Whether documents are formatted. */
  get formats(): boolean {
    return this.#settings.formats;
  }

  /** What the user wants to see in a text beside what is written. */
  get shown(): Settings["shown"] {
    return this.#settings.shown;
  }

  /** The language from the settings, otherwise that of the client. */
  get language(): Language {
    return this.#settings.language ?? languageOf(this.#session.params.locale);
  }

  /** Logs what is wrong with the settings. */
  tellProblems(): void {
    for (const problem of this.#settings.problems) this.warn(problem);
  }

  /**
   * Replaces the settings: by `workspace/configuration` if the client supports it, otherwise by `sent`; then calls
   * `changed`. Logs problems. Resolves when the client has answered, or the time for that is over: until it answers, the
   * settings stay as they are.
   */
  async update(sent: unknown, changed: () => void): Promise<void> {
    const { connection, faults } = this.#session;
    const asked = ++this.#asked;
    const take = (settings: unknown) => {
      // An answer to an earlier question says less than the one that is on its way.
      if (asked !== this.#asked) return;
      this.#settings = settingsFrom(this.#session.params.initializationOptions, settings);
      this.tellProblems();
      changed();
    };
    if (!this.canPull) return take(sent);
    const answered = connection.workspace.getConfiguration("rentree").then(take);
    await within(ANSWER_LIMIT, answered.catch(faults.logged("configuration")));
  }

  /** Writes a message into the client's log. */
  warn(message: Message): void {
    this.#session.connection.console.warn(localizerFor(this.language)(message));
  }
}
