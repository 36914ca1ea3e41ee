/** A text in both languages. */
export interface LocalizedText {
  readonly en: string;
  readonly fr: string;
}

/** A translatable message: its English text, with `{0}` for its arguments. It is put into a language only when it is shown. */
export interface Message {
  readonly text: string;
  readonly args: readonly MessageArgument[];
}

/** What is put into a message: also a text that differs by language, or another message. */
export type MessageArgument = string | number | LocalizedText | Message;

export type Language = "en" | "fr";

/** Puts messages and texts into one language, which it was made for. */
export type Localize = (message: Message | LocalizedText) => string;

/** Creates a translatable message, keyed by its English text; `l10n/bundle.l10n.fr.json` holds the French. */
export function message(text: string, ...args: readonly MessageArgument[]): Message {
  return { text, args };
}

/** A message in a language. `bundle` gives the French for an English text. */
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
