import { message } from "../base/message.ts";
import { type ErroneousBlock, excerpt, lengthBeforeComment, type RecoveryHint } from "./erroneous-block.ts";

const CLOSERS: { readonly [opener: string]: string } = { "[": "]", "{": "}" };

/** Hints for mistakes between brackets, and of the brackets themselves. */
export function* bracketHints(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  yield* commas(leaf);
  yield* extraBrackets(leaf);
  yield* dashes(leaf);
  yield* unclosedBrackets(leaf);
}

function* commas({ text, scan }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const at of scan.extraCommas) {
    const before = text.slice(0, at).trimEnd();
    const from = /[[{]$/.test(before) ? at : before.length;
    yield {
      from: at,
      to: at + 1,
      message: message("There is nothing before this comma."),
      title: message("Remove the comma"),
      safety: "sure",
      patches: [{ from, to: at + 1, text: "" }],
    };
  }
  for (const { at, sure } of scan.missingCommas) {
    const next = /^\s*([^\s,:\]}]+)/.exec(text.slice(at));
    const from = at + (next?.[0].length ?? 1) - (next?.[1]?.length ?? 1);
    yield {
      from,
      to: from + (next?.[1]?.length ?? 1),
      message: message("A comma is missing before “{0}”.", excerpt(next?.[1] ?? "")),
      title: message("Add a comma"),
      safety: sure ? "sure" : "probable",
      patches: [{ from: at, to: at, text: "," }],
    };
  }
}

function* extraBrackets({ text, scan }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const { at, opener } of scan.extra) {
    const char = text.charAt(at);
    if (opener === undefined) {
      yield {
        from: at,
        to: at + 1,
        message: message("“{0}” closes nothing.", char),
        title: message("Remove “{0}”", char),
        safety: "sure",
        patches: [{ from: text.slice(0, at).trimEnd().length, to: at + 1, text: "" }],
      };
      continue;
    }
    const open = text.charAt(opener);
    const closer = CLOSERS[open] ?? "";
    const end = text.slice(0, at).trimEnd().length;
    const unclosed = {
      message: message("“{0}” is not closed before “{1}”.", open, char),
      from: opener,
      to: opener + 1,
      related: { at, message: message("“{0}” stands here.", char) },
    } as const;
    yield {
      ...unclosed,
      title: message("Insert “{0}”", closer),
      patches: [{ from: end, to: end, text: closer }],
    };
    yield {
      ...unclosed,
      title: message("Replace by “{0}”", closer),
      patches: [{ from: at, to: at + 1, text: closer }],
    };
  }
}

/** A list with dashes between brackets: the brackets are redundant. */
function* dashes({ text, lines, scan }: ErroneousBlock): Iterable<RecoveryHint> {
  const dash = lines.find(({ text: line }) => /^ *- /.test(line));
  const before = text.slice(0, dash?.from).trimEnd();
  const opener = before.length - 1;
  if (!dash || !/^[[{]$/.test(before.charAt(opener))) return;
  const trimmed = text.trimEnd();
  const from = dash.from + dash.indent;
  const patches = [{ from: text.slice(0, opener).trimEnd().length, to: opener + 1, text: "" }];
  if (/^[\]}]$/.test(trimmed.charAt(trimmed.length - 1)) && !scan.unclosed.includes(opener))
    patches.push({ from: trimmed.slice(0, -1).trimEnd().length, to: trimmed.length, text: "" });
  yield {
    from,
    to: from + 1,
    message: message("Between brackets, items are separated by commas and have no dash."),
    title: message("Remove the brackets"),
    patches,
  };
}

function* unclosedBrackets(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const { text, lines, scan } = leaf;
  const openers = [...scan.unclosed].reverse();
  const [opener] = openers;
  if (opener === undefined) return;
  const first = scan.unclosed[0] ?? opener;
  const closers = openers.map((at) => CLOSERS[text.charAt(at)] ?? "").join("");
  const line = lines[leaf.lineAt(opener)];
  const end = text.trimEnd().length;
  const lineEnd = (line?.from ?? 0) + lengthBeforeComment(line?.text ?? "");
  for (const at of new Set([lineEnd, end])) {
    if (at <= opener) continue;
    const spaced = text.charAt(opener) === "{" && /\{ /.test(text.slice(opener, opener + 2)) ? " " : "";
    const comma = text.charAt(at - 1) === "," ? at - 1 : at;
    yield {
      from: first,
      to: first + 1,
      message: message("“{0}” opens here and is not closed.", text.charAt(first)),
      ...(end > lineEnd
        ? { related: { at: end - 1, message: message("The text runs up to here.") } }
        : undefined),
      title: message("Insert “{0}”", closers),
      patches: [{ from: comma, to: at, text: `${spaced}${closers}` }],
    };
  }
}
