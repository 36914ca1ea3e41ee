import { message } from "../base/message.ts";
import { ODD_SPACES } from "./confusables.ts";
import type { ErroneousBlock, RecoveryHint, TextPatch } from "./erroneous-block.ts";

/** A key (or its last word) with its colon, after what may stand before it. */
const KEY_AND_COLON = /(^|[\s,{[])(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_][\p{L}\p{N}_.’'-]*)[:：]/gu;
/** After a colon: that of a pair, of a URL, of another colon. */
const NO_VALUE = /^(?:$|[\s/\\:])/;

/** Hints for white space that is missing, invalid, or only looks like a space. */
export function* whitespaceHints(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  yield* oddSpaces(leaf);
  yield* validMistakes(leaf);
  yield* tabs(leaf);
  yield* missingSpaces(leaf);
}

const NOT_ORDINARY = message(
  "This space is not an ordinary one: it looks like a space and is read as a letter.",
);
const ORDINARY = message("Replace by ordinary spaces");

/** Mistakes that are valid YAML. */
function* validMistakes({ text, faults }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const { code, from, to } of faults) {
    const written = text.slice(from, to);
    if (code === "TWO_COLONS") {
      const at = to - 1;
      const text = message("“{0}” ends with two colons; one is enough.", `${written}:`);
      const title = message("Remove one");
      yield {
        from: at,
        to: to + 1,
        message: text,
        title,
        safety: "sure",
        patches: [{ from: at, to, text: "" }],
      };
    }
    if (code === "ODD_SPACE") {
      const [head = ""] = new RegExp(`^${ODD_SPACES}+`, "u").exec(written) ?? [];
      const [tail = ""] = new RegExp(`(?<!${ODD_SPACES})${ODD_SPACES}+$`, "u").exec(written) ?? [];
      const ends = [
        { from, to: from + head.length, text: "" },
        { from: to - tail.length, to, text: "" },
      ];
      const patches = ends.filter((patch) => patch.to > patch.from);
      const [first] = patches;
      if (!first) continue;
      yield {
        from: first.from,
        to: first.to,
        message: NOT_ORDINARY,
        title: ORDINARY,
        safety: "sure",
        patches,
      };
    }
  }
}

/** Characters that look like a space: at the start of a line, after a dash, around a colon, at the ends of a value. */
function* oddSpaces({ text, lines }: ErroneousBlock): Iterable<RecoveryHint> {
  const found: TextPatch[] = [];
  const oddPlaces = new RegExp(
    `^[ \\t]*(?:- *)*(${ODD_SPACES}+ *)+|(?<=^ *-)${ODD_SPACES}+|(?<!${ODD_SPACES})${ODD_SPACES}+(?=:\\s|$)|(?<=\\S:)(?:${ODD_SPACES} *)+`,
    "gu",
  );
  for (const line of lines) {
    if (line.empty) continue;
    for (const { 0: match, index } of line.text.matchAll(oddPlaces)) {
      const removed = line.text.charAt(index + match.length) === ":" ? /./u : /[\u200b\ufeff]/;
      const spaces = match.replace(new RegExp(ODD_SPACES, "gu"), (char) => (removed.test(char) ? "" : " "));
      found.push({ from: line.from + index, to: line.from + index + match.length, text: spaces });
    }
  }
  const [first] = found;
  if (!first || !/[^ \t\n-]/.test(text)) return;
  const at = first.from + text.slice(first.from, first.to).search(new RegExp(ODD_SPACES, "u"));
  yield {
    from: at,
    to: first.to,
    message: NOT_ORDINARY,
    title: ORDINARY,
    safety: "sure",
    patches: found,
    mergeable: true,
  };
}

/** Tabs at the start of lines. Several widths are tried until the text parses. */
function* tabs(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const found = leaf.lines.flatMap((line) => {
    const [, dashes = "", space = ""] = /^((?: *- *(?=\t))?)([ \t]+)\S/.exec(line.text) ?? [];
    return space.includes("\t") ? [{ from: line.from + dashes.length, space }] : [];
  });
  const [first] = found;
  if (!first) return;
  for (const width of [2, 4, 1, 8, 0]) {
    yield {
      from: first.from,
      to: first.from + first.space.length,
      message: message("A tab stands at the beginning of this line; only spaces can."),
      title: message("Replace tabs by spaces"),
      safety: width === 2 ? "sure" : "probable",
      mergeable: true,
      patches: found.map(({ from, space }) => ({
        from,
        to: from + space.length,
        text: space.replaceAll("\t", " ".repeat(width)),
      })),
    };
  }
}

/** A space is missing after a colon or a dash: `rne:0759998K`, `-6A`. */
function* missingSpaces({ lines }: ErroneousBlock): Iterable<RecoveryHint> {
  const title = message("Add a space");
  for (const line of lines) {
    if (line.empty) continue;
    for (const { 0: match, 1: before = "", index } of line.text.matchAll(KEY_AND_COLON)) {
      const key = match.slice(before.length);
      const to = line.from + index + match.length;
      const next = line.text.charAt(index + match.length);
      const isTime = /\d[:：]$/.test(key) && /\d/.test(next);
      if (isTime || NO_VALUE.test(next)) continue;
      yield {
        from: line.from + index + before.length,
        to,
        message: message("A space is missing after “{0}:”.", key.slice(0, -1)),
        title,
        safety: "sure",
        patches: [{ from: to - 1, to, text: ": " }],
      };
    }
  }
  const dashes = lines.filter(({ text }) => /^ *-[^\s-]/.test(text));
  const [dash] = dashes;
  if (!dash) return;
  const patches = dashes.map(({ from, indent }) => ({
    from: from + indent + 1,
    to: from + indent + 1,
    text: " ",
  }));
  const at = dash.from + dash.indent;
  const text = message("A space is missing after the dash of this item.");
  yield { from: at, to: at + 1, message: text, title, safety: "sure", patches };
}
