import { columnsOf, withoutColors } from "./columns.ts";

/** A narrower terminal is treated as if it had so many columns. */
const NARROWEST = 20;

/**
 * A text in lines that fit a terminal, each but the first behind `indent`: by default, two spaces more than the text
 * begins with. Without `columns`, where there is no terminal, the text stays one line. Lines break at spaces; not at
 * those that do not break, not behind a sign that stands alone (`→ value`, `- item`), and not in a menu path (`A > B`)
 * that fits into a line. A longer word is kept whole.
 */
export function wrapped(text: string, columns: number | undefined, indent?: string): readonly string[] {
  if (columns === undefined) return [text];
  const width = Math.max(columns, NARROWEST);
  const lead = /^ */.exec(text)?.[0] ?? "";
  const hanging = (indent ?? `${lead}  `).slice(0, Math.floor(width / 2));
  const lines: string[] = [];
  let line = lead;
  let used = line.length;
  let isBegun = false;
  for (const { space, word } of pieces(text.slice(lead.length), width - hanging.length)) {
    const wide = columnsOf(word);
    if (isBegun && used + space.length + wide > width) {
      lines.push(line);
      line = hanging;
      used = line.length;
      isBegun = false;
    }
    line += isBegun ? space + word : word;
    used += (isBegun ? space.length : 0) + wide;
    isBegun = true;
  }
  return [...lines, line];
}

/** A part of a text that is kept on one line, and the spaces before it. */
interface Piece {
  readonly space: string;
  readonly word: string;
}

/** The pieces of a text, of at most `room` columns where a menu path can be broken to fit. */
function pieces(text: string, room: number): readonly Piece[] {
  const words = wordsOf(text);
  const stays = staying(words.map(({ word }) => withoutColors(word)));
  const groups: Piece[][] = [];
  for (const [at, word] of words.entries()) {
    const last = groups.at(-1);
    if (last && stays.has(at)) last.push(word);
    else groups.push([word]);
  }
  return groups.flatMap((group) => (columnsOf(joined(group).word) > room ? steps(group) : [joined(group)]));
}

/** The words of a text; spaces behind the last one are left out. */
function wordsOf(text: string): readonly Piece[] {
  const words: Piece[] = [];
  let space = "";
  for (const [at, word] of text.split(" ").entries()) {
    if (at > 0) space += " ";
    if (word === "") continue;
    words.push({ space, word });
    space = "";
  }
  return words;
}

const MENU = ">";
const SIGNS = /^[^\p{L}\p{N}]+$/u;
/** Signs that French sets behind a space, which is not always one that does not break. */
const CLOSING = /^[:;!?»%]+$/;
/** The name of a step of a menu path has at most so many words. */
const LONGEST_NAME = 6;

/** The indices of words that stay on the line of the word before. */
function staying(words: readonly string[]): ReadonlySet<number> {
  const stays = new Set<number>();
  for (const [at, word] of words.entries()) {
    if (CLOSING.test(word)) stays.add(at);
    else if (SIGNS.test(word)) stays.add(at + 1);
    if (word !== MENU) continue;
    for (let index = firstOfName(words, at) + 1; index <= at; index++) stays.add(index);
  }
  return stays;
}

/** The first word of the name before a sign `>`: behind another such sign, otherwise the one with a capital. */
function firstOfName(words: readonly string[], sign: number): number {
  for (let at = sign - 1; at >= 0 && at >= sign - LONGEST_NAME; at--)
    if (words[at - 1] === MENU || /^\P{L}*\p{Lu}/u.test(words[at] ?? "")) return at;
  return sign - 1;
}

/** The steps of a menu path, each with the sign behind it. */
function steps(path: readonly Piece[]): readonly Piece[] {
  const parts: Piece[][] = [];
  for (const piece of path) {
    const last = parts.at(-1);
    if (last && withoutColors(last.at(-1)?.word ?? "") !== MENU) last.push(piece);
    else parts.push([piece]);
  }
  return parts.map(joined);
}

function joined(group: readonly Piece[]): Piece {
  const [first, ...others] = group;
  return {
    space: first?.space ?? "",
    word: (first?.word ?? "") + others.map(({ space, word }) => space + word).join(""),
  };
}
