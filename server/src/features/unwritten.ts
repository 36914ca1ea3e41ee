import { foldName } from "../base/closest.ts";
import { type Message, message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import { mapAt } from "../model/map-at.ts";
import { derivedValues } from "../rollout/derived-values.ts";
import { followsFrom } from "../rollout/shown-entries.ts";
import { HIDDEN, isHiddenAt, nameWords, safe } from "../rollout/value-words.ts";
import { classesOfNiveau, selected, selects } from "../rules/shared/selections.ts";
import type { Schema } from "../schema/schema.ts";
import { leafAt, type MapValue, type Value } from "../schema/value.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import type { ScalarNode, Span } from "../syntax/tree.ts";
import type { Context } from "./context.ts";
import type { VisibleEntry, VisibleKey } from "./visible-entries.ts";

/** A value that holds at a place where it is not written. */
export interface UnwrittenValue {
  readonly name: string;
  readonly text: string;
  /** Where it is written, if it is inherited. */
  readonly at?: Span;
  /** What it follows from, if it is derived. */
  readonly from?: Message;
}

/** The values that follow from others, by the path of the map that they belong to, its keys joined by a zero character. */
export function derivedIn(root: MapValue): ReadonlyMap<string, readonly UnwrittenValue[]> {
  const found = new Map<string, UnwrittenValue[]>();
  for (const { path, schema, value } of derivedValues(root)) {
    const above = path.slice(0, -1).join("\0");
    const one = {
      name: path.at(-1) ?? "",
      text: safe(String(value)),
      ...(schema.follows ? { from: followsFrom(schema, schema.follows) } : undefined),
    };
    const known = found.get(above);
    if (known) known.push(one);
    else found.set(above, [one]);
  }
  return found;
}

/** The effective entries of a thing, or of a map in one, that are not written at this key: inherited, or in another file. */
export function inheritedIn(context: Context, { pair, path, schema }: VisibleKey): readonly UnwrittenValue[] {
  if (path.length < 2 || pair.value.kind === "alias") return [];
  const effective = mapAt(establishmentOf(context.snapshot).value, path);
  if (!effective) return [];
  const { value: node } = pair;
  if (node.kind === "map" && node.pairs.some(({ key }) => key.text === "<<")) return [];
  const own =
    node.kind === "map" ? node.pairs.map(({ key }) => key.text.normalize("NFC")) : [schema.short ?? ""];
  return [...effective.entries.values()].flatMap(({ name, key, value }) => {
    if (own.includes(name) || isPrivateName(name) || isHiddenAt(key, context.snapshot)) return [];
    const text = textOf(value);
    return text === undefined ? [] : [{ name, text, at: key }];
  });
}

/** A value in a few words, as it is written; of a map, its keys. */
function textOf(value: Value): string | undefined {
  if (value.kind === "leaf") return value.schema.secret ? HIDDEN : safe(String(value.value));
  if (value.kind === "list") return value.items.map((item) => textOf(item) ?? HIDDEN).join(", ");
  if (value.kind !== "map") return undefined;
  const names = [...value.entries.values()].filter((entry) => entry.value.kind !== "removed");
  return names.length === 0 ? undefined : names.map(({ name }) => safe(name)).join(", ");
}

/** How many things a name stands for: the classes of a niveau, the people of a function. Nothing if only for itself. */
export function countOf({ snapshot }: Context, entry: VisibleEntry): Message | undefined {
  const root = establishmentOf(snapshot).value;
  if (entry.kind === "key") {
    if (entry.parent.declares?.kind !== "niveaux") return undefined;
    const classes = classesOfNiveau(root, entry.path.at(-1) ?? "").length;
    return classes > 0 ? classCount(classes) : undefined;
  }
  const { schema, node } = entry;
  if (!selects(schema)) return undefined;
  const name = node.text.normalize("NFC");
  const names = selected(root, schema, name);
  if (names.length === 1 && names[0] === name) return undefined;
  return schema.mentions?.kinds.includes("classes") ? classCount(names.length) : peopleCount(names.length);
}

function classCount(count: number): Message {
  return count === 1 ? message("1 class") : message("{0} classes", count);
}

function peopleCount(count: number): Message {
  return count === 1 ? message("1 person") : message("{0} people", count);
}

/** What is behind a short name: a person's name, or the label of a subject or another thing. */
export function nameOf(
  { snapshot, localize }: Context,
  kinds: NonNullable<Schema["mentions"]>["kinds"],
  node: ScalarNode,
): { readonly text: string; readonly isPerson: boolean } | undefined {
  if (kinds.length === 0 || isHiddenAt(node, snapshot)) return undefined;
  const name = node.text.normalize("NFC");
  const isPerson = kinds.some((kind) => kind === "professeurs" || kind === "personnels");
  const text = isPerson ? localize(nameWords(kinds, name, snapshot)) : labelOf(snapshot, kinds, name);
  if (text === undefined || text.includes(HIDDEN) || foldName(text) === foldName(name)) return undefined;
  return { text, isPerson };
}

function labelOf(snapshot: Context["snapshot"], kinds: readonly string[], name: string): string | undefined {
  const root = establishmentOf(snapshot).value;
  for (const kind of kinds) {
    const label = leafAt(mapAt(root, [kind, name]), "libelle", "string");
    if (label) return isHiddenAt(label.node, snapshot) ? undefined : safe(label.value);
  }
  return undefined;
}
