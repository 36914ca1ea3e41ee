import { hasLookAlike, LOOK_ALIKES } from "./look-alikes.ts";
import type { Node, Pair, ScalarNode, SyntaxFault } from "./tree.ts";

/** A character class of characters that look like a space, or are invisible, but are letters for YAML. */
export const ODD_SPACES = "[\u00a0\u2007\u2009\u200a\u200b\u202f\u3000\ufeff]";

const AT_AN_END = new RegExp(`^-?${ODD_SPACES}|${ODD_SPACES}$`, "u");
const SUSPECT = new RegExp(
  `${ODD_SPACES}|${LOOK_ALIKES}|[“„«]|::(?=\\s|$)|(?:^|[{,]) *:\\s|(?:^|[{,]) *[^\\s,:{}[\\]]+:[^\\s/:]`,
  "mu",
);
const OPEN_QUOTATION = /^[“„«][^”»]*$/;
const QUOTATION = /^[“„].*[”“]$/;
/** `{ niveau:6e }`: read as a key without a value, but meant as a key with its value. */
const NO_SPACE = /^[\p{L}_][^\s:]*:[^\s/:]/u;

/**
 * The first mistake that is valid YAML: a key or value that begins or ends with a character that looks like a space, or
 * has one that looks like a Latin letter or a sign of YAML; a key that has two colons or is empty or is in typographic quotes. `undefined` if there is none.
 */
export function confusable(text: string, root: Node): SyntaxFault | undefined {
  return SUSPECT.test(text) ? inNode(root) : undefined;
}

function inNode(node: Node): SyntaxFault | undefined {
  if (node.kind === "map") return firstFault(node.pairs, (pair) => inPair(pair, node.flow));
  if (node.kind === "list") return firstFault(node.items, inNode);
  if (node.kind !== "scalar") return undefined;
  if (node.style === "plain" && AT_AN_END.test(node.text)) return fault(node, "ODD_SPACE");
  return hasLookAlike(node) ? fault(node, "LOOK_ALIKE") : undefined;
}

function inPair({ key, value }: Pair, flow: boolean): SyntaxFault | undefined {
  if (flow && [key, value].some(isOpenQuotation))
    return fault(isOpenQuotation(key) ? key : value, "TYPOGRAPHIC");
  if (key.style !== "plain") return inNode(key) ?? inNode(value);
  if (key.text === "") return fault(key, "NO_NAME");
  if (key.text.endsWith(":")) return fault(key, "TWO_COLONS");
  if (QUOTATION.test(key.text)) return fault(key, "TYPOGRAPHIC");
  if (flow && value.kind === "absent" && NO_SPACE.test(key.text)) return fault(key, "NO_SPACE");
  return inNode(key) ?? inNode(value);
}

/** Whether a scalar is the first half of a text in typographic quotes that a comma splits. */
function isOpenQuotation(node: Node): boolean {
  return node.kind === "scalar" && node.style === "plain" && OPEN_QUOTATION.test(node.text);
}

function firstFault<T>(
  items: readonly T[],
  find: (item: T) => SyntaxFault | undefined,
): SyntaxFault | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

function fault({ block, line, col, endLine, endCol }: Node | ScalarNode, code: string): SyntaxFault {
  return { block, line, col, endLine, endCol, code };
}
