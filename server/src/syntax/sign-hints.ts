import { message } from "../base/message.ts";
import { type ErroneousBlock, excerpt, quote, type RecoveryHint } from "./erroneous-block.ts";

const TITLE = message("Put it in quotes");

/** Hints for texts that need quotes: they begin with an indicator, or contain a colon and a space. */
export function* signHints(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  yield* signs(leaf);
  yield* colons(leaf);
}

/** Values and keys that begin with an indicator. */
function* signs(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  if (leaf.has("MULTIPLE_ANCHORS", "ALIAS_PROPS", "BAD_PROP_ORDER")) return;
  const { text, scan, lines } = leaf;
  for (const { from, to } of [...scan.values, ...scan.items]) {
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

/** Text on the line of a block scalar indicator, `| text`, with more text on the lines below. */
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
          "After “{0}”, the text begins on the next line; what is on this line needs quotes.",
          char,
        ),
        safety: "probable",
      };
    default:
      return { message: message("A text that begins with “{0}” needs quotes.", char), safety: "sure" };
  }
}

/** A value with a colon: `nom: Lycée: général`. */
function* colons(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const { text, scan } = leaf;
  for (const { from, to } of scan.values) {
    const value = text.slice(from, to);
    if (/^["'[{|>&*!-]/.test(value) || !/\S[ \t]*:(?:\s|$)/.test(value)) continue;
    if (closesAtEnd(value)) {
      yield* withoutOpener(leaf, from, to);
      continue;
    }
    yield {
      from,
      to,
      message: message(
        "“{0}” contains a colon and a space (“: ”), which separate a key from its value: it needs quotes.",
        excerpt(value),
      ),
      title: TITLE,
      safety: "sure",
      patches: [{ from, to, text: quote(value) }],
    };
  }
}

/** A closing bracket without its opening bracket: `6A: niveau: 6e }`. */
function* withoutOpener(leaf: ErroneousBlock, from: number, to: number): Iterable<RecoveryHint> {
  const char = leaf.text.charAt(to - 1);
  const line = leaf.lines[leaf.lineAt(from)];
  if (!line || /[[{,]/.test(leaf.text.slice(line.from, from))) return;
  const opener = char === "]" ? "[" : "{";
  yield {
    from: to - 1,
    to,
    message: message("“{0}” closes nothing.", char),
    title: message("Insert “{0}”", opener),
    safety: "probable",
    patches: [{ from, to: from, text: opener === "{" ? "{ " : opener }],
  };
}

/** Whether the last character of a value is a closing bracket, and the first that closes nothing in it. */
function closesAtEnd(value: string): boolean {
  if (!value.endsWith("]") && !value.endsWith("}")) return false;
  let depth = 0;
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at);
    if (char === "[" || char === "{") depth++;
    if (char === "]" || char === "}") depth--;
    if (depth < 0) return at === value.length - 1;
  }
  return false;
}
