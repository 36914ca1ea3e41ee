import type { ScalarTag } from "yaml";
import { booleanOf, isRemoval, numberOf } from "./scalars.ts";
import type { Node, ScalarNode } from "./tree.ts";

const CORE = "tag:yaml.org,2002:";
/** Both say that a scalar is text. */
const TEXT = new Set([`${CORE}str`, "!"]);

/** For each tag of YAML's core schema, whether a value is what it says. */
const AGREES: { readonly [tag: string]: (node: Node) => boolean } = {
  "!": () => true,
  [`${CORE}str`]: isScalarOrAbsent,
  [`${CORE}map`]: ({ kind }) => kind === "map" || kind === "absent",
  [`${CORE}seq`]: ({ kind }) => kind === "list" || kind === "absent",
  [`${CORE}bool`]: (node) => node.kind === "scalar" && booleanOf(node) !== undefined,
  [`${CORE}int`]: (node) => node.kind === "scalar" && Number.isInteger(numberOf(node)),
  [`${CORE}float`]: (node) => node.kind === "scalar" && numberOf(node) !== undefined,
  [`${CORE}null`]: (node) => node.kind === "absent" || isRemoval(node),
};

/** The tags of the core schema that `yaml`'s failsafe schema lacks. A scalar keeps its text. */
export const SCALAR_TAGS: ScalarTag[] = ["bool", "int", "float", "null"].map((name) => ({
  tag: `${CORE}${name}`,
  resolve: (text) => text,
}));

/**
 * The value with a tag: the value itself if the tag says what it is anyway, quoted if the tag makes text of a number, a
 * boolean or a null. `undefined` for any other tag, which would change the value in a way that is not supported.
 */
export function tagged(node: Node, tag: string): Node | undefined {
  if (!Object.hasOwn(AGREES, tag) || !AGREES[tag]?.(node)) return undefined;
  return node.kind === "scalar" && TEXT.has(tag) && meansNoText(node) ? { ...node, style: "double" } : node;
}

function isScalarOrAbsent({ kind }: Node): boolean {
  return kind === "scalar" || kind === "absent";
}

function meansNoText(node: ScalarNode): boolean {
  return isRemoval(node) || booleanOf(node) !== undefined || numberOf(node) !== undefined;
}
