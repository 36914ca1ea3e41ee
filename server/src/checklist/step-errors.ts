import { contributionFor } from "../analysis/newer-release.ts";
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
import { comparePositions } from "../syntax/positions.ts";
import type { Block, Span } from "../syntax/tree.ts";
import { type CoveredPart, coveredGroupsOf, partBelow } from "./coverage.ts";
import { NestedSpans } from "./nested-spans.ts";

/**
 * The errors of an establishment, by file and position, without those that are suppressed with a reason. `findings` are
 * those of the establishment; findings of single files are added.
 */
export function errorsOf(snapshot: Snapshot, findings: readonly Finding[]): readonly Finding[] {
  const files = [...snapshot.members, ...snapshot.bases];
  const found = [
    ...snapshot.members.flatMap((file) => contributionFor(file, () => snapshot).findings),
    ...snapshot.bases.flatMap((file) => contributionFor(file, () => undefined).findings),
    ...findings,
  ];
  const errors = found.filter(({ rule }) => rule.severity === "error");
  if (errors.length === 0) return errors;
  return files.flatMap((file) => {
    const own = inOrder(
      file,
      errors.filter(({ at }) => at.block.uri === file.uri),
    );
    const lineOf = (at: Span) => rangeOf(file, at).start.line;
    const scope = { lineOf, complete: false, today: snapshot.today };
    return own.length > 0 ? applySuppressions(suppressionsIn(file, ids), own, scope).remaining : own;
  });
}

/** Findings sorted by position: the first one is shown to the user. */
function inOrder(file: File, findings: readonly Finding[]): readonly Finding[] {
  const positioned = findings.map((finding) => ({ finding, start: rangeOf(file, finding.at).start }));
  positioned.sort((a, b) => comparePositions(a.start, b.start));
  return positioned.map(({ finding }) => finding);
}

const ids = new Set(ruleById.keys());

/** The errors that block an item: those in the values that it covers, and those of its own rules. */
export function errorsIn(item: ItemSpec, root: MapValue, errors: readonly Finding[]): readonly Finding[] {
  if (errors.length === 0) return errors;
  const blocks = blocksOf(errors);
  const spans = new NestedSpans(originsOf(item, root, blocks));
  return errors.filter(({ id, at }) => item.rules.includes(id) || spans.isNested(at));
}

const blocksOf = memo((errors: readonly Finding[]): ReadonlySet<Block> => {
  return new Set(errors.map(({ at }) => at.block));
});

/** The spans of the values that an item covers, in the blocks that have errors. */
function* originsOf(item: ItemSpec, root: MapValue, blocks: ReadonlySet<Block>): Generator<Span> {
  const origins = new ErrorIndex(blocks);
  for (const { path, each, part } of coveredGroupsOf(item)) {
    const { entry, last, broken } = reach(root, path);
    if (broken) yield* erroneousBlocksIn(broken);
    else if (entry && each) yield* origins.ofThings(entry, part);
    else if (entry) yield* origins.of(entry, part);
    // A value that could not be read may have contained it.
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
    yield* erroneousBlocksIn(value);
    for (const thing of thingsOf(entry)) if (isIn(thing, this.#blocks)) yield* this.of(thing, part);
  }

  *of({ key, value }: Entry, part: CoveredPart): Generator<Span> {
    if (this.#blocks.has(key.block)) yield key;
    if (value.kind !== "map") {
      if (this.#blocks.has(value.node.block)) yield value.node;
      if (value.kind === "list") for (const item of value.items) yield nodeOf(item);
      return;
    }
    yield* erroneousBlocksIn(value);
    for (const entry of value.entries.values()) {
      const below = partBelow(part, entry.name);
      if (below) yield* this.of(entry, below);
    }
  }
}

/** The blocks of a map that could not be parsed: errors in them may concern any of its values. */
function* erroneousBlocksIn(map: MapValue): Generator<Span> {
  if (!map.open) return;
  for (const { block } of map.nodes) {
    for (const candidate of [block, ...(block.children ?? [])]) {
      const { faults, other, length } = candidate;
      const isErroneous = faults.length > 0 || other !== undefined || length === 0;
      if (isErroneous) yield { block: candidate, line: 0, col: 0, endLine: Infinity, endCol: Infinity };
    }
  }
}

/** Whether a value of an entry is in one of these blocks. Cached for all items that cover the entry. */
function isIn(thing: Entry, blocks: ReadonlySet<Block>): boolean {
  const known = cacheOf(blocks);
  const result = known.get(thing) ?? [...blocks].some((block) => blocksIn(thing).has(block));
  known.set(thing, result);
  return result;
}

const cacheOf = memo((_blocks: ReadonlySet<Block>) => new WeakMap<Entry, boolean>());

const blocksIn = memo((thing: Entry): ReadonlySet<Block> => {
  const blocks = new Set<Block>([thing.key.block]);
  const walk = (value: Value): void => {
    if (value.kind === "map") {
      for (const span of erroneousBlocksIn(value)) blocks.add(span.block);
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
