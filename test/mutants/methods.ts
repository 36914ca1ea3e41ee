import type { Node } from "oxc-parser";
import type { Change } from "./mutant.ts";

/** Methods that are easily confused. */
const PAIRS = [
  ["some", "every"],
  ["startsWith", "endsWith"],
  ["min", "max"],
  ["indexOf", "lastIndexOf"],
  ["find", "findLast"],
  ["findIndex", "findLastIndex"],
  ["push", "unshift"],
  ["pop", "shift"],
  ["padStart", "padEnd"],
  ["trimStart", "trimEnd"],
  ["toLowerCase", "toUpperCase"],
  ["floor", "ceil"],
] as const;

const OTHERS = new Map<string, string>(
  PAIRS.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);

/** Methods whose result has the same type as the object: the call can be removed. */
const REMOVABLE = new Set([
  ...["filter", "slice", "sort", "toSorted", "reverse", "toReversed", "concat"],
  ...[
    "trim",
    "trimStart",
    "trimEnd",
    "toLowerCase",
    "toUpperCase",
    "normalize",
    "padStart",
    "padEnd",
    "flat",
  ],
]);

/** The other method of a pair, no call at all, or the other end of a list. */
export function methodChanges(
  { callee, arguments: args, end }: Extract<Node, { readonly type: "CallExpression" }>,
  source: string,
): readonly Change[] {
  if (callee.type !== "MemberExpression" || callee.computed) return [];
  const { property } = callee;
  const change = (start: number, until: number, text: string): Change => ({
    operator: "method",
    start,
    end: until,
    text,
  });
  const [first] = args;
  const other = OTHERS.get(property.name);
  const index = first && source.slice(first.start, first.end);
  return [
    ...(other === undefined ? [] : [change(property.start, property.end, other)]),
    // Without the call only the object is left.
    ...(REMOVABLE.has(property.name)
      ? [change(source.lastIndexOf(".", property.start) - (callee.optional ? 1 : 0), end, "")]
      : []),
    ...(property.name === "at" && first && index === "-1" ? [change(first.start, first.end, "0")] : []),
    ...(property.name === "at" && first && index === "0" ? [change(first.start, first.end, "-1")] : []),
  ];
}
