import { message } from "../base/message.ts";
import { type ErroneousBlock, excerpt, quote, type RecoveryHint } from "./erroneous-block.ts";

const TITLE = message("Put it in quotes");

/** Slips of quotes, and of texts that need some. */
export function* quotingHints(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  yield* typographic(leaf);
  yield* quotesInQuotes(leaf);
  yield* unclosedQuotes(leaf);
  yield* escapes(leaf);
  yield* comments(leaf);
  yield* signs(leaf);
  yield* colons(leaf);
}

/** “a: b”. */
function* typographic({ text }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const { 0: whole, 1: inner = "", index } of text.matchAll(
    /[“”„«][ \u00a0\u202f]*([^“”„«»\n]*?)[ \u00a0\u202f]*[“”»]/g,
  )) {
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

/** 'L'école', "L"école, "A" b. */
function* quotesInQuotes(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const { text, scan, lines } = leaf;
  for (const { from, to, closed } of scan.quoted) {
    const quoted = text.slice(from, to);
    if (!closed || quoted.includes("\n")) continue;
    const rest = text.slice(to, Math.min(to + 500, lines[leaf.lineAt(from)]?.to ?? to));
    const tail = (/^[^,\]}#:]*/.exec(rest)?.[0] ?? "").trimEnd();
    if (tail.trim() !== "") yield tailed(from, to, quoted, tail);
  }
}

function tailed(from: number, middle: number, quoted: string, tail: string): RecoveryHint {
  const whole = quoted + tail;
  const to = middle + tail.length;
  if (whole.endsWith(whole.charAt(0))) {
    return {
      from,
      to,
      message: message(
        "The text in quotes holds the same quotes: it ends behind “{0}”.",
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
    message: message("Something stands behind the closing quote: “{0}”.", excerpt(tail)),
    title: message("Put the whole in quotes"),
    patches: [{ from, to, text: quote(whole) }],
  };
}

/** A quote that is never closed, or that only the next quote closes, lines below. */
function* unclosedQuotes(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const { text, lines, scan } = leaf;
  for (const { from, to, closed } of scan.quoted) {
    const runsOn = text.slice(from, to).trimEnd().includes("\n");
    if (closed && !runsOn) continue;
    const line = lines[leaf.lineAt(from)];
    if (!line) continue;
    const rest = line.text.slice(from - line.from);
    const ends = [rest.trimEnd().length, rest.search(/ +#/), rest.search(/ *[,\]}]/)].filter(
      (end) => end > 0,
    );
    const char = text.charAt(from);
    for (const end of new Set(ends)) {
      yield {
        from,
        to: from + 1,
        message: message("The quote ({0}) that opens here is not closed.", char),
        ...(runsOn
          ? {
              related: {
                at: Math.max(from, text.slice(0, to).trimEnd().length - 1),
                message: message("The text runs up to here."),
              },
            }
          : undefined),
        title: message("Close it behind “{0}”", excerpt(rest.slice(1, end))),
        safety: "probable",
        patches: [{ from: from + end, to: from + end, text: char }],
      };
    }
  }
}

/** "C:\Prog". */
function* escapes(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const fault = leaf.faults.find(({ code }) => code === "BAD_DQ_ESCAPE");
  const holder = fault && leaf.scan.quoted.find(({ from, to }) => from < fault.from && fault.from < to);
  if (!fault || !holder) return;
  const inner = leaf.text.slice(holder.from + 1, holder.to - 1);
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
    patches: [{ from: holder.from, to: holder.to, text: `'${inner.replaceAll("'", "''")}'` }],
  };
}

/** "a"#comment. */
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

/** Values (and keys) that begin with a sign that means something else. */
function* signs(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  if (leaf.has("MULTIPLE_ANCHORS", "ALIAS_PROPS", "BAD_PROP_ORDER")) return;
  const { text, scan, lines } = leaf;
  const items = lines.flatMap(({ from, text: line }) => {
    const at = /^(?: *- +)+(?=\S)/.exec(line)?.[0].length;
    return at === undefined ? [] : [{ from: from + at, to: from + line.trimEnd().length }];
  });
  for (const { from, to } of [...scan.values, ...items]) {
    const value = text.slice(from, to);
    if (!/^[@`%*&!|>?]/.test(value)) continue;
    const [tag] = /^!!\w+ +(?=\S)/.exec(value) ?? [];
    if (tag) {
      const patches = [{ from, to: from + tag.length, text: "" }];
      yield {
        ...sign(value),
        from,
        to: from + tag.trimEnd().length,
        title: message("Remove the tag"),
        patches,
      };
    }
    yield { ...sign(value), from, to, title: TITLE, patches: [{ from, to, text: quote(value) }] };
  }
  yield* blockTexts(leaf);
  for (const { from, text: line } of lines) {
    const [, before = "", key = ""] = /^( *(?:- +)*)([@`%*&!|>][^:#]*?):(?:\s|$)/.exec(line) ?? [];
    if (!key) continue;
    const at = from + before.length;
    yield {
      ...sign(key),
      from: at,
      to: at + key.length,
      title: TITLE,
      patches: [{ from: at, to: at + key.length, text: quote(key) }],
    };
  }
}

/** `| text` with more of it in the lines below. */
function* blockTexts({ text, scan, lines }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const { from, to } of scan.values) {
    if (!/^[|>]/.test(text.slice(from, to))) continue;
    const below = lines.find((line) => line.from > to && line.text.trim() !== "");
    const rest = from + 1 + (/^ */.exec(text.slice(from + 1, to))?.[0].length ?? 0);
    if (!below) continue;
    yield {
      ...sign(text.slice(from, to)),
      from,
      to,
      title: message("Move it to a line of its own"),
      patches: [{ from: from + 1, to: rest, text: `\n${" ".repeat(below.indent)}` }],
    };
  }
}

function sign(value: string): Pick<RecoveryHint, "message" | "safety"> {
  const [char = ""] = value;
  switch (char) {
    case "*":
    case "&":
      return {
        message: message(
          "“{0}” at the beginning refers to a text written elsewhere, or names one; a text that begins so needs quotes.",
          char,
        ),
        safety: "probable",
      };
    case "!":
      return {
        message: message("A text that begins with “!” needs quotes: tags are not used here."),
        safety: "probable",
      };
    case "|":
    case ">":
      return {
        message: message(
          "Behind “{0}” a text begins on the next line; what stands on this one needs quotes.",
          char,
        ),
        safety: "probable",
      };
    default:
      return { message: message("A text that begins with “{0}” needs quotes.", char), safety: "sure" };
  }
}

/** `nom: Lycée: général`. */
function* colons({ text, scan }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const { from, to } of scan.values) {
    const value = text.slice(from, to);
    if (!/\S:(?:\s|$)/.test(value) || /^["'[{|>&*!-]/.test(value)) continue;
    yield {
      from,
      to,
      message: message(
        "“{0}” holds a colon and a space (“: ”), which separate a key from its value: it needs quotes.",
        excerpt(value),
      ),
      title: TITLE,
      safety: "sure",
      patches: [{ from, to, text: quote(value) }],
    };
  }
}
