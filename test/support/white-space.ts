import { Lexer, parseDocument } from "yaml";
import { leavesOf } from "../../server/src/syntax/blocks.ts";
import { type File, fileText, rangeOf } from "../../server/src/syntax/file.ts";
import { applyTextEdits, type TextEdit } from "../../server/src/syntax/text-edits.ts";
import type { Node, Pair } from "../../server/src/syntax/tree.ts";
import type { Choose } from "./styles.ts";

/** What another parser reads in a text: its values, all of them texts, with the order of their keys. */
export function valuesRead(text: string): string {
  const document = parseDocument(text, { schema: "failsafe", uniqueKeys: false, merge: false });
  return JSON.stringify([document.errors.map(({ code }) => code), document.toJS({ maxAliasCount: -1 })]);
}

/** The comments that another parser reads in a text, without white space at their ends. */
export function commentsRead(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith("#")).map((one) => one.trimEnd());
}

/** A file with more white space at places where it means nothing: around colons and commas, and at the ends of lines. */
export function loosened(file: File, choose: Choose): string {
  const edits: TextEdit[] = [];
  const insert = (part: Pair | Node, newText: string, behind = 0) => {
    const { line, character } = rangeOf(file, part).end;
    const at = { line, character: character + behind };
    edits.push({ range: { start: at, end: at }, newText });
  };
  const lines = fileText(file).split(/\r?\n/);
  const after = (part: Pair | Node) => {
    const { end } = rangeOf(file, part);
    return lines[end.line]?.slice(end.character) ?? "";
  };
  const visit = (node: Node): void => {
    const parts: readonly (Pair | Node)[] =
      node.kind === "map" ? node.pairs : node.kind === "list" ? node.items : [];
    for (const part of parts) {
      if ("key" in part) pair(part);
      else visit(part);
      const isOneLine = part.line === part.endLine;
      if ("flow" in node && node.flow && isOneLine && after(part).startsWith(", ") && choose(3) === 0)
        insert(part, "  ".slice(choose(2)), choose(2));
    }
  };
  const pair = ({ key, value }: Pair): void => {
    if (/^: [^#]/.test(after(key)) && choose(3) === 0) insert(key, " ", choose(2));
    visit(value);
    if (value.kind === "scalar" && value.line === value.endLine && after(value) === "" && choose(3) === 0)
      insert(value, choose(2) === 0 ? "   " : "\t");
  };
  for (const leaf of leavesOf(file.root)) for (const one of leaf.pairs) pair(one);
  return applyTextEdits(fileText(file), edits);
}
