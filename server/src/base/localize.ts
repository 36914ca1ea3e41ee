import french from "../../../l10n/bundle.l10n.fr.json";
import { type Language, type Localize, localize } from "./message.ts";

/** Creates the function that puts messages into a language. */
export function localizerFor(language: Language): Localize {
  return (message) => ("text" in message ? localize(message, language, french) : message[language]);
}

/** The language for a locale: French for `fr` and its variants, otherwise English. */
export function languageOf(locale: string | undefined): Language {
  return /^fr\b/i.test(locale ?? "") ? "fr" : "en";
}
