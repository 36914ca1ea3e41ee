import { CST, Lexer } from "yaml";

/**
 * The names of a few texts that together contain everything about YAML that all of them contain. Repeatedly chooses the
 * one with the most new token sequences for its length. Choosing among the chosen ones gives all of them.
 */
export function fewest(texts: ReadonlyMap<string, string>): readonly string[] {
  const all = [...texts]
    .map(([name, text]) => ({ name, length: text.length, shows: tokenSequences(text) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const seen = new Set<string>();
  const names: string[] = [];
  for (;;) {
    const worth = all.map(
      ({ shows: tokenSequences, length }) => tokenSequences.filter((one) => !seen.has(one)).length / length,
    );
    const most = Math.max(0, ...worth);
    const best = most > 0 ? all[worth.indexOf(most)] : undefined;
    if (!best) return names;
    for (const one of best.shows) seen.add(one);
    names.push(best.name);
  }
}

/** The sequences of three kinds of tokens in a text. */
function tokenSequences(text: string): readonly string[] {
  const kinds = [...new Lexer().lex(text)].map((token) => CST.tokenType(token) ?? "");
  return [...new Set(kinds.slice(2).map((_, index) => kinds.slice(index, index + 3).join(" ")))];
}
