import { establishmentOf } from "../../server/src/model/establishment.ts";
import type { Value } from "../../server/src/schema/value.ts";
import { fixture } from "./fixture.ts";

/** A value as plain data. What has no value is `<absent>`, `<removed>` or `<unknown>`. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case "map":
      return Object.fromEntries([...value.entries].map(([name, entry]) => [name, plain(entry.value)]));
    case "list":
      return value.items.map((item) => plain(item));
    case "leaf":
      return value.value;
    default:
      return `<${value.kind}>`;
  }
}

/** The effective value of the establishment of a fixture, at a path of keys. */
export function effective(source: string, ...path: readonly string[]): unknown {
  let value: unknown = plain(establishmentOf(fixture(source).context.snapshot).value);
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}
