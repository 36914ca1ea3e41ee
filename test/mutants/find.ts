import { type Node, parseSync, visitorKeys } from "oxc-parser";
import { differing } from "./differing.ts";
import type { Change, Mutant } from "./mutant.ts";
import { changesOf } from "./operators.ts";

/** A node and the way to it. */
interface Visit {
  readonly node: Node;
  readonly parent: Visit | undefined;
  /** The property of the parent that holds it. */
  readonly key: string;
}

/** All mutants of a source, in the order of the text. */
export function mutantsIn(file: string, source: string): readonly Mutant[] {
  const { program, errors } = parseSync(file, source, { preserveParens: false });
  const [error] = errors;
  if (error) throw new SyntaxError(`${file}: ${error.message}`);
  const found: Omit<Mutant, "key">[] = [];
  const known = new Set<string>();
  visitAll({ node: program, parent: undefined, key: "" }, (visit) => {
    if (isMessage(visit)) return;
    for (const change of changesOf(visit.node, source)) {
      const mutant = mutantOf(file, source, change, visit);
      const same = mutant && `${mutant.start} ${mutant.end} ${mutant.replacement}`;
      if (!mutant || !same || mutant.before === mutant.after || known.has(same)) continue;
      known.add(same);
      found.push(mutant);
    }
  });
  return named(found.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Adds the keys; mutants that look the same are numbered. */
function named(mutants: readonly Omit<Mutant, "key">[]): readonly Mutant[] {
  const counts = new Map<string, number>();
  return mutants.map((mutant) => {
    const like = [mutant.file, mutant.operator, mutant.before, mutant.after].join("\0");
    const count = counts.get(like) ?? 0;
    counts.set(like, count + 1);
    return { ...mutant, key: `${like}\0${count}` };
  });
}

function visitAll(visit: Visit, into: (visit: Visit) => void): void {
  into(visit);
  for (const key of visitorKeys[visit.node.type] ?? []) {
    for (const node of nodesAt(visit.node, key))
      if (isRun({ node, parent: visit, key })) visitAll({ node, parent: visit, key }, into);
  }
}

/** The nodes that a property of a node holds: one, several or none. */
function nodesAt(node: Node, key: string): readonly Node[] {
  const value: unknown = Reflect.get(node, key);
  return [value].flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/** TypeScript's own nodes that contain an expression. */
const AROUND_EXPRESSIONS = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);
const NEVER_RUN = new Set(["ImportDeclaration", "ExportAllDeclaration", "ImportExpression"]);

/** Whether a node is executed: types, imports and names of properties are not. */
function isRun({ node, parent, key }: Visit): boolean {
  if (NEVER_RUN.has(node.type)) return false;
  if (key === "source") return false; // of an export from another file
  if (node.type.startsWith("TS") && !AROUND_EXPRESSIONS.has(node.type)) return false;
  return (
    key !== "key" || (parent !== undefined && "computed" in parent.node && parent.node.computed === true)
  );
}

/** Whether a node is a text for people: a message in either language, or an error. */
function isMessage({ node, parent, key }: Visit): boolean {
  if (node.type !== "Literal" && node.type !== "TemplateLiteral") return false;
  for (let above = parent; above; above = above.parent) if (above.node.type === "ThrowStatement") return true;
  if (parent?.node.type === "CallExpression")
    return (
      key === "arguments" && parent.node.callee.type === "Identifier" && parent.node.callee.name === "message"
    );
  return (
    parent?.node.type === "Property" &&
    parent.node.key.type === "Identifier" &&
    LANGUAGES.has(parent.node.key.name)
  );
}

const LANGUAGES = new Set(["en", "fr"]);

/** The mutant of a change: its range is the nearest expression or statement that can be replaced as a whole. */
function mutantOf(
  file: string,
  source: string,
  change: Change,
  visit: Visit,
): Omit<Mutant, "key"> | undefined {
  const changed = nodeOf(change, visit);
  const { node } = switchable(changed);
  if (isSuper(node)) return undefined;
  const { start, end } = node;
  const replacement = source.slice(start, change.start) + change.text + source.slice(change.end, end);
  const [before, after] = differing(source.slice(start, end), replacement);
  return {
    file,
    operator: change.operator,
    kind: node.type.endsWith("Statement") ? "statement" : "expression",
    start,
    end,
    replacement,
    line: source.slice(0, change.start).split("\n").length,
    before,
    after,
  };
}

/** The node that a change replaces: a condition or a returned value, not the statement around it. */
function nodeOf({ start, end }: Change, visit: Visit): Visit {
  for (const key of ["test", "argument", "body"]) {
    const node = nodesAt(visit.node, key).find((one) => one.start === start && one.end === end);
    if (node) return { node, parent: visit, key };
  }
  return visit;
}

/** The nearest node that can be put in parentheses: a call keeps its object, an optional chain stays whole. */
function switchable(visit: Visit): Visit {
  let at = visit;
  while (at.parent && belongsTo(at, at.parent)) at = at.parent;
  return at;
}

function belongsTo(visit: Visit, parent: Visit): boolean {
  switch (parent.node.type) {
    case "ChainExpression":
    case "UpdateExpression":
      return true;
    case "UnaryExpression":
      return parent.node.operator === "delete";
    case "CallExpression":
    case "NewExpression":
      return visit.key === "callee";
    case "TaggedTemplateExpression":
      return true;
    case "AssignmentExpression":
    case "ForOfStatement":
    case "ForInStatement":
      return visit.key === "left";
    case "MemberExpression":
    case "TSNonNullExpression":
      return visit.key !== "property" && isInChain(parent);
    default:
      return false;
  }
}

/** Whether a node is a part of an optional chain, which is skipped as a whole. */
function isInChain(visit: Visit): boolean {
  for (let at: Visit | undefined = visit; at; at = at.parent) {
    if (at.node.type === "ChainExpression") return true;
    if (!["MemberExpression", "CallExpression", "TSNonNullExpression"].includes(at.node.type)) return false;
    if (["arguments", "property"].includes(at.key)) return false;
  }
  return false;
}

/** Whether a statement calls the constructor of the base class, which cannot be removed. */
function isSuper(node: Node): boolean {
  if (node.type === "BlockStatement") return node.body.some(isSuper);
  return (
    node.type === "ExpressionStatement" &&
    node.expression.type === "CallExpression" &&
    node.expression.callee.type === "Super"
  );
}
