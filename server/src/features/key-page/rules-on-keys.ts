import { memo } from "../../base/memo.ts";
import type { Rule } from "../../rules/api/rule.ts";
import { rules } from "../../rules/index.ts";
import type { KeyPath } from "../../schema/checklist.ts";
import type { ConstraintReading, ValuePath } from "../../schema/constraints.ts";
import { constraints } from "../../schema/generated/constraints.ts";
import { type LanguageKey, languageKeyAt } from "../../schema/language-keys.ts";

/**
 * The rules that look at a key, as far as data say so: those about the things at its path or about maps of its schema,
 * and the constraints on it or on which it has a bearing. In the order of the families.
 */
export function rulesOn({ path, schema }: LanguageKey): readonly Rule[] {
  const { byPath, byKey } = readers(rules);
  const id = path.join("/");
  const found = new Set([...(byPath.get(id) ?? []), ...(byKey.get(id) ?? [])]);
  const isAboutMap = ({ where }: Rule) => schema.type === "object" && where?.(schema) === true;
  return rules.filter((rule) => found.has(rule.id) || isAboutMap(rule));
}

interface Readers {
  /** The ids of the rules whose subject is at a path. */
  readonly byPath: ReadonlyMap<string, ReadonlySet<string>>;
  /** The ids of the constraints that read a key. */
  readonly byKey: ReadonlyMap<string, ReadonlySet<string>>;
}

const readers = memo((all: readonly Rule[]): Readers => {
  const byPath = new Map<string, Set<string>>();
  const byKey = new Map<string, Set<string>>();
  const isConstraint = new Set(constraints.map(({ id }) => id));
  for (const { id, on } of all) {
    // What a constraint examines at once may be wider than what it is about.
    if (isConstraint.has(id)) continue;
    for (const path of on) if (path !== "" && path !== "**") add(byPath, path.replaceAll(".", "/"), id);
  }
  for (const { id, readings } of constraints)
    for (const path of readings.flatMap(keysRead)) {
      const key = languageKeyAt(path);
      if (key) add(byKey, key.path.join("/"), id);
    }
  return { byPath, byKey };
});

/** The paths that a constraint reads: of the keys that it is about, and of the values that decide. */
function keysRead(reading: ConstraintReading): readonly KeyPath[] {
  const holder = [...reading.subject, ...reading.below];
  // What `names` says is about the thing that is named.
  const relation = reading.relation === "names" ? undefined : reading.value;
  const decisive = valuePathsIn([relation, reading.only, reading.unless]);
  return [
    ...reading.keys.map((key) => [...holder, key]),
    ...decisive.map(({ root, up, keys }) =>
      root ? keys : [...holder.slice(0, holder.length - up), ...keys],
    ),
  ];
}

/** The paths in a condition or a bound. Of a value in a thing that another value names, only that other value is told. */
function valuePathsIn(part: unknown): readonly ValuePath[] {
  if (Array.isArray(part)) return part.flatMap(valuePathsIn);
  if (typeof part !== "object" || part === null) return [];
  const { via, path } = part as { readonly via?: ValuePath; readonly path?: ValuePath };
  if (via) return [via];
  return path ? [path] : Object.values(part).flatMap(valuePathsIn);
}

function add(groups: Map<string, Set<string>>, key: string, id: string): void {
  const group = groups.get(key);
  if (group) group.add(id);
  else groups.set(key, new Set([id]));
}
