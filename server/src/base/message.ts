/** A text in English and in French. */
export interface LocalizedText {
  readonly en: string;
  readonly fr: string;
}

/**
 * A translatable message: its English text, with `{0}` and so on for its arguments. It is localized only when it is
 * shown.
 */
export interface Message {
  readonly text: string;
  readonly args: readonly MessageArgument[];
}

/** An argument of a message: a text, a number, a text that differs by language, or another message. */
export type MessageArgument = string | number | LocalizedText | Message;

/** A language in which messages are shown. */
export type Language = "en" | "fr";

/** Puts a message or a text into one fixed language. */
export type Localize = (message: Message | LocalizedText) => string;

/** Creates a translatable message, keyed by its English text; `l10n/bundle.l10n.fr.json` holds the French. */
export function message(text: string, ...args: readonly MessageArgument[]): Message {
  return { text, args };
}

/** Puts a message into a language. `bundle` maps English texts to French ones; a text that it lacks stays English. */
export function localize(
  message: Message,
  language: Language,
  bundle: { readonly [english: string]: string },
): string {
  const text = language === "fr" ? (bundle[message.text] ?? message.text) : message.text;
  return text.replace(/\{(\d+)\}/g, (whole, index: string) => {
    const arg = message.args[Number(index)];
    if (arg === undefined) return whole;
    if (typeof arg === "object") return "text" in arg ? localize(arg, language, bundle) : arg[language];
    return String(arg);
  });
}
