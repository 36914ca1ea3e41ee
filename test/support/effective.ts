import { establishmentOf } from "../../server/src/model/establishment.ts";
import type { Value } from "../../server/src/schema/value.ts";
import { fixture } from "./fixture.ts";

/** A value as plain data: what cannot be understood stands as `<absent>`, `<removed>`, `<unknown>`. */
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

/** What holds for the establishment of a fixture, at some keys. */
export function effective(source: string, ...path: readonly string[]): unknown {
  let value: unknown = plain(establishmentOf(fixture(source).context.snapshot).value);
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}
