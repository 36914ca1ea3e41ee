import { type Severities, severitiesFrom } from "../analysis/severities.ts";
import { languageOf } from "../base/localize.ts";
import type { Language, Message } from "../base/message.ts";
import type { ShownInText } from "../features/context.ts";

/** The settings of a user. They have the same names in `workspace/configuration` and `initializationOptions`. */
export interface Settings {
  /** `undefined`: the language of the editor. */
  readonly language: Language | undefined;
  readonly severities: Severities;
  /** Whether findings are shown of open files only. */
  readonly openFilesOnly: boolean;
  /** Whether documents are formatted. */
  readonly formats: boolean;
  readonly shown: ShownInText;
  /** What is wrong with the values that were set. */
  readonly problems: readonly Message[];
}

/** Reads settings from what a client sends; later ones replace earlier ones. Malformed values are ignored. */
export function settingsFrom(...sent: readonly unknown[]): Settings {
  const all = Object.assign({}, ...sent.map(recordOf));
  const { language, rules, format, inlayHints, codeLens, openFilesOnly } = recordOf(all);
  return {
    language: typeof language === "string" && language !== "auto" ? languageOf(language) : undefined,
    shown: {
      inlayHints: inlayHints === "off" || inlayHints === "all" ? inlayHints : "minimal",
      codeLens: codeLens !== false,
    },
    ...severitiesFrom(rules),
    openFilesOnly: openFilesOnly === true,
    formats: recordOf(format)["enable"] !== false,
  };
}

function recordOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
