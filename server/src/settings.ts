import type { Language } from "./say.ts";
import { languageOf } from "./words.ts";

/** What a user may set. Settings and `initializationOptions` have the same names. */
export interface Settings {
  /** None: that of the editor. */
  readonly language: Language | undefined;
  /** Severities that differ from the rules' own, as written: rule id to severity. */
  readonly rules: { readonly [rule: string]: string };
}

/** Reads settings as a client sends them, the later over the earlier; what is not understood is as if it were not set. */
export function settingsFrom(...sent: readonly unknown[]): Settings {
  const { language, rules } = recordOf(Object.assign({}, ...sent.map(recordOf)));
  const severities = Object.entries(recordOf(rules)).filter(([, severity]) => typeof severity === "string");
  return {
    language: typeof language === "string" && language !== "auto" ? languageOf(language) : undefined,
    rules: Object.fromEntries(severities) as Settings["rules"],
  };
}

function recordOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
