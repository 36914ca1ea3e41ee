import { message } from "../base/message.ts";
import {
  type ErroneousBlock,
  excerpt,
  lengthBeforeComment,
  quote,
  type RecoveryHint,
} from "./erroneous-block.ts";
import { closingQuote } from "./implicit-key.ts";

/** Hints for mistakes with quotes. */
export function* quotingHints(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  yield* typographic(leaf);
  yield* quotesInQuotes(leaf);
  yield* unclosedQuotes(leaf);
  yield* escapes(leaf);
  yield* comments(leaf);
}

/** Typographic quotes: “a: b”. */
function* typographic({ text }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const { 0: whole, 1: spaced = "", index } of text.matchAll(/[“”„«]([^“”„«»\n]*)[“”»]/g)) {
    const inner = spaced.trim();
    yield {
      from: index,
      to: index + whole.length,
      message: message("“{0}” stands in typographic quotes, which are only letters here.", excerpt(inner)),
      title: message("Write straight quotes"),
      safety: "sure",
      patches: [{ from: index, to: index + whole.length, text: quote(inner) }],
    };
  }
}

/** Text after a closing quote: 'L'école', "L"école, "A" b. */
function* quotesInQuotes(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const { text, scan, lines } = leaf;
  for (const { from, to, closed } of scan.quoted) {
    const quoted = text.slice(from, to);
    if (!closed || quoted.includes("\n")) continue;
    const rest = text.slice(to, Math.min(to + 500, lines[leaf.lineAt(from)]?.to ?? to));
    const tail = (/^[^,\]}#:]*/.exec(rest)?.[0] ?? "").trimEnd();
    if (tail.trim() !== "") yield tailHint(from, to, quoted, tail);
  }
}

function tailHint(from: number, middle: number, quoted: string, tail: string): RecoveryHint {
  const whole = quoted + tail;
  const to = middle + tail.length;
  if (whole.endsWith(whole.charAt(0))) {
    return {
      from,
      to,
      message: message(
        "The text in quotes contains the same quotes: it ends after “{0}”.",
        excerpt(quoted.slice(1, -1)),
      ),
      title: message("Use the other kind of quotes"),
      safety: "sure",
      patches: [{ from, to, text: quote(whole.slice(1, -1)) }],
    };
  }
  return {
    from,
    to,
    message: message("There is something after the closing quote: “{0}”.", excerpt(tail)),
    title: message("Put the whole in quotes"),
    patches: [{ from, to, text: quote(whole) }],
  };
}

/** A quote that is not closed, or only by the next quote some lines below. */
function* unclosedQuotes(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const { text, lines, scan } = leaf;
  for (const { from, to, closed } of scan.quoted) {
    // The end for YAML, for which the text that follows is part of it.
    const last = closed ? to : (closingQuote(text, from) ?? text.length);
    const isMultiline = text.slice(from, last).trimEnd().includes("\n");
    if (closed && !isMultiline) continue;
    const line = lines[leaf.lineAt(from)];
    if (!line) continue;
    const rest = line.text.slice(from - line.from);
    const [part = ""] = rest.split(/[,\]}]/, 1);
    const ends = [rest.trimEnd().length, lengthBeforeComment(rest), part.trimEnd().length];
    const char = text.charAt(from);
    for (const end of new Set(ends)) {
      yield {
        from,
        to: from + 1,
        message: message("The quote ({0}) that opens here is not closed.", char),
        ...(isMultiline
          ? {
              related: {
                at: Math.max(from, text.slice(0, last).trimEnd().length - 1),
                message: message("The text runs up to here."),
              },
            }
          : undefined),
        title: message("Close it after “{0}”", excerpt(rest.slice(1, end))),
        safety: "probable",
        patches: [{ from: from + end, to: from + end, text: char }],
      };
    }
  }
}

/** Invalid escapes in double quotes: "C:\Prog". */
function* escapes(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const fault = leaf.faults.find(({ code }) => code === "BAD_DQ_ESCAPE");
  const quoted = fault && leaf.scan.quoted.find(({ from, to }) => from < fault.from && fault.from < to);
  if (!fault || !quoted) return;
  const inner = leaf.text.slice(quoted.from + 1, quoted.to - 1);
  const from = leaf.text.lastIndexOf("\\", fault.from + 1);
  yield {
    from,
    to: from + 2,
    message: message(
      "In double quotes a backslash begins a code, and “{0}” is none. Single quotes leave it as it is.",
      leaf.text.slice(from, from + 2),
    ),
    title: message("Use single quotes"),
    safety: inner.includes("\\n") || inner.includes('\\"') ? "probable" : "sure",
    patches: [{ from: quoted.from, to: quoted.to, text: `'${inner.replaceAll("'", "''")}'` }],
  };
}

/** A comment without a space before it: "a"#comment. */
function* comments({ text }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const { index } of text.matchAll(/(?<=["'\]},])#/g)) {
    yield {
      from: index,
      to: index + 1,
      message: message("A space is missing before the comment."),
      title: message("Add a space"),
      safety: "sure",
      patches: [{ from: index, to: index, text: " " }],
    };
  }
}
