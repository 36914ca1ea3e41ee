/** A text in both languages. */
export interface Words {
  readonly en: string;
  readonly fr: string;
}

/** A message whose words are chosen only where it leaves: the English text, with `{0}` for its arguments. */
export interface Message {
  readonly text: string;
  readonly args: readonly Argument[];
}

export type Argument = string | number | Words | Message;

export type Language = "en" | "fr";

/** Says something; French stands in `l10n/bundle.l10n.fr.json` under the English text. */
export function say(text: string, ...args: readonly Argument[]): Message {
  return { text, args };
}

/** A message in a language. `bundle` gives the French for an English text. */
export function worded(
  message: Message,
  language: Language,
  bundle: { readonly [english: string]: string },
): string {
  const text = language === "fr" ? (bundle[message.text] ?? message.text) : message.text;
  return text.replace(/\{(\d+)\}/g, (whole, index: string) => {
    const arg = message.args[Number(index)];
    if (arg === undefined) return whole;
    if (typeof arg === "object") return "text" in arg ? worded(arg, language, bundle) : arg[language];
    return String(arg);
  });
}
