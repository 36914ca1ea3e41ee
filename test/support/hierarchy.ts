import type { Context } from "../../server/src/features/context.ts";
import {
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from "../../server/src/features/hierarchy/call-hierarchy.ts";
import type { HierarchyItem } from "../../server/src/features/hierarchy/subject.ts";
import {
  prepareTypeHierarchy,
  subtypes,
  supertypes,
} from "../../server/src/features/hierarchy/type-hierarchy.ts";
import type { Range } from "../../server/src/syntax/positions.ts";
import { type Fixture, fixture } from "./fixture.ts";
import { places } from "./places.ts";

interface Below {
  readonly item: HierarchyItem;
  readonly ranges: readonly Range[];
}

type Ask = (context: Context, item: HierarchyItem) => readonly Below[];

const ASKED = {
  incoming: (context, item) =>
    (incomingCalls(context, { item }) ?? []).map(({ from, fromRanges }) => ({
      item: from as HierarchyItem,
      ranges: fromRanges,
    })),
  outgoing: (context, item) =>
    (outgoingCalls(context, { item }) ?? []).map(({ to, fromRanges }) => ({
      item: to as HierarchyItem,
      ranges: fromRanges,
    })),
  super: (context, item) => withoutRanges(supertypes(context, { item })),
  sub: (context, item) => withoutRanges(subtypes(context, { item })),
} satisfies Record<string, Ask>;

function withoutRanges(items: readonly object[] | null): readonly Below[] {
  return (items ?? []).map((item) => ({ item: item as HierarchyItem, ranges: [] }));
}

/**
 * The hierarchy at the cursor of a fixture, opened to a depth: a line for each item, indented by its depth, with the
 * places of its calls. The items of the last level may be asked for in another direction. `nothing` if there is none.
 */
export function hierarchy(source: string, direction: Direction, depth: number, last = direction): string {
  const target = fixture(source);
  const { context, position } = target;
  const isCall = direction === "incoming" || direction === "outgoing";
  const items = (isCall ? prepareCallHierarchy : prepareTypeHierarchy)(context, { position });
  const lines = (items ?? []).flatMap((item) => [
    lineOf(item as HierarchyItem, 0),
    ...linesBelow(target, item as HierarchyItem, { direction, depth, last }, 1),
  ]);
  return lines.join("\n") || "nothing";
}

type Direction = keyof typeof ASKED;

interface Wanted {
  readonly direction: Direction;
  readonly depth: number;
  readonly last: Direction;
}

function linesBelow(target: Fixture, item: HierarchyItem, wanted: Wanted, level: number): readonly string[] {
  if (level > wanted.depth) return [];
  const { workspace } = target;
  const file = workspace.files.get(item.data.uri);
  const [snapshot] = workspace.of(item.data.uri);
  if (!file || !snapshot) throw new Error(`no file ${item.data.uri}`);
  const direction = level === wanted.depth ? wanted.last : wanted.direction;
  return ASKED[direction]({ ...target.context, file, snapshot }, item).flatMap(({ item: one, ranges }) => {
    const uri = direction === "outgoing" ? item.uri : one.uri;
    const at = ranges.map((range) => places(target, [{ uri, range }]));
    return [
      `${lineOf(one, level)}${at.length > 0 ? ` <- ${at.join("; ")}` : ""}`,
      ...linesBelow(target, one, wanted, level + 1),
    ];
  });
}

function lineOf({ name, detail }: HierarchyItem, level: number): string {
  return `${"  ".repeat(level)}${name}${detail ? ` (${detail})` : ""}`;
}
