import { conjunction, disjunction } from "../base/enumeration.ts";
import { type LocalizedText, type Message, message } from "../base/message.ts";
import data from "./generated/kind-words.json";

/** A kind as words in a sentence. */
interface KindWords {
  /** One of it, with its article, which shows its gender: “a class”, “une classe”. */
  readonly one: LocalizedText;
  /** All of it, with their article: “the classes”, “les classes”. */
  readonly all: LocalizedText;
  /** The name of the symbol kind of LSP whose icon editors show for it. */
  readonly symbol: string;
}

const words: { readonly [kind: string]: KindWords } = data;

/** One thing of a kind, with its article: “a class”. */
export function oneOf(kind: string): LocalizedText {
  return words[kind]?.one ?? { en: kind, fr: kind };
}

/** One thing of any of several kinds: “a teacher or a member of the staff”. */
export function oneOfAny(kinds: readonly string[]): Message | LocalizedText {
  const [first, ...others] = kinds.map(oneOf);
  return first ? disjunction(first, others) : message("a name");
}

/** The name of the symbol kind of LSP that stands for a kind: “Class”. */
export function symbolOf(kind: string): string {
  return words[kind]?.symbol ?? "Object";
}

/** All things of several kinds, with their articles: “the teachers, the staff and the functions”. */
export function allOf(kinds: readonly string[]): Message | LocalizedText {
  const [first, ...others] = kinds.map((kind): LocalizedText => words[kind]?.all ?? { en: kind, fr: kind });
  return first ? conjunction(first, others) : message("the names");
}
