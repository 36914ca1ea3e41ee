import { memo } from "../memo.ts";
import type { Schema } from "../schema/schema.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";

/** Whether an effective value mentions a name of a kind; `undefined` where some of it cannot be read. */
export function isMentioned(root: MapValue, kind: string, name: string): boolean | undefined {
  const all = mentionedIn(root);
  if (holds(all, `${kind}\0${name}`)) return true;
  return all.open ? undefined : false;
}

/** The names of a kind that an effective value mentions. */
export function mentionedNames(root: MapValue, kind: string): readonly string[] {
  const found = new Set<string>();
  const walk = ({ names, below }: Mentioned): void => {
    for (const one of names) if (one.startsWith(`${kind}\0`)) found.add(one.slice(kind.length + 1));
    for (const part of below) walk(part);
  };
  walk(mentionedIn(root));
  return [...found];
}

interface Mentioned {
  /** Kind and name, with a zero character between. */
  readonly names: ReadonlySet<string>;
  /** What else is mentioned: where much lies below, it is not put together again on every change. */
  readonly below: readonly Mentioned[];
  readonly open: boolean;
}

function holds({ names, below }: Mentioned, name: string): boolean {
  return names.has(name) || below.some((part) => holds(part, name));
}

/** A map with more below it leaves it as it is. */
const WIDE = 16;

/** What a map mentions, with all below it. Of what did not change it is not made again. */
const mentionedIn: (map: MapValue) => Mentioned = memo((map: MapValue): Mentioned => {
  const { names, open } = own(map);
  const parts = [...map.entries.values()].flatMap(({ value }) =>
    value.kind === "map" ? [mentionedIn(value as MapValue)] : [],
  );
  const anyOpen = open || parts.some((part) => part.open);
  if (parts.length > WIDE || parts.some(({ below }) => below.length > 0)) {
    return {
      names,
      below: parts.filter(({ names: some, below }) => some.size > 0 || below.length > 0),
      open: anyOpen,
    };
  }
  const all = new Set(names);
  for (const part of parts) for (const name of part.names) all.add(name);
  return { names: all, below: [], open: anyOpen };
});

/** What the keys and the single values of one map mention. */
function own(map: MapValue): Pick<Mentioned, "names" | "open"> {
  const names = new Set<string>();
  const { mentions } = map.schema;
  for (const entry of map.entries.values()) {
    if (mentions?.at === "key" && isMention(entry, mentions.unless)) add(names, map.schema, entry.name);
    collect(names, entry.value as Value);
  }
  return { names, open: map.open || [...map.entries.values()].some(({ value }) => value.kind === "unknown") };
}

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
