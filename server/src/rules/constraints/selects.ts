import { message } from "../../base/message.ts";
import type { Leaf, MapValue } from "../../schema/value.ts";
import type { RuleResult } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { type ConstrainedEntry, leavesOf } from "./constrained-entry.ts";
import { valueOfNamed } from "./value-at.ts";

/** What a name in a list stands for: the things of a kind that have it at a key. */
interface Selection {
  readonly kind: string;
  readonly by: string;
}

/**
 * Names in lists that stand for several things, but for none of those that are declared. Only where the establishment's
 * own files write them: a base lists what some of its heirs have.
 */
export function selects(selection: Selection, { entry, context }: ConstrainedEntry): readonly RuleResult[] {
  return leavesOf(entry)
    .filter((leaf) => context.own(leaf.node.block.uri) && selectsNothing(leaf, selection, context))
    .map((leaf) => ({
      at: leaf,
      message: message(
        "“{0}” in “{1}” stands for nothing: none has “{2}: {0}”.",
        String(leaf.value),
        entry.name,
        selection.by,
      ),
    }));
}

/** Whether a name exists, as another kind, and certainly no thing has it. */
function selectsNothing({ value, schema }: Leaf, { kind, by }: Selection, context: RuleContext): boolean {
  const name = String(value);
  const { kinds = [], words = [] } = schema.mentions ?? {};
  if (words.includes(name) || context.has(kind, name) !== false) return false;
  if (!kinds.some((other) => context.has(other, name))) return false; // reported as an unknown name
  const things = context.all<string>(kind);
  const attributes = things.flatMap((thing) => attributesOf(thing.value, by, context));
  const isComplete = things.length === context.names(kind).length;
  return isComplete && attributes.length > 0 && !attributes.some((one) => one === undefined || one === name);
}

/**
 * The value of a key of a thing, and the names that the thing with this name takes over from (`comme`), which may select
 * the thing too; `undefined` for one that is not known. None if nothing is written.
 */
function attributesOf(thing: MapValue, key: string, context: RuleContext): readonly (string | undefined)[] {
  const found = new Set<string | undefined>();
  let leaf = thing.get(key);
  if (!leaf) return thing.open || thing.has(key) ? [undefined] : [];
  while (leaf?.kind === "leaf" && !found.has(String(leaf.value))) {
    found.add(String(leaf.value));
    leaf = valueOfNamed(leaf, ["comme"], context);
  }
  return [...found];
}
