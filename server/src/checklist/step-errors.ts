import { fileFindings } from "../analysis/file-findings.ts";
import { applySuppressions, suppressionsIn } from "../analysis/suppress.ts";
import { memo } from "../base/memo.ts";
import { nodeOf } from "../model/merge.ts";
import { reach, thingsOf } from "../model/reach.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Finding } from "../rules/api/rule.ts";
import { ruleById } from "../rules/index.ts";
import type { ItemSpec } from "../schema/checklist.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import { comparePositions, containsSpan } from "../syntax/positions.ts";
import type { Block, Span } from "../syntax/tree.ts";
import { type CoveredPart, coveredGroupsOf, partBelow } from "./coverage.ts";

/** The errors in an establishment, of which `findings` was found; without those that a comment silences with a reason. */
export function errorsOf(snapshot: Snapshot, findings: readonly Finding[]): readonly Finding[] {
  const files = [...snapshot.members, ...snapshot.bases];
  const found = [...files.flatMap(fileFindings), ...findings];
  const errors = found.filter(({ rule }) => rule.severity === "error");
  if (errors.length === 0) return errors;
  return files.flatMap((file) => {
    const own = inOrder(
      file,
      errors.filter(({ at }) => at.block.uri === file.uri),
    );
    const lineOf = (at: Span) => rangeOf(file, at).start.line;
    return own.length > 0 ? applySuppressions(suppressionsIn(file, ids), own, lineOf, false).remaining : own;
  });
}

/** Findings in the order of the text: the first of them is what people are told. */
function inOrder(file: File, findings: readonly Finding[]): readonly Finding[] {
  const placed = findings.map((finding) => ({ finding, start: rangeOf(file, finding.at).start }));
  placed.sort((a, b) => comparePositions(a.start, b.start));
  return placed.map(({ finding }) => finding);
}

const ids = new Set(ruleById.keys());

/** The errors that block an item: those that stand in what it covers, and those of its own rules. */
export function errorsIn(item: ItemSpec, root: MapValue, errors: readonly Finding[]): readonly Finding[] {
  if (errors.length === 0) return errors;
  const blocks = blocksOf(errors);
  const spans = byBlock(originsOf(item, root, blocks));
  return errors.filter(
    ({ id, at }) => item.rules.includes(id) || spans.get(at.block)?.some((span) => holds(span, at)),
  );
}

function byBlock(spans: Iterable<Span>): ReadonlyMap<Block, readonly Span[]> {
  const blocks = new Map<Block, Span[]>();
  for (const span of spans) {
    const same = blocks.get(span.block);
    if (same) same.push(span);
    else blocks.set(span.block, [span]);
  }
  return blocks;
}

const blocksOf = memo((errors: readonly Finding[]): ReadonlySet<Block> => {
  return new Set(errors.map(({ at }) => at.block));
});

/** The texts from which what an item covers comes, in the blocks in which there are errors. */
function* originsOf(item: ItemSpec, root: MapValue, blocks: ReadonlySet<Block>): Generator<Span> {
  const origins = new ErrorIndex(blocks);
  for (const { path, each, part } of coveredGroupsOf(item)) {
    const { entry, last, broken } = reach(root, path);
    if (broken) yield* brokenIn(broken);
    else if (entry && each) yield* origins.ofThings(entry, part);
    else if (entry) yield* origins.of(entry, part);
    // What cannot be understood may have held it.
    else if (last?.value.kind === "unknown") yield* origins.of(last, part);
  }
}

class ErrorIndex {
  readonly #blocks: ReadonlySet<Block>;

  constructor(blocks: ReadonlySet<Block>) {
    this.#blocks = blocks;
  }

  *ofThings(entry: Entry, part: CoveredPart): Generator<Span> {
    const value = entry.value;
    if (value.kind !== "map") {
      yield* this.of(entry, part);
      return;
    }
    yield entry.key;
    yield* brokenIn(value);
    for (const thing of thingsOf(entry)) if (meets(thing, this.#blocks)) yield* this.of(thing, part);
  }

  *of({ key, value }: Entry, part: CoveredPart): Generator<Span> {
    if (this.#blocks.has(key.block)) yield key;
    if (value.kind !== "map") {
      if (this.#blocks.has(value.node.block)) yield value.node;
      if (value.kind === "list") for (const item of value.items) yield nodeOf(item);
      return;
    }
    yield* brokenIn(value);
    for (const entry of value.entries.values()) {
      const below = partBelow(part, entry.name);
      if (below) yield* this.of(entry, below);
    }
  }
}

/** The blocks below a map that could not be read: whatever is wrong in them may be about what is looked for. */
function* brokenIn(map: MapValue): Generator<Span> {
  if (!map.open) return;
  for (const { block } of map.nodes) {
    for (const one of [block, ...(block.children ?? [])]) {
      const isBroken = one.faults.length > 0 || one.other !== undefined || one.length === 0;
      if (isBroken) yield { block: one, line: 0, col: 0, endLine: Infinity, endCol: Infinity };
    }
  }
}

/** Whether any text from which a thing comes stands in one of these blocks; asked once for all items that cover it. */
function meets(thing: Entry, blocks: ReadonlySet<Block>): boolean {
  const known = metBy(blocks);
  const met = known.get(thing) ?? [...blocks].some((block) => blocksIn(thing).has(block));
  known.set(thing, met);
  return met;
}

const metBy = memo((_blocks: ReadonlySet<Block>) => new WeakMap<Entry, boolean>());

const blocksIn = memo((thing: Entry): ReadonlySet<Block> => {
  const blocks = new Set<Block>([thing.key.block]);
  const walk = (value: Value): void => {
    if (value.kind === "map") {
      for (const span of brokenIn(value)) blocks.add(span.block);
      for (const entry of value.entries.values()) {
        blocks.add(entry.key.block);
        walk(entry.value);
      }
      return;
    }
    blocks.add(value.node.block);
    if (value.kind === "list") for (const item of value.items) walk(item);
  };
  walk(thing.value);
  return blocks;
});

/** Whether one of two places in a block holds the other. */
function holds(one: Span, other: Span): boolean {
  return one.block === other.block && (containsSpan(one, other) || containsSpan(other, one));
}
