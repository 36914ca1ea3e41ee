import { message } from "../../base/message.ts";
import type { ValuePath } from "../../schema/constraints.ts";
import type { Scalar } from "../../schema/schema.ts";
import { addition } from "../api/fixes.ts";
import type { RuleResult } from "../api/rule.ts";
import { type ConstrainedEntry, leavesOf } from "./constrained-entry.ts";
import { isWritten } from "./value-at.ts";
import { settingName } from "./wording.ts";

/**
 * Values without another one that they do not work without. Only where the establishment's own files write them: what
 * a base leaves to its heirs is not decided yet.
 */
export function needs(
  { is, path }: { readonly is?: readonly Scalar[]; readonly path: ValuePath },
  { entry, chain, context }: ConstrainedEntry,
): readonly RuleResult[] {
  const needy = leavesOf(entry).find(({ value }) => (is ? is.includes(value) : value !== false));
  const at = is ? needy : entry.key;
  if (
    !at ||
    entry.value.kind === "absent" ||
    entry.value.kind === "removed" ||
    entry.value.kind === "unknown"
  )
    return [];
  if (!is && entry.value.kind === "leaf" && entry.value.value === false) return [];
  const { block } = "block" in at ? at : at.node;
  if (!context.own(block.uri) || isWritten(path, chain, context) !== false) return [];
  const holder = path.root ? undefined : chain.at(-1 - path.up);
  const [key = ""] = path.keys;
  return [
    {
      at,
      message: needy
        ? message(
            "“{0}: {1}” needs {2}, which is not written.",
            entry.name,
            String(needy.value),
            settingName(path),
          )
        : message("“{0}” needs {1}, which is not written.", entry.name, settingName(path)),
      ...(holder && path.keys.length === 1
        ? { fixes: addition(holder, [[key, ""]], "probable") }
        : undefined),
    },
  ];
}
