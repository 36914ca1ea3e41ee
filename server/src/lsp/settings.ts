import { type Severities, severitiesFrom } from "../analysis/severities.ts";
import { languageOf } from "../base/localize.ts";
import { type Language, type Message, message } from "../base/message.ts";
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

/**
 * Reads settings from what a client sends; later ones replace earlier ones. Values that mean nothing are ignored, and
 * told in `problems`.
 */
export function settingsFrom(...sent: readonly unknown[]): Settings {
  const all = Object.assign({}, ...sent.map(recordOf));
  const { language, rules, format, inlayHints, codeLens, openFilesOnly } = recordOf(all);
  const { severities, problems } = severitiesFrom(rules);
  return {
    language: typeof language === "string" && language !== "auto" ? languageOf(language) : undefined,
    shown: {
      inlayHints: inlayHints === "off" || inlayHints === "all" ? inlayHints : "minimal",
      codeLens: codeLens !== false,
    },
    severities,
    openFilesOnly: openFilesOnly === true,
    formats: recordOf(format)["enable"] !== false,
    problems: [
      ...problems,
      ...problemsOf("rentree.rules", typeof rules === "object" ? undefined : rules, ["{…}"]),
      ...problemsOf("rentree.language", isLocale(language) ? undefined : language, ["auto", "fr", "en"]),
      ...problemsOf("rentree.inlayHints", inlayHints, ["off", "minimal", "all"]),
      ...problemsOf("rentree.codeLens", codeLens, [true, false]),
      ...problemsOf("rentree.openFilesOnly", openFilesOnly, [true, false]),
      ...problemsOf("rentree.format.enable", recordOf(format)["enable"], [true, false]),
    ],
  };
}

/** Whether a language is that of a locale, as clients send it: `fr-FR`. */
function isLocale(language: unknown): boolean {
  return typeof language === "string" && /^(?:fr|en)\b/i.test(language);
}

/** A message if a value was set that is none of these. */
function problemsOf(
  setting: string,
  value: unknown,
  values: readonly (string | boolean)[],
): readonly Message[] {
  if (value === undefined || value === null || values.some((one) => one === value)) return [];
  const kind = message(
    "“{0}” is not a value of the setting “{1}”: {2}.",
    String(value),
    setting,
    values.join(", "),
  );
  return [kind];
}

function recordOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
