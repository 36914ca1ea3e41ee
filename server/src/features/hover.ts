import type { Hover } from "vscode-languageserver-types";
import { isOnPrivateLine, isPrivateText } from "../analysis/conceal.ts";
import { type Message, message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import { establishmentOf } from "../model/establishment.ts";
import { effectiveAt, type Origin, originsOf } from "../model/origins.ts";
import { isOwn } from "../model/snapshot.ts";
import { meaningOfOccurrence, type Occurrence, occurrenceAt } from "../model/symbols.ts";
import { classesOfNiveau } from "../rules/shared/selections.ts";
import { describe, escaped, meaningOf, plainText, thingTitle } from "../schema/describe.ts";
import { allOf } from "../schema/kind-words.ts";
import { kinds } from "../schema/kinds.ts";
import { namesOf, type SchemaPath, schemaPathAt } from "../schema/locate.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Position } from "../syntax/positions.ts";
import { shownPath } from "../syntax/private-names.ts";
import type { Node, ScalarNode, Span } from "../syntax/tree.ts";
import { type AtPosition, type Context, locationOf } from "./context.ts";
import { profileParts } from "./hover-profile.ts";
import { nameOf } from "./unwritten.ts";
import { declarationsInView, isInBase, isInView, occurrencesInView } from "./view.ts";
import { yearOf } from "./year.ts";

/** How many inherited entries or origins are listed; the remaining ones are counted. */
const MAX_LISTED = 8;

/**
 * The hover at a position: the meaning of the value, the description of its key, then the effective value and its
 * origins.
 * Null if there is nothing to show.
 */
export function hover(context: Context, { position }: AtPosition): Hover | null {
  const schemaPath = schemaPathAt(context.file, position);
  if (!schemaPath) return null;
  const isPrivate = isOnPrivateLine(schemaPath.node, context.file);
  const parts = [
    ...(isPrivate ? [] : value(context, schemaPath, position)),
    ...key(context, schemaPath),
    ...(isPrivate ? [] : profileParts(context, schemaPath)),
    ...(isPrivate ? [] : effectiveValue(context, schemaPath)),
  ];
  if (parts.length === 0) return null;
  const text = parts.join("\n\n");
  const contents = context.client.hoverMarkdown
    ? { kind: "markdown" as const, value: text }
    : { kind: "plaintext" as const, value: plainText(text) };
  return { contents, range: rangeOf(context.file, schemaPath.node) };
}

/** A name with its declarations and mentions, or a value with its meaning. */
function value(context: Context, { node, segments, on }: SchemaPath, position: Position): readonly string[] {
  const use = occurrenceAt(context.file, node, position);
  if (use) return [name(context, use, node), ...selectedClasses(context, use)];
  const { schema } = segments.at(-1) ?? {};
  if (on === "key" || node.kind !== "scalar" || !schema) return [];
  const [title, more] = meaningOf(schema, node.text);
  if (!title) return [];
  const meaning = message("{0}: {1}", `**${escaped(node.text)}**`, title);
  return [context.localize(meaning), ...(more ? [context.localize(more)] : [])];
}

function name(context: Context, use: Occurrence, node: Node): string {
  const { localize } = context;
  const named = occurrencesInView(context, use);
  const { kinds: found, uses } = named;
  const declared = declarationsInView(context, named);
  const given = found.find((kind) => kinds.get(kind)?.predeclared.has(use.name));
  const behind = node.kind === "scalar" ? nameBehind(context, found, node) : undefined;
  const bold = `**${escaped(use.name)}**${behind ? ` (${escaped(behind)})` : ""}`;
  const [first] = declared;
  if (!first && !given) return localize(message("{0}: not declared among {1}", bold, allOf(found)));
  const title = thingTitle(first?.kinds[0] ?? given ?? "");
  const places = declared.slice(0, 3).map(({ at }) => link(context, at));
  const mentions = uses.filter(({ declares }) => !declares).length;
  const where =
    places.length > 0
      ? message("declared in {0}", places.join(", "))
      : message("PRONOTE has it from the start");
  return localize(message("{0}: {1}, {2}; {3}", bold, title, where, count(mentions)));
}

/** What is behind a short name: who it is, the label of a subject. Nothing in a base, whose heirs differ. */
function nameBehind(context: Context, found: readonly string[], node: ScalarNode): string | undefined {
  if (!context.snapshot.establishment || isInBase(context)) return undefined;
  return nameOf(context, found, node)?.text;
}

/** The classes that the name of a niveau stands for, if it has any. */
function selectedClasses({ snapshot, localize }: Context, use: Occurrence): readonly string[] {
  if (!snapshot.establishment || !meaningOfOccurrence(snapshot, use).includes("niveaux")) return [];
  const classes = classesOfNiveau(establishmentOf(snapshot).value, use.name);
  return classes.length === 0 ? [] : [localize(message("Its classes: {0}", shortened(classes.join(", "))))];
}

function count(mentions: number): Message {
  if (mentions === 0) return message("mentioned nowhere");
  return mentions === 1 ? message("mentioned once") : message("mentioned {0} times", mentions);
}

/** PRONOTE's name of the key, and the documentation of its schema. */
function key(context: Context, { segments, on }: SchemaPath): readonly string[] {
  // An item has no documentation of its own: that of the list is shown.
  const segment = segments.findLast(({ pair }, index) => pair !== undefined || index === 0);
  const inner =
    on === "value"
      ? segments.findLast(({ schema, name: keyName }) => keyName !== undefined && schema.title)
      : segment;
  if (!inner) return [];
  const { schema } = inner;
  const title = schema.title ? [`**${context.localize(schema.title)}**`] : [];
  return [...title, ...describe(schema, context.localize, yearOf(context))];
}

/** The effective value if it is not only written here, and the other places where it is written. */
function effectiveValue(context: Context, schemaPath: SchemaPath): readonly string[] {
  const { snapshot, localize } = context;
  const path = namesOf(schemaPath);
  if (!snapshot.establishment || path.length === 0) return [];
  const here = schemaPath.segments.findLast(({ name: keyName }) => keyName !== undefined);
  const effective = effectiveAt(snapshot, path);
  if (effective?.kind === "map") return inheritedEntries(context, schemaPath, path, effective);
  const others = originsOf(snapshot, path).filter(({ at }) => at !== here?.node && isInView(context, at));
  if (others.length === 0) return [];
  const shown = text(effective);
  const lines = others.slice(0, MAX_LISTED).map((origin) => `- ${localize(originLine(context, origin))}`);
  // In a base, the effective value differs between establishments.
  const holds =
    shown === undefined || !isOwn(snapshot, schemaPath.node)
      ? []
      : [localize(message("In effect here: {0}", `\`${shown}\``))];
  return [[...holds, "", localize(message("Also written:")), ...lines].join("\n").trim()];
}

/** A value with the path and file where it is written. */
function originLine(context: Context, { value: written, at, path }: Origin): Message {
  return message(
    "{0} at {1}, {2}",
    `\`${isPrivateAt(context, at) ? "…" : (text(written) ?? "…")}\``,
    path.slice(0, -1).map(escaped).join(" › "),
    link(context, at),
  );
}

/** The entries that a named thing inherits from its `niveau`, its `comme` or a base. */
function inheritedEntries(
  context: Context,
  schemaPath: SchemaPath,
  path: readonly string[],
  effective: MapValue,
): readonly string[] {
  const segment = schemaPath.segments.at(-1);
  if (schemaPath.on !== "key" || !segment?.parent.declares) return [];
  const own = new Set<Span>(segment.node.kind === "map" ? segment.node.pairs.map((pair) => pair.key) : []);
  const lines = [...effective.entries.values()].flatMap((entry) => {
    if (own.has(entry.key) || !isInView(context, entry.key)) return [];
    const { value } = entry;
    const shown = value.kind === "map" ? [...value.entries.keys()].join(", ") : text(value);
    return shown === undefined || isPrivateAt(context, entry.key)
      ? []
      : [`- ${entry.name}: \`${shown}\`, ${link(context, entry.key)}`];
  });
  if (lines.length === 0) return [];
  const more =
    lines.length > MAX_LISTED
      ? [`- ${context.localize(message("and {0} more", lines.length - MAX_LISTED))}`]
      : [];
  return [
    [
      context.localize(message("Also holds for {0}:", escaped(path.at(-1) ?? ""))),
      "",
      ...lines.slice(0, MAX_LISTED),
      ...more,
    ].join("\n"),
  ];
}

/** A scalar or list on one line; `undefined` for maps. Secrets are hidden. */
function text(value: Value | undefined): string | undefined {
  if (value?.kind === "leaf") return shortened(value.schema.secret ? "…" : String(value.value));
  if (value?.kind === "removed") return "~";
  if (value?.kind !== "list") return undefined;
  return shortened(value.items.map((item) => text(item) ?? "…").join(", "));
}

function shortened(text: string): string {
  if (isPrivateText(text)) return "…";
  const line = text.replace(/\s+/g, " ").replace(/`/g, "'");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function isPrivateAt({ workspace }: Context, at: Span): boolean {
  return isOnPrivateLine(at, workspace.files.get(at.block.uri));
}

/** A Markdown link to a span, named by file and line. */
function link(context: Context, at: Span): string {
  const location = locationOf(context, at);
  if (!location) return escaped(shownPath(baseName(at.block.uri)));
  const line = location.range.start.line + 1;
  return `[${escaped(shownPath(baseName(at.block.uri)))}:${line}](${location.uri}#L${line})`;
}
