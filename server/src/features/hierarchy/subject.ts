import type { SymbolKind } from "vscode-languageserver-types";
import { isOnPrivateLine } from "../../analysis/conceal.ts";
import { resolveRelative } from "../../base/uri.ts";
import { baseReferencesIn } from "../../model/layout.ts";
import { reach } from "../../model/reach.ts";
import {
  declarationsNamed,
  meaningOfOccurrence,
  occurrenceAt,
  occurrencesOfKinds,
} from "../../model/symbols.ts";
import { converted } from "../../schema/convert.ts";
import { kinds } from "../../schema/kinds.ts";
import { namesOf, type SchemaPath, schemaPathAt } from "../../schema/locate.ts";
import type { Schema } from "../../schema/schema.ts";
import type { File } from "../../syntax/file.ts";
import type { Position, Range } from "../../syntax/positions.ts";
import type { Span } from "../../syntax/tree.ts";
import type { Context } from "../context.ts";
import { isInBase, isInView, type Viewer } from "../view.ts";

/** What an item of a hierarchy is about, and where it is. */
export type HierarchySubject = ThingSubject | KeySubject | FileSubject | UseSubject;

/** A named thing, at a declaration; one that needs none, at a mention. */
export interface ThingSubject {
  readonly about: "thing";
  readonly kind: string;
  readonly name: string;
  readonly file: File;
  readonly at: Span;
}

/** A key that names no thing, with its value. */
export interface KeySubject {
  readonly about: "key";
  readonly path: readonly string[];
  readonly file: File;
  readonly at: Span;
}

/** A base, or an establishment by the file that marks it. */
export interface FileSubject {
  readonly about: "file";
  readonly file: File;
}

/** An establishment as far as it mentions a thing of a base. */
export interface UseSubject {
  readonly about: "use";
  readonly kind: string;
  readonly name: string;
  readonly file: File;
}

/** An item of a call hierarchy, which is the same as one of a type hierarchy. */
export interface HierarchyItem {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail?: string;
  readonly uri: string;
  readonly range: Range;
  readonly selectionRange: Range;
  readonly data: HierarchyData;
}

/** The parameters of a request about an item. */
export interface OfItem {
  readonly item: HierarchyItem;
}

/** What an item is about, in what a client sends back with it. Positions would not outlive the next edit. */
export interface HierarchyData {
  /** The client's URI of the file whose view counts: that in which the hierarchy was asked for. */
  readonly uri: string;
  readonly about: HierarchySubject["about"];
  /** The canonical URI of its file, then the kind and the name of a thing, or the keys from the root. */
  readonly path: readonly string[];
}

/**
 * The base or the thing whose name is at a position. Where no name is, the thing around it, or in a base, if `keys`, the
 * key. `undefined` if there is none, nothing declares the name, or the line holds something private.
 */
export function subjectAt(context: Context, position: Position, keys: boolean): HierarchySubject | undefined {
  const { file, snapshot } = context;
  const path = schemaPathAt(file, position);
  if (!path || isOnPrivateLine(path.node, file)) return undefined;
  if (path.segments[0]?.name === "herite-de") return baseAt(context, path);
  const use = occurrenceAt(file, path.node, position);
  if (!use) return (keys && keyInBase(context, path)) || thingAround(context, path);
  for (const kind of meaningOfOccurrence(snapshot, use)) {
    const thing = thingNamed(context, kind, use.name, path.node);
    if (thing) return thing;
  }
  return undefined;
}

/** The base that an item of `herite-de` names; at the key, the file that has it. */
function baseAt({ file, workspace }: Context, { node, on }: SchemaPath): HierarchySubject | undefined {
  const base = baseReferencesIn(file).find((reference) => reference.node === node);
  const uri = on === "key" ? file.uri : base && resolveRelative(file.uri, base.value);
  const named = workspace.files.get(uri ?? "");
  return named && named.unreadable !== "missing" ? { about: "file", file: named } : undefined;
}

/** The key of a base at a position. */
function keyInBase(context: Context, path: SchemaPath): HierarchySubject | undefined {
  const pair = path.segments.findLast((segment) => segment.pair)?.pair;
  if (!pair || !isInBase(context)) return undefined;
  return { about: "key", path: namesOf(path), file: context.file, at: pair.key };
}

/** The innermost thing around a position; `undefined` if there is none. */
function thingAround({ file }: Context, { segments }: SchemaPath): HierarchySubject | undefined {
  for (const { parent, name, pair } of segments.toReversed()) {
    const kind = name === undefined ? undefined : kindDeclaredBy(parent, name);
    if (kind && name !== undefined && pair) return { about: "thing", kind, name, file, at: pair.key };
  }
  return undefined;
}

/** The kind that a key of a map with this schema declares a name of; `undefined` if it is no name. */
export function kindDeclaredBy({ declares, properties }: Schema, name: string): string | undefined {
  return declares && declares.at !== "value" && !properties.has(name) ? declares.kind : undefined;
}

/**
 * The thing with a name: at its declaration in view, the one at `mention` first; at the mention itself if PRONOTE has it
 * from the start, or what declares it is not in view. `undefined` if nothing declares it.
 */
export function thingNamed(
  viewer: Viewer,
  kind: string,
  name: string,
  mention: Span,
): ThingSubject | undefined {
  const { snapshot, workspace } = viewer;
  const declared = declarationsNamed(snapshot, kind, name);
  const inView = declared.filter(({ at }) => isInView(viewer, at));
  const { at } = inView.find((one) => one.node === mention) ?? inView[0] ?? { at: mention };
  const file = workspace.files.get(at.block.uri);
  const isKnown = declared.length > 0 || kinds.get(kind)?.predeclared.has(name) === true;
  return file && isKnown ? { about: "thing", kind, name, file, at } : undefined;
}

/** What an item is about that a client sends back; `undefined` if it is gone in the meantime. */
export function subjectOf(
  { workspace }: Context,
  { about, path }: HierarchyData,
): HierarchySubject | undefined {
  const [uri = "", ...rest] = path;
  const file = workspace.files.get(uri);
  const [kind = "", name = ""] = rest;
  if (!file) return undefined;
  if (about === "file") return { about, file };
  if (about === "use") return { about, kind, name, file };
  const at =
    about === "key"
      ? reach(converted(file).value, rest).entry?.key
      : occurrencesOfKinds(file, name, [kind]).toSorted((a, b) => Number(b.declares) - Number(a.declares))[0]
          ?.at;
  if (!at) return undefined;
  return about === "key" ? { about, path: rest, file, at } : { about: "thing", kind, name, file, at };
}
