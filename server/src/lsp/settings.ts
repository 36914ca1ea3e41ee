import { type Severities, severitiesFrom } from "../analysis/severities.ts";
import { languageOf } from "../base/localize.ts";
import type { Language, Message } from "../base/message.ts";

/** What a user may set. Settings and `initializationOptions` have the same names. */
export interface Settings {
  /** None: that of the editor. */
  readonly language: Language | undefined;
  readonly severities: Severities;
  /** What could not be understood in what was set. */
  readonly problems: readonly Message[];
}

/** Reads settings as a client sends them, the later over the earlier; what is not understood is as if it were not set. */
export function settingsFrom(...sent: readonly unknown[]): Settings {
  const { language, rules } = recordOf(Object.assign({}, ...sent.map(recordOf)));
  return {
    language: typeof language === "string" && language !== "auto" ? languageOf(language) : undefined,
    ...severitiesFrom(rules),
  };
}

function recordOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
