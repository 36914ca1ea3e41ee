import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { isTail } from "./blocks.ts";
import { implicitKeyAt, textOfKey } from "./implicit-key.ts";
import { countLines, lastLineLength, nextLine } from "./line-kinds.ts";
import type { Edit, Fix, Problem } from "./problem.ts";
import type { Block, Span } from "./tree.ts";

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
  const end = { endLine: tail.lines, endCol: lastLineLength(text) };
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
