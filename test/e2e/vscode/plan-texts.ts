import french from "../../../l10n/bundle.l10n.fr.json";
import commandsInFrench from "../../../package.nls.fr.json";
import commandsInEnglish from "../../../package.nls.json";

/** The texts that tests look for. */
export interface PlanTexts {
  /** A text of the client, up to its first variable part. */
  readonly text: (english: string) => string;
  /** A command as the palette has it. */
  readonly command: (name: keyof typeof commandsInEnglish) => string;
}

/** The texts in a language. */
export function textsIn(language: "en" | "fr"): PlanTexts {
  const bundle: Readonly<Record<string, string>> = language === "fr" ? french : {};
  const commandTexts = language === "fr" ? commandsInFrench : commandsInEnglish;
  return {
    text: (english) => (bundle[english] ?? english).split("{0}")[0]?.trim() ?? "",
    command: (name) => `Rentrée: ${commandTexts[name]}`,
  };
}
