import { message } from "../base/message.ts";
import type { Problem } from "../syntax/problem.ts";
import { nameOf } from "../syntax/scalars.ts";
import type { MapNode, Pair } from "../syntax/tree.ts";
import { quoted, replace } from "./problems.ts";
import { type Schema, schemaOfKey } from "./schema.ts";

/** A key without a value that goes on with the list before it, in a map in braces. */
export interface ListWithoutBrackets {
  /** The key of the list. */
  readonly head: Pair;
  /** Only on the first of several such keys: there is one fault. */
  readonly problem?: Problem;
}

/**
 * Whether an unknown key is the second item, or a later one, of a list without brackets: `{ professeurs: martin, roux
 * }`. YAML reads `roux` as a key without a value.
 */
export function listWithoutBrackets(
  pair: Pair,
  { pairs, flow }: MapNode,
  schema: Schema,
): ListWithoutBrackets | undefined {
  const isItem = (one: Pair) => one.value.kind === "absent" && !schemaOfKey(schema, nameOf(one.key));
  if (!flow || !isItem(pair)) return undefined;
  const at = pairs.indexOf(pair);
  const head = pairs.findLast((one, index) => index < at && !isItem(one));
  if (head?.value.kind !== "scalar" || !takesList(schemaOfKey(schema, nameOf(head.key)))) return undefined;
  const from = pairs.indexOf(head) + 1;
  if (from !== at) return { head };
  const end = pairs.findIndex((one, index) => index >= from && !isItem(one));
  const last = pairs[(end < 0 ? pairs.length : end) - 1] ?? pair;
  const before = { ...head.value, endLine: head.value.line, endCol: head.value.col };
  const after = { ...last.key, line: last.key.endLine, col: last.key.endCol };
  return {
    head,
    problem: {
      id: "yaml-syntax",
      at: pair.key,
      message: message(
        "“{0}” goes on with the list of “{1}”, which needs square brackets here.",
        quoted(pair.key),
        quoted(head.key),
      ),
      fixes: [
        {
          title: message("Put square brackets around it"),
          safety: "sure",
          edits: [replace(before, "["), replace(after, "]")],
        },
      ],
    },
  };
}

/** Whether a list may be written where this schema holds; that of an object may be its short form. */
function takesList(schema: Schema | undefined): boolean {
  if (!schema) return false;
  const short = schema.short === undefined ? undefined : schema.properties.get(schema.short);
  return schema.type === "array" || short?.type === "array";
}
