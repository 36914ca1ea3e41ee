import type { Hover } from "vscode-languageserver-types";
import { type Message, message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import { effectiveAt, type Origin, originsOf } from "../model/origins.ts";
import { isOwn } from "../model/snapshot.ts";
import { type Occurrence, occurrenceAt, occurrencesOf } from "../model/symbols.ts";
import { describe, escaped, kindsTitle, meaningOf, plainText, thingTitle } from "../schema/describe.ts";
import { kinds } from "../schema/kinds.ts";
import { namesOf, type SchemaPath, schemaPathAt } from "../schema/locate.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Position } from "../syntax/positions.ts";
import type { Span } from "../syntax/tree.ts";
import { type AtPosition, type Context, locationOf } from "./context.ts";
import { yearOf } from "./year.ts";

/** Things are taken over in number; more of them are counted. */
const MOST = 8;

/** What stands at a place: what this value means first, then its key, then what holds and where that comes from. */
export function hover(context: Context, { position }: AtPosition): Hover | null {
  const standing = schemaPathAt(context.file, position);
  if (!standing) return null;
  const parts = [
    ...value(context, standing, position),
    ...key(context, standing),
    ...effect(context, standing),
  ];
  if (parts.length === 0) return null;
  const text = parts.join("\n\n");
  const contents = context.client.hoverMarkdown
    ? { kind: "markdown" as const, value: text }
    : { kind: "plaintext" as const, value: plainText(text) };
  return { contents, range: rangeOf(context.file, standing.node) };
}

/** A name with what it names; a value with its meaning. */
function value(context: Context, { node, segments, on }: SchemaPath, position: Position): readonly string[] {
  const use = occurrenceAt(context.file, node, position);
  if (use) return [name(context, use)];
  const { schema } = segments.at(-1) ?? {};
  if (on === "key" || node.kind !== "scalar" || !schema) return [];
  const [title, more] = meaningOf(schema, node.text);
  if (!title) return [];
  const meaning = message("{0}: {1}", `**${escaped(node.text)}**`, title);
  return [context.localize(meaning), ...(more ? [context.localize(more)] : [])];
}

function name(context: Context, use: Occurrence): string {
  const { workspace, snapshot, localize } = context;
  const { kinds: found, uses } = occurrencesOf(workspace, snapshot, use);
  const declared = uses.filter(({ declares }) => declares);
  const given = found.find((kind) => kinds.get(kind)?.predeclared.has(use.name));
  const bold = `**${escaped(use.name)}**`;
  const [first] = declared;
  if (!first && !given) return localize(message("{0}: not declared among {1}", bold, kindsTitle(found)));
  const title = thingTitle(first?.kinds[0] ?? given ?? "");
  const places = declared.slice(0, 3).map(({ at }) => link(context, at));
  const mentions = uses.filter(({ declares }) => !declares).length;
  const where =
    places.length > 0
      ? message("declared in {0}", places.join(", "))
      : message("PRONOTE has it from the start");
  return localize(message("{0}: {1}, {2}; {3}", bold, title, where, count(mentions)));
}

function count(mentions: number): Message {
  if (mentions === 0) return message("mentioned nowhere");
  return mentions === 1 ? message("mentioned once") : message("mentioned {0} times", mentions);
}

/** The key, by the name that PRONOTE shows, and all that the schema says of it. */
function key(context: Context, { segments, on }: SchemaPath): readonly string[] {
  // On an item, what is said of items is what is said of the list.
  const rung = segments.findLast(({ pair }, index) => pair !== undefined || index === 0);
  const inner =
    on === "value" ? segments.findLast(({ schema, name: one }) => one !== undefined && schema.title) : rung;
  if (!inner) return [];
  const { schema } = inner;
  const title = schema.title ? [`**${context.localize(schema.title)}**`] : [];
  return [...title, ...describe(schema, context.localize, yearOf(context))];
}

/** What holds, where that is not what is written here; and what else is written about it. */
function effect(context: Context, standing: SchemaPath): readonly string[] {
  const { snapshot, localize } = context;
  const path = namesOf(standing);
  if (!snapshot.establishment || path.length === 0) return [];
  const here = standing.segments.findLast(({ name: one }) => one !== undefined);
  const now = effectiveAt(snapshot, path);
  if (now?.kind === "map") return takenOver(context, standing, path, now);
  const others = originsOf(snapshot, path).filter(({ at }) => at !== here?.node);
  if (others.length === 0) return [];
  const shown = text(now);
  const lines = others.slice(0, MOST).map((origin) => `- ${localize(said(context, origin))}`);
  // Of a base, what holds is another thing in each establishment.
  const holds =
    shown === undefined || !isOwn(snapshot, standing.node)
      ? []
      : [localize(message("In effect here: {0}", `\`${shown}\``))];
  return [[...holds, "", localize(message("Also written:")), ...lines].join("\n").trim()];
}

function said(context: Context, { value: one, at, path }: Origin): Message {
  return message(
    "{0} at {1}, {2}",
    `\`${text(one) ?? "…"}\``,
    path.slice(0, -1).map(escaped).join(" › "),
    link(context, at),
  );
}

/** What a named thing has from its niveau, its `comme` or a base, without writing it itself. */
function takenOver(
  context: Context,
  standing: SchemaPath,
  path: readonly string[],
  now: MapValue,
): readonly string[] {
  const rung = standing.segments.at(-1);
  if (standing.on !== "key" || !rung?.holder.declares) return [];
  const own = new Set<Span>(rung.node.kind === "map" ? rung.node.pairs.map((pair) => pair.key) : []);
  const lines = [...now.entries.values()].flatMap((entry) => {
    if (own.has(entry.key)) return [];
    const one = entry.value;
    const shown = one.kind === "map" ? [...one.entries.keys()].join(", ") : text(one);
    return shown === undefined ? [] : [`- ${entry.name}: \`${shown}\`, ${link(context, entry.key)}`];
  });
  if (lines.length === 0) return [];
  const more =
    lines.length > MOST ? [`- ${context.localize(message("and {0} more", lines.length - MOST))}`] : [];
  return [
    [
      context.localize(message("Also holds for {0}:", escaped(path.at(-1) ?? ""))),
      "",
      ...lines.slice(0, MOST),
      ...more,
    ].join("\n"),
  ];
}

/** A value in one line; nothing for what has none. */
function text(value: Value | undefined): string | undefined {
  if (value?.kind === "leaf") return shortened(value.schema.secret ? "…" : String(value.value));
  if (value?.kind === "removed") return "~";
  if (value?.kind !== "list") return undefined;
  return shortened(value.items.map((item) => text(item) ?? "…").join(", "));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(/`/g, "'");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** A place as people name it, to be clicked. */
function link(context: Context, at: Span): string {
  const place = locationOf(context, at);
  if (!place) return escaped(baseName(at.block.uri));
  const line = place.range.start.line + 1;
  return `[${escaped(baseName(at.block.uri))}:${line}](${place.uri}#L${line})`;
}
