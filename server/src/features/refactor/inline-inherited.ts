import { message } from "../../base/message.ts";
import { effectiveAt } from "../../model/origins.ts";
import type { Schema } from "../../schema/schema.ts";
import { MapValue, type Value } from "../../schema/value.ts";
import { replaceValue } from "../../syntax/edit.ts";
import type { Context } from "../context.ts";
import type { Draft } from "./draft.ts";
import { writtenValue } from "./entry-text.ts";
import { type OfferedRefactoring, type Place, type Refactoring, refused } from "./refactoring.ts";
import { pairAt, removeAt, writeAt } from "./write-at.ts";

/** Writes out what a thing takes over through `comme` or from its niveau. */
export const inlineInherited: Refactoring = {
  id: "inline",
  kind: "refactor.inline",
  at(context, place) {
    const found = inheritanceAt(place);
    if (!found) return undefined;
    const { thing, key, from } = found;
    const title =
      key === "comme"
        ? message("Write out what “{0}” takes over from “{1}”, without “comme”", thing.at(-1) ?? "", from)
        : message("Write out what “{0}” takes over from “{1}”", thing.at(-1) ?? "", from);
    return offer(context, title, thing, key);
  },
};

/** The thing whose `comme` or `niveau` is at the cursor. */
function inheritanceAt({ path }: Place) {
  const named = path?.segments.findLastIndex(({ name }) => name !== undefined) ?? -1;
  const segment = path?.segments[named];
  const node = segment?.node;
  if (!path || !segment || node?.kind !== "scalar") return undefined;
  const { name: key } = segment;
  const isClass = key === "niveau" && path.segments[0]?.name === "classes" && named === 2;
  if (key !== "comme" && !isClass) return undefined;
  if (!inherits(segment.parent)) return undefined;
  const thing = path.segments.slice(0, named).flatMap(({ name }) => name ?? []);
  return thing.length === named ? { thing, key, from: node.text } : undefined;
}

function inherits({ properties }: Schema): boolean {
  return properties.get("comme")?.inherits === true || properties.has("niveau");
}

function offer(
  context: Context,
  title: OfferedRefactoring["title"],
  thing: readonly string[],
  key: string,
): OfferedRefactoring | undefined {
  const { file, snapshot, workspace } = context;
  if (!snapshot.establishment) return undefined;
  if (workspace.layout.bases.has(file.uri))
    return refused(
      title,
      message("This file is a base: what holds differs from one establishment to another."),
    );
  const value = effectiveAt(snapshot, thing);
  if (value?.kind !== "map") return undefined;
  if (key === "comme" && [...value.entries.values()].some((one) => one.value.kind === "unknown"))
    return refused(title, message("A value in it is not known."));
  return {
    title,
    ...(key === "comme" ? { changes: (path) => samePath(path, [...thing, key]) } : undefined),
    apply(draft) {
      writeMissing(draft, file.uri, thing, value);
      if (key === "comme") removeAt(draft, file.uri, [...thing, "comme"]);
    },
  };
}

/** Writes what holds at a path, and the file does not say there. Things written in another file stay there. */
function writeMissing(draft: Draft, uri: string, path: readonly string[], value: MapValue): void {
  for (const { name, value: below } of value.entries.values()) {
    if (name === "comme") continue;
    const at = [...path, name];
    const file = draft.file(uri);
    const pair = file && pairAt(file, at);
    if (pair) {
      if (below.kind === "map" && !below.schema.atomic) completeMap(draft, uri, at, below);
      continue;
    }
    if (isWrittenBy(below, uri, path, draft)) continue;
    const text = writtenValue(below);
    if (text !== undefined) writeAt(draft, uri, at, text);
  }
}

/** Writes what is missing in a map that the file writes, perhaps in its short form. */
function completeMap(draft: Draft, uri: string, path: readonly string[], value: MapValue): void {
  const file = draft.file(uri);
  const node = file && pairAt(file, path)?.value;
  if (node?.kind === "map") writeMissing(draft, uri, path, value);
  const text = value.entries.size > 1 ? writtenValue(value) : undefined;
  if ((node?.kind === "scalar" || node?.kind === "list") && text !== undefined)
    draft.apply(uri, [replaceValue(node, text)]);
}

function samePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, at) => key === other[at]);
}

/** Whether another file of the establishment writes a value for this thing itself. */
function isWrittenBy(value: Value, uri: string, path: readonly string[], draft: Draft): boolean {
  const nodes = value instanceof MapValue ? value.nodes : [value.node];
  return nodes.some(({ block }) => {
    const file = block.uri === uri ? undefined : draft.file(block.uri);
    const thing = file && pairAt(file, path);
    return thing !== undefined && thing.block === block;
  });
}
