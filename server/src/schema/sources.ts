import type { LocalizedText } from "../base/message.ts";
import data from "./generated/sources.json";

const documents: { readonly [code: string]: LocalizedText } = data;

/** The codes that stand for several, without the “*” at their end: the longest first. */
const prefixes = Object.keys(documents)
  .filter((code) => code.endsWith("*"))
  .map((code) => code.slice(0, -1))
  .sort((one, other) => other.length - one.length);

/** How a document is cited to users, by the code that `schemas/sources.yaml` gives it; `undefined` if it has none. */
export function citationOf(code: string): LocalizedText | undefined {
  const exact = Object.hasOwn(documents, code) ? documents[code] : undefined;
  if (exact) return exact;
  const prefix = prefixes.find((one) => code.startsWith(one) && code.length > one.length);
  const several = prefix === undefined ? undefined : documents[`${prefix}*`];
  if (prefix === undefined || !several) return undefined;
  const rest = code.slice(prefix.length);
  return { en: several.en.replace("{0}", rest), fr: several.fr.replace("{0}", rest) };
}

/** The citations of several codes, each document once. A code without a citation is left out. */
export function citationsOf(codes: readonly string[]): readonly LocalizedText[] {
  const cited = codes.map(citationOf).filter((one) => one !== undefined);
  return [...new Map(cited.map((citation) => [citation.en, citation])).values()];
}
