/** What the extension runs on. */
export interface System {
  /** What runs it, by its name. */
  readonly versions: readonly (readonly [name: string, version: string])[];
  /** The user's folder, which names a person; empty where there is none. */
  readonly home: string;
}
