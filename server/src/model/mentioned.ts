import { memo } from "../memo.ts";
import type { Schema } from "../schema/schema.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";

/** Whether an effective value mentions a name of a kind; `undefined` where some of it cannot be read. */
export function isMentioned(root: MapValue, kind: string, name: string): boolean | undefined {
  const wanted = `${kind}\0${name}`;
  let { open } = own(root);
  for (const { value } of root.entries.values()) {
    if (value.kind !== "map") continue;
    const section = mentionedIn(value as MapValue);
    if (section.names.has(wanted)) return true;
    open ||= section.open;
  }
  return open ? undefined : false;
}

/** The names of a kind that an effective value mentions. */
export function mentionedNames(root: MapValue, kind: string): readonly string[] {
  return [...mentionedIn(root).names].flatMap((one) =>
    one.startsWith(`${kind}\0`) ? [one.slice(kind.length + 1)] : [],
  );
}

interface Mentioned {
  /** Kind and name, with a zero character between. */
  readonly names: ReadonlySet<string>;
  readonly open: boolean;
}

/** What a section or a thing mentions, with all below it. Of what did not change it is not made again. */
const mentionedIn = memo((map: MapValue): Mentioned => {
  const { names, open } = own(map);
  const all = new Set(names);
  let anyOpen = open;
  for (const { value } of map.entries.values()) {
    if (value.kind !== "map") continue;
    const below = mentionedIn(value as MapValue);
    for (const name of below.names) all.add(name);
    anyOpen ||= below.open;
  }
  return { names: all, open: anyOpen };
});

/** What the keys and the single values of one map mention. */
const own = memo((map: MapValue): Mentioned => {
  const names = new Set<string>();
  const { mentions } = map.schema;
  for (const entry of map.entries.values()) {
    if (mentions?.at === "key" && isMention(entry, mentions.unless)) add(names, map.schema, entry.name);
    collect(names, entry.value as Value);
  }
  return { names, open: map.open || [...map.entries.values()].some(({ value }) => value.kind === "unknown") };
});

function isMention({ value }: Entry, unless: string | undefined): boolean {
  return value.kind !== "cut" && !(unless !== undefined && value.kind === "map" && value.has(unless));
}

function collect(names: Set<string>, value: Value): void {
  if (value.kind === "leaf" && value.schema.mentions) add(names, value.schema, String(value.value));
  if (value.kind === "list") for (const item of value.items) collect(names, item as Value);
}

function add(names: Set<string>, { mentions }: Schema, name: string): void {
  for (const kind of mentions?.kinds ?? []) names.add(`${kind}\0${name}`);
}
