import type { Language } from "./message.ts";

const COLLATORS: Readonly<Record<Language, Intl.Collator>> = {
  en: new Intl.Collator("en", { numeric: true }),
  fr: new Intl.Collator("fr", { numeric: true }),
};

/** Things in the order of their names as the readers of a language look for them: numbers count, so that 2 is before 10. */
export function inOrderOfNames<T extends { readonly name: string }>(
  things: readonly T[],
  language: Language,
): T[] {
  return things.toSorted((one, other) => compareNames(one.name, other.name, language));
}

/** Compares two names as the readers of a language sort them. */
export function compareNames(one: string, other: string, language: Language): number {
  return COLLATORS[language].compare(one, other);
}
