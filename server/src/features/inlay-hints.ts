import type { InlayHint, InlayHintLabelPart, Position, Range } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import { establishmentOf } from "../model/establishment.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import { shownPath } from "../syntax/private-names.ts";
import { lineAt } from "../syntax/surroundings.ts";
import type { ScalarNode } from "../syntax/tree.ts";
import { type Context, locationOf } from "./context.ts";
import { countOf, derivedIn, inheritedIn, nameOf, type UnwrittenValue } from "./unwritten.ts";
import { isInBase } from "./view.ts";
import { entriesIn, type VisibleEntry, type VisibleKey } from "./visible-entries.ts";

/** A hint, and how much it says that the line does not: where only one is shown, that with the smallest number. */
interface RankedHint {
  readonly hint: InlayHint;
  readonly rank: number;
}

/** A hint about values is about as long as this at most, in characters; what does not fit is counted. */
const MAX_LENGTH = 60;

/**
 * What holds on the lines of a range without being written there: values that are inherited or follow from others, the
 * people behind short names, how many classes a niveau stands for, what a code means. With `minimal`, at most one hint at
 * a line. Nothing in a base, whose heirs differ.
 */
export function inlayHints(context: Context, { range }: { readonly range: Range }): InlayHint[] {
  const { shown, snapshot, file } = context;
  if (shown.inlayHints === "off" || !snapshot.establishment || isInBase(context)) return [];
  const isMinimal = shown.inlayHints === "minimal";
  const derived = derivedIn(establishmentOf(snapshot).value);
  const found: RankedHint[] = [];
  for (const entry of entriesIn(file, range)) found.push(...hintsFor(context, entry, derived, isMinimal));
  return (isMinimal ? oneForEachLine(found) : found).map(({ hint }) => hint);
}

function* hintsFor(
  context: Context,
  entry: VisibleEntry,
  derived: ReturnType<typeof derivedIn>,
  isMinimal: boolean,
): Iterable<RankedHint> {
  const { file } = context;
  if (entry.kind === "scalar") {
    yield* hintsAt(context, entry.node, entry.schema.mentions?.kinds ?? [], countOf(context, entry));
    return;
  }
  const { pair, parent, path } = entry;
  const isThing = parent.declares !== undefined && !parent.properties.has(pair.key.text);
  const values = [
    ...(isThing || !isMinimal ? inheritedIn(context, entry) : []),
    ...(derived.get(path.join("\0")) ?? []),
  ];
  if (values.length > 0) yield { hint: valuesHint(context, entry, values), rank: 0 };
  const kinds = parent.mentions?.at === "key" ? parent.mentions.kinds : [];
  const isNamed = !parent.properties.has(pair.key.text);
  if (isNamed) yield* hintsAt(context, pair.key, kinds, countOf(context, entry), keyEnd(file, entry));
}

/** The hints about a name: how many things it stands for, or what is behind it. */
function* hintsAt(
  context: Context,
  node: ScalarNode,
  kinds: readonly string[],
  count: ReturnType<typeof countOf>,
  position: Position = rangeOf(context.file, node).end,
): Iterable<RankedHint> {
  const { localize } = context;
  if (count) yield { hint: { position, label: localize(count), paddingLeft: true }, rank: 1 };
  const name = count ? undefined : nameOf(context, kinds, node);
  if (name) yield { hint: { position, label: name.text, paddingLeft: true }, rank: name.isPerson ? 2 : 3 };
}

function keyEnd(file: File, { pair }: VisibleKey): Position {
  return rangeOf(file, pair.key).end;
}

/** Values at the end of the line, each linked to where it is written. */
function valuesHint(context: Context, { pair }: VisibleKey, values: readonly UnwrittenValue[]): InlayHint {
  const { line } = rangeOf(context.file, pair.key).start;
  const parts: InlayHintLabelPart[] = [];
  let length = 0;
  for (const [index, value] of values.entries()) {
    const text = `${index > 0 ? ", " : ""}${value.name}: ${value.text}`;
    length += text.length;
    if (index > 0 && length > MAX_LENGTH) {
      parts.push(moreOf(context, values.slice(index)));
      break;
    }
    parts.push(partOf(context, value, text));
  }
  return {
    position: { line, character: lineAt(context.file, line).trimEnd().length },
    label: parts,
    paddingLeft: true,
  };
}

function partOf(context: Context, value: UnwrittenValue, text: string): InlayHintLabelPart {
  const location = value.at && locationOf(context, value.at);
  const place = location && `${shownPath(baseName(location.uri))}:${location.range.start.line + 1}`;
  const tooltip = place ?? (value.from && context.localize(value.from));
  return { value: text, ...(location ? { location } : undefined), ...(tooltip ? { tooltip } : undefined) };
}

function moreOf({ localize }: Context, values: readonly UnwrittenValue[]): InlayHintLabelPart {
  return {
    value: localize(message(", and {0} more", values.length)),
    tooltip: values.map(({ name, text }) => `${name}: ${text}`).join("\n"),
  };
}

/** Of each line, the hint that says the most. */
function oneForEachLine(found: readonly RankedHint[]): readonly RankedHint[] {
  const best = new Map<number, RankedHint>();
  for (const one of found) {
    const { line } = one.hint.position;
    const known = best.get(line);
    if (!known || one.rank < known.rank) best.set(line, one);
  }
  return [...best.values()];
}
