import { message } from "../../base/message.ts";
import type { ValuePath } from "../../schema/constraints.ts";
import type { Scalar } from "../../schema/schema.ts";
import type { Leaf } from "../../schema/value.ts";
import type { Span } from "../../syntax/tree.ts";
import { addition } from "../api/fixes.ts";
import type { RuleResult } from "../api/rule.ts";
import { type ConstrainedEntry, holderOf, leavesOf } from "./constrained-entry.ts";
import { isOwn, isWritten, valueAt } from "./value-at.ts";
import { settingName } from "./wording.ts";

/** What a value needs, and which values do; all of them without `is`. */
interface Need {
  readonly is?: readonly Scalar[];
  readonly path: ValuePath;
}

/** An entry that needs something, and where it says so. */
interface NeedyEntry extends ConstrainedEntry {
  readonly place: Leaf | Span;
}

/**
 * Values without another one that they do not work without; one finding for all in a map. Only where the
 * establishment's own files write them: what a base leaves to its heirs is not decided yet.
 */
export function needs(need: Need, entries: readonly ConstrainedEntry[]): readonly RuleResult[] {
  const needy = entries.flatMap((one): readonly NeedyEntry[] => {
    const place = placeOf(one, need.is);
    const isOwn = place && one.context.own(spanOf(place).block.uri);
    return isOwn && isMissing(need.path, one) ? [{ ...one, place }] : [];
  });
  return [...new Set(needy.map(holderOf))].flatMap((holder) =>
    resultFor(
      need,
      needy.filter((one) => holderOf(one) === holder),
    ),
  );
}

function resultFor({ is, path }: Need, [first, ...others]: readonly NeedyEntry[]): readonly RuleResult[] {
  if (!first) return [];
  const { entry, chain, place } = first;
  const holder = path.root ? undefined : chain.at(-1 - path.up);
  const [key = ""] = path.keys;
  return [
    {
      at: place,
      // Everything that lacks the same, wherever it is, has one finding.
      ...(path.root && { subject: path.keys.join("/") }),
      message:
        is && "value" in place
          ? message(
              "“{0}: {1}” needs {2}, which is not written.",
              entry.name,
              String(place.value),
              settingName(path),
            )
          : message("“{0}” needs {1}, which is not written.", entry.name, settingName(path)),
      related: others.map((other) => ({
        at: spanOf(other.place),
        message: message("“{0}” needs it too.", other.entry.name),
      })),
      ...(holder && path.keys.length === 1
        ? { fixes: addition(holder, [[key, ""]], "probable") }
        : undefined),
    },
  ];
}

/**
 * Whether a value is not written, in a map that is: a section of which the establishment itself writes nothing is yet to
 * be written, whatever a base says of it.
 */
function isMissing(path: ValuePath, { chain, context }: ConstrainedEntry): boolean {
  if (isWritten(path, chain, context) !== false) return false;
  const holder = { ...path, keys: path.keys.slice(0, -1) };
  return !path.root || holder.keys.length === 0 || isOwn(valueAt(holder, chain, context), context);
}

/** Where the value stands that needs something: the one of `is`, or the key. */
function placeOf({ entry }: ConstrainedEntry, is: readonly Scalar[] | undefined): Leaf | Span | undefined {
  const { kind } = entry.value;
  if (kind === "absent" || kind === "removed" || kind === "unknown") return undefined;
  if (is) return leavesOf(entry).find(({ value }) => is.includes(value));
  return entry.value.kind === "leaf" && entry.value.value === false ? undefined : entry.key;
}

function spanOf(place: Leaf | Span): Span {
  return "block" in place ? place : place.node;
}
