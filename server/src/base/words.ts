import french from "../../../l10n/bundle.l10n.fr.json";
import { type Language, type Message, type Words, worded } from "./say.ts";

/** What puts messages into a language. */
export function wordsIn(language: Language): (message: Message | Words) => string {
  return (message) => ("text" in message ? worded(message, language, french) : message[language]);
}

/** The language of a locale: French for French, else English. */
export function languageOf(locale: string | undefined): Language {
  return /^fr\b/i.test(locale ?? "") ? "fr" : "en";
}
