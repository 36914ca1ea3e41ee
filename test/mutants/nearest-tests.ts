import { posix } from "node:path";
import { parseSync } from "oxc-parser";

/** The files that import each file at run time. Type-only imports do not count. */
export function importersOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const [file, text] of texts) {
    for (const imported of importsIn(file, text)) {
      if (texts.has(imported)) importers.set(imported, [...(importers.get(imported) ?? []), file]);
    }
  }
  return importers;
}

function importsIn(file: string, text: string): readonly string[] {
  const { staticImports, staticExports } = parseSync(file, text).module;
  const targets = [
    ...staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest && !isType ? [moduleRequest.value] : [])),
    ),
  ];
  return [...new Set(targets)]
    .filter((target) => target.startsWith("."))
    .map((target) => posix.join(posix.dirname(file), target));
}

/**
 * The tests that load a source file, the nearest first: the one beside it, then by the number of imports in between, then
 * those of the same folder. That near tests notice a mutant shows that a part is tested by its own tests.
 */
export function nearestTests(
  source: string,
  importers: ReadonlyMap<string, readonly string[]>,
  tests: ReadonlySet<string>,
): readonly string[] {
  const distances = distancesFrom(source, importers);
  const beside = source.replace(/\.ts$/, ".test.ts");
  const rank = (test: string): readonly number[] => [
    test === beside ? 0 : 1,
    distances.get(test) ?? 0,
    posix.dirname(test) === posix.dirname(source) ? 0 : 1,
  ];
  return [...distances.keys()]
    .filter((file) => tests.has(file))
    .sort((a, b) => compare(rank(a), rank(b)) || (a < b ? -1 : 1));
}

/** The number of imports between a file and each file that loads it. */
function distancesFrom(
  source: string,
  importers: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const distances = new Map([[source, 0]]);
  // Iterating over a map includes the entries that are added meanwhile.
  for (const [file, distance] of distances) {
    for (const importer of importers.get(file) ?? [])
      if (!distances.has(importer)) distances.set(importer, distance + 1);
  }
  return distances;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
