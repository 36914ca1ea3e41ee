import { CST, Lexer } from "yaml";

/**
 * The names of some texts that together show of YAML all that all of them show: again and again the one with the most
 * that is new for its length. Chosen from among themselves, they are all chosen.
 */
export function fewest(texts: ReadonlyMap<string, string>): readonly string[] {
  const all = [...texts]
    .map(([name, text]) => ({ name, length: text.length, shows: shows(text) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const seen = new Set<string>();
  const names: string[] = [];
  for (;;) {
    const worth = all.map(({ shows, length }) => shows.filter((one) => !seen.has(one)).length / length);
    const most = Math.max(0, ...worth);
    const best = most > 0 ? all[worth.indexOf(most)] : undefined;
    if (!best) return names;
    for (const one of best.shows) seen.add(one);
    names.push(best.name);
  }
}

/** Which kinds of token follow each other in a text, three at a time. */
function shows(text: string): readonly string[] {
  const kinds = [...new Lexer().lex(text)].map((token) => CST.tokenType(token) ?? "");
  return [...new Set(kinds.slice(2).map((_, index) => kinds.slice(index, index + 3).join(" ")))];
}
