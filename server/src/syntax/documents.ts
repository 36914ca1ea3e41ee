import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { anyLeaf, isTail, leavesOf } from "./blocks.ts";
import { implicitKeyAt, textOfKey } from "./implicit-key.ts";
import { countLines, nextLine } from "./line-kinds.ts";
import type { Edit, Fix, Problem } from "./problem.ts";
import type { Block, Span } from "./tree.ts";

/** A line that git writes to separate the versions of a conflict. */
interface DocumentMarker {
  readonly kind: "<" | "|" | "=" | ">";
  readonly block: Block;
  readonly line: number;
  /** The text of the line, without the line break. */
  readonly text: string;
}

/** The conflict markers of a leaf. */
const markersIn = memo((block: Block): readonly DocumentMarker[] => {
  if (!/^(?:<{7}|\|{7}|={7}|>{7})(?:[ \r\n]|$)/m.test(block.text)) return [];
  return block.text.split("\n").flatMap((text, line) => {
    const [, kind] = /^([<|=>])\1{6}(?=[ \r]|$)/.exec(text) ?? [];
    return kind ? [{ kind: kind as DocumentMarker["kind"], block, line, text: text.replace(/\r$/, "") }] : [];
  });
});

const hasMarkers = anyLeaf((leaf) => markersIn(leaf).length > 0);

/** The unresolved git conflicts of a file, one problem for each. */
export const conflictsIn = memo((root: Block): readonly Problem[] => {
  if (!hasMarkers(root)) return [];
  const leaves = leavesOf(root);
  const markers = leaves.flatMap(markersIn);
  return markers.flatMap((marker, index) => {
    if (marker.kind !== "<") return [];
    const rest = markers.slice(index + 1);
    const end = rest.findIndex(({ kind }) => kind === ">");
    const middle = rest.find(({ kind }, at) => kind === "=" && at < end);
    const last = rest[end];
    return middle && last ? [conflict(leaves, marker, rest.slice(0, end), middle, last)] : [];
  });
});

function conflict(
  leaves: readonly Block[],
  first: DocumentMarker,
  between: readonly DocumentMarker[],
  middle: DocumentMarker,
  last: DocumentMarker,
): Problem {
  const upper = between.find(({ kind }) => kind === "|") ?? middle;
  return {
    id: "yaml-syntax",
    at: lineSpan(first),
    message: message(
      "Two versions of this text stand here, as git leaves them when it cannot merge. Keep one.",
    ),
    related: [{ at: lineSpan(last), message: message("The other version ends here.") }],
    fixes: [
      keep(message("Keep the first version"), [
        ...removedLines(leaves, first, first, true),
        ...removedLines(leaves, upper, last, true),
      ]),
      keep(message("Keep the second version"), [
        ...removedLines(leaves, first, middle, true),
        ...removedLines(leaves, last, last, true),
      ]),
    ],
  };
}

function keep(title: Fix["title"], edits: readonly Edit[]): Fix {
  return { title, safety: "probable", edits };
}

function lineSpan({ block, line, text }: DocumentMarker): Span {
  return { block, line, col: 0, endLine: line, endCol: text.length };
}

/** Edits that remove the lines from one marker to another, in each leaf between them. */
function removedLines(
  leaves: readonly Block[],
  from: DocumentMarker,
  to: DocumentMarker,
  inclusive: boolean,
): readonly Edit[] {
  const begin = leaves.indexOf(from.block);
  const end = leaves.indexOf(to.block);
  return leaves.slice(begin, end + 1).map((block) => {
    const line = block === from.block ? from.line : 0;
    const isLast = block === to.block;
    const endLine = isLast ? to.line + (inclusive ? 1 : 0) : block.lines;
    const isPastEnd = endLine > block.lines;
    const at = isPastEnd
      ? { block, line, col: 0, endLine: block.lines, endCol: lastLineLength(block) }
      : { block, line, col: 0, endLine, endCol: 0 };
    return { at, newText: "" };
  });
}

function lastLineLength({ text }: Block): number {
  return text.length - (text.lastIndexOf("\n") + 1);
}

/** The problem that a second document begins, which is not read; `undefined` if there is none. */
export function secondDocument(root: Block): Problem | undefined {
  const tail = root.children?.at(-1);
  const second = tail && isTail(tail) ? secondDocumentIn(tail) : undefined;
  if (!second) return undefined;
  const { problem, joining, keys } = second;
  const canJoin = joining && root.indent === 0 && !root.pairs.some(({ key }) => keys.has(key.text));
  return { ...problem, fixes: [...(canJoin ? [joining] : []), ...(problem.fixes ?? [])] };
}

interface SecondDocument {
  readonly problem: Problem;
  /** Joins it to the first document. Only valid if that has none of `keys`. */
  readonly joining: Fix | undefined;
  readonly keys: ReadonlySet<string>;
}

const secondDocumentIn = memo((tail: Block): SecondDocument | undefined => {
  const { text } = tail;
  // Only markers and comments follow: no content is ignored.
  const contentAt = text.search(/^(?!---|\.\.\.|%)[ \t]*[^\s#]|^--- +[^\s#]/m);
  if (contentAt < 0) return undefined;
  const at: Span = { block: tail, line: 0, col: 0, endLine: 0, endCol: 3 };
  const description = message(
    "A second document begins here; a configuration file holds one, and what follows is not read.",
  );
  const found = [...topLevelKeys(text)];
  const keys = new Set(found);
  const joining = keys.size > 0 && keys.size === found.length ? joiningFix(tail) : undefined;
  return {
    problem: { id: "second-document", at, message: description, fixes: splittingFixes(tail) },
    joining,
    keys,
  };
});

/** The keys at the first column. */
function* topLevelKeys(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const key = implicitKeyAt(text, at);
    if (key) yield textOfKey(text, key);
  }
}

/** A fix that removes the document markers, so that the first document continues. */
function joiningFix(tail: Block): Fix | undefined {
  const { text } = tail;
  if (/(?<![^\n])%/.test(text)) return undefined;
  const edits: Edit[] = [];
  let line = 0;
  let from = 0;
  for (const { index } of text.matchAll(/(?<![^\n])(?:---|\.\.\.)(?=[ \t\r\n]|$)/g)) {
    const next = nextLine(text, index);
    if (!/^...[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(index, next))) return undefined;
    line += countLines(text.slice(from, index));
    from = index;
    const isLast = next >= text.length && !text.endsWith("\n");
    const end = isLast ? { endLine: line, endCol: text.length - index } : { endLine: line + 1, endCol: 0 };
    edits.push({ at: { block: tail, line, col: 0, ...end }, newText: "" });
  }
  return { title: message("Join the documents: remove the separator"), safety: "sure", edits };
}

/** A fix that moves the rest of the text to a new file in the same folder. */
function splittingFixes(tail: Block): readonly Fix[] {
  const { text, uri } = tail;
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  const [, stem = name, extension = ""] = /^(.*?)(\.pronote\.ya?ml)$/i.exec(name) ?? [];
  const other = `${stem}-2${extension}`;
  const end = { endLine: tail.lines, endCol: lastLineLength(tail) };
  return [
    {
      title: message("Move it to a file of its own, “{0}”", decodeURIComponent(other)),
      safety: "probable",
      edits: [{ at: { block: tail, line: 0, col: 0, ...end }, newText: "" }],
      creates: [
        {
          uri: `${uri.slice(0, uri.lastIndexOf("/") + 1)}${other}`,
          text: text
            .replace(/^(?:---|\.\.\.)[ \t]*(?:#[^\n]*)?(?:\r?\n|$)(?:---[ \t]*\r?\n)?/, "")
            .replace(/^--- +/, ""),
        },
      ],
    },
  ];
}
