import type { Node, Pair, ScalarNode, SyntaxFault } from "./tree.ts";

/** Characters that look like a space, or like nothing, and are letters to YAML. */
export const ODD_SPACES = "[\u00a0\u2007\u2009\u200a\u200b\u202f\u3000\ufeff]";

const AT_AN_END = new RegExp(`^-?${ODD_SPACES}|${ODD_SPACES}$`, "u");
const SUSPECT = new RegExp(
  `${ODD_SPACES}|[“„«]|::(?=\\s|$)|(?:^|[{,]) *:\\s|[{,] *[^\\s,:{}[\\]]+:[^\\s/:]`,
  "mu",
);
const OPENED = /^[“„«][^”»]*$/;
const ENCLOSED = /^[“„].*[”“]$/;
/** `{ niveau:6e }`: a key without a value, which was to be both. */
const NO_SPACE = /^[\p{L}_][^\s:]*:[^\s/:]/u;

/**
 * What YAML takes, and nobody means: a key or a value that begins or ends with a space that is none, a key with two
 * colons, without a name, or in typographic quotes. The first in a text that has no other fault.
 */
export function confusable(text: string, root: Node): SyntaxFault | undefined {
  return SUSPECT.test(text) ? inNode(root) : undefined;
}

function inNode(node: Node): SyntaxFault | undefined {
  if (node.kind === "map") return first(node.pairs, (pair) => inPair(pair, node.flow));
  if (node.kind === "list") return first(node.items, inNode);
  return node.kind === "scalar" && node.style === "plain" && AT_AN_END.test(node.text)
    ? fault(node, "ODD_SPACE")
    : undefined;
}

function inPair({ key, value }: Pair, flow: boolean): SyntaxFault | undefined {
  if (flow && [key, value].some(isOpened)) return fault(isOpened(key) ? key : value, "TYPOGRAPHIC");
  if (key.style !== "plain") return inNode(value);
  if (key.text === "") return fault(key, "NO_NAME");
  if (key.text.endsWith(":")) return fault(key, "TWO_COLONS");
  if (ENCLOSED.test(key.text)) return fault(key, "TYPOGRAPHIC");
  if (flow && value.kind === "absent" && NO_SPACE.test(key.text)) return fault(key, "NO_SPACE");
  return inNode(key) ?? inNode(value);
}

/** A comma between typographic quotes ends a text that was to go on. */
function isOpened(node: Node): boolean {
  return node.kind === "scalar" && node.style === "plain" && OPENED.test(node.text);
}

function first<T>(items: readonly T[], find: (item: T) => SyntaxFault | undefined): SyntaxFault | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

function fault({ block, line, col, endLine, endCol }: Node | ScalarNode, code: string): SyntaxFault {
  return { block, line, col, endLine, endCol, code };
}
