import type { Node } from "oxc-parser";
import { literalChanges } from "./literals.ts";
import { methodChanges } from "./methods.ts";
import type { Change, Operator, TextRange } from "./mutant.ts";

/** The changes of one node; those of its children are not among them. */
export function changesOf(node: Node, source: string): readonly Change[] {
  switch (node.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return ["true", "false"].map((text) => inPlace("condition", node.test, text));
    case "WhileStatement":
    case "DoWhileStatement":
      return [inPlace("condition", node.test, "false")];
    case "ForStatement":
      return node.test ? [inPlace("condition", node.test, "false")] : [];
    case "LogicalExpression":
      return logicChanges(node, source);
    case "BinaryExpression":
      return binaryChanges(node, source);
    case "UnaryExpression":
      return "-!~".includes(node.operator) ? [inPlace("unary", node, textOf(node.argument, source))] : [];
    case "UpdateExpression":
      return [updateChange(node)];
    case "AssignmentExpression":
      return swapped("assignment", node, source, ASSIGNMENTS);
    case "Literal":
    case "TemplateLiteral":
      return literalChanges(node, source);
    case "ArrayExpression":
      return node.elements.length > 0 ? [inPlace("array", node, "[]")] : [];
    case "ObjectExpression":
      return node.properties.length > 0 ? [inPlace("object", node, "{}")] : [];
    case "CallExpression":
      return [...methodChanges(node, source), ...optionalChange(node, node.callee, source)];
    case "MemberExpression":
      return optionalChange(node, node.object, source);
    case "ArrowFunctionExpression":
      return node.body.type === "BlockStatement" ? [] : returnChanges(node.body);
    case "ReturnStatement":
      return node.argument ? returnChanges(node.argument) : [inPlace("statement", node, "{}")];
    case "ExpressionStatement":
    case "ContinueStatement":
      return [inPlace("statement", node, "{}")];
    case "BlockStatement":
      return node.body.length > 0 ? [inPlace("block", node, "{}")] : [];
    default:
      return [];
  }
}

const COMPARISONS: Readonly<Record<string, readonly (readonly [Operator, string])[]>> = {
  "===": [["equality", "!=="]],
  "!==": [["equality", "==="]],
  "<": [
    ["boundary", "<="],
    ["equality", ">="],
  ],
  "<=": [
    ["boundary", "<"],
    ["equality", ">"],
  ],
  ">": [
    ["boundary", ">="],
    ["equality", "<="],
  ],
  ">=": [
    ["boundary", ">"],
    ["equality", "<"],
  ],
};

const ARITHMETIC: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "<<": ">>",
  ">>": "<<",
  ">>>": "<<",
  "&": "|",
  "|": "&",
  "^": "&",
};

const ASSIGNMENTS: Readonly<Record<string, string>> = {
  "+=": "-=",
  "-=": "+=",
  "|=": "&=",
  "&=": "|=",
  "||=": "&&=",
  "&&=": "||=",
  "??=": "=",
};

type Of<T extends Node["type"]> = Extract<Node, { readonly type: T }>;

function binaryChanges(node: Of<"BinaryExpression">, source: string): readonly Change[] {
  const compared = COMPARISONS[node.operator] ?? [];
  if (compared.length > 0)
    return compared.map(([operator, text]) => inPlace(operator, operatorOf(node, source), text));
  // Joined texts: a difference of texts is not a number, which every test notices.
  const joins = [node.left, node.right].some(isText);
  return joins ? [] : swapped("arithmetic", node, source, ARITHMETIC);
}

function isText(node: Node): boolean {
  return node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");
}

/** The other operator, and each side alone; for `??`, only the sides. */
function logicChanges(node: Of<"LogicalExpression">, source: string): readonly Change[] {
  const sides = [node.left, node.right].map((side) => inPlace("logic", node, textOf(side, source)));
  return [...swapped("logic", node, source, { "&&": "||", "||": "&&" }), ...sides];
}

interface WithOperator extends TextRange {
  readonly left: TextRange;
  readonly operator: string;
}

function swapped(
  operator: Operator,
  node: WithOperator,
  source: string,
  pairs: Readonly<Record<string, string>>,
): readonly Change[] {
  const text = pairs[node.operator];
  return text === undefined ? [] : [inPlace(operator, operatorOf(node, source), text)];
}

/** The operator between the sides. Only parentheses can stand beside it. */
function operatorOf({ left, operator }: WithOperator, source: string): TextRange {
  const start = source.indexOf(operator, left.end);
  return { start, end: start + operator.length };
}

function updateChange({ start, end, prefix, operator }: Of<"UpdateExpression">): Change {
  const at = prefix ? { start, end: start + 2 } : { start: end - 2, end };
  return inPlace("update", at, operator === "++" ? "--" : "++");
}

/** `a.b` instead of `a?.b`. */
function optionalChange(
  { optional, ...node }: { readonly optional: boolean; readonly type: string; readonly computed?: boolean },
  before: TextRange,
  source: string,
): readonly Change[] {
  if (!optional) return [];
  const start = source.indexOf("?.", before.end);
  const text = node.type === "CallExpression" || node.computed ? "" : ".";
  return [inPlace("optional chain", { start, end: start + 2 }, text)];
}

/** Literals have changes of their own. */
function returnChanges(value: Node): readonly Change[] {
  const told = ["Literal", "TemplateLiteral", "ArrayExpression", "ObjectExpression"].includes(value.type);
  const nothing = value.type === "Identifier" && value.name === "undefined";
  return told || nothing ? [] : [inPlace("return", value, "undefined")];
}

function textOf({ start, end }: TextRange, source: string): string {
  return source.slice(start, end);
}

function inPlace(operator: Operator, { start, end }: TextRange, text: string): Change {
  return { operator, start, end, text };
}
