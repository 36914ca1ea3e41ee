import { message } from "../base/message.ts";
import { type ErroneousBlock, excerpt, lengthBeforeComment, type RecoveryHint } from "./erroneous-block.ts";
import { offsetAfterKey } from "./line-kinds.ts";
import { missingCloser } from "./unclosed.ts";

/** Hints for an entry in a long map that begins at another column than the others. */
export function* columnHints({ block, text, lines }: ErroneousBlock): Iterable<RecoveryHint> {
  const fault = block.faults.find(({ code }) => code === "STRAY");
  if (fault?.column === undefined) return;
  const { col, endCol, column } = fault;
  const shift = column - col;
  yield {
    from: col,
    to: endCol,
    message: message(
      "“{0}” begins at column {1}; what it stands beside begins at column {2}.",
      excerpt(text.slice(col, endCol)),
      col + 1,
      column + 1,
    ),
    title: message("Move it to column {0}", column + 1),
    safety: "probable",
    patches: lines
      .filter((line) => line.text.trim() !== "")
      .map(({ from, indent }) => ({
        from,
        to: from + Math.min(indent, Math.max(0, -shift)),
        text: " ".repeat(Math.max(0, shift)),
      })),
  };
}

/** Hints for a line above entries that has more than a key: without the rest, the entries can be below it. */
export function* parentLineHints({ block, text }: ErroneousBlock): Iterable<RecoveryHint> {
  const fault = block.faults.find(({ code }) => code === "UNFIT");
  if (!fault) return;
  const { endCol } = fault;
  const colon = /^ *[^\s:#"'[{]+:(?=\S)/.exec(text)?.[0].length;
  const col = colon ?? fault.col;
  const rest = text.slice(col, endCol);
  const value = rest.slice(0, lengthBeforeComment(rest));
  const opener = missingCloser(rest) === undefined ? undefined : rest.charAt(0);
  const isAfterKey = offsetAfterKey(text) !== undefined;
  for (const end of new Set([1, value.length, rest.length])) {
    yield {
      from: col,
      to: col + (opener ? 1 : value.length),
      message: messageFor(opener, value),
      title: message("Remove “{0}”", excerpt(rest.slice(0, end))),
      safety: "probable",
      patches: [{ from: isAfterKey ? text.slice(0, col).trimEnd().length : col, to: col + end, text: "" }],
    };
  }
}

function messageFor(opener: string | undefined, value: string) {
  if (opener === '"' || opener === "'")
    return message("The quote ({0}) that opens here is not closed.", opener);
  if (opener) return message("“{0}” opens here and is not closed.", opener);
  return message(
    "“{0}” follows a key that has entries below: a key has either one value or entries.",
    excerpt(value),
  );
}
