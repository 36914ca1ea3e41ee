import Papa from "papaparse";

/** How much of a text is parsed at once, in characters. */
export const PIECE = 1 << 16;
/** Within how much of a text the kind of its line ends is looked for, in characters. */
const SAMPLE = 1 << 20;

/** Thrown by `rowsIn` at the end of a text if a quote is never closed: what follows it is one cell. */
export class UnclosedQuote extends Error {}

/**
 * The rows of a text whose cells stand between separators, as cells, piece by piece: those that end in it. The same rows as
 * if it were parsed at once. Throws an `UnclosedQuote`.
 */
export function* rowsIn(text: string, delimiter: string): Generator<readonly (readonly string[])[]> {
  let rows: readonly (readonly string[])[] = [];
  let parser: Papa.Parser | undefined;
  let isComplete = false;
  let isUnclosed = false;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: lineEndIn(text, delimiter),
    chunkSize: PIECE,
    chunk: ({ data, errors }: Papa.ParseResult<string[]>, paused: Papa.Parser) => {
      rows = data;
      isUnclosed ||= errors.some(({ code }) => code === "MissingQuotes");
      parser = paused;
      paused.pause();
    },
    complete: () => {
      isComplete = true;
    },
  });
  for (;;) {
    if (isUnclosed) {
      yield rows.slice(0, -1);
      throw new UnclosedQuote();
    }
    yield rows;
    if (isComplete) return;
    rows = [];
    parser?.resume();
  }
}

/** How the rows of a text end. The first piece alone may have no line end, or only such as stand within quotes. */
function lineEndIn(text: string, delimiter: string): "\r\n" | "\r" | "\n" {
  const { linebreak } = Papa.parse(text.slice(0, SAMPLE), { delimiter, preview: 1 }).meta;
  return linebreak === "\r\n" || linebreak === "\r" ? linebreak : "\n";
}
