/** A snippet as an editor inserts it: of a choice the first value, of a placeholder its text. */
export interface ExpandedSnippet {
  readonly text: string;
  /** The offset at which the cursor is then: the first tab stop, or the end. */
  readonly cursor: number;
}

const PART = /\\([\s\S])|\$(\d+)|\$\{(\d+)(?:\|((?:\\.|[^|\\])*)\||:((?:\\.|[^}\\])*))?\}/g;

/** Expands a text in LSP's snippet syntax. */
export function expandSnippet(snippet: string): ExpandedSnippet {
  let text = "";
  let end = 0;
  const stops = new Map<number, number>();
  for (const match of snippet.matchAll(PART)) {
    const [whole, escaped, bare, braced, choices, placeholder] = match;
    text += snippet.slice(end, match.index);
    end = match.index + whole.length;
    if (escaped !== undefined) text += escaped;
    else {
      const stop = Number(bare ?? braced);
      if (!stops.has(stop)) stops.set(stop, text.length);
      const [first = ""] = (choices ?? "").split(/(?<!\\),/);
      text += (choices === undefined ? (placeholder ?? "") : first).replace(/\\([\s\S])/g, "$1");
    }
  }
  text += snippet.slice(end);
  const first = Math.min(...[...stops.keys()].map((stop) => (stop === 0 ? Infinity : stop)));
  return { text, cursor: stops.get(first) ?? stops.get(0) ?? text.length };
}
