/** What a test says that makes it depend on how fast a machine is. */
const FAULTS: readonly (readonly [fault: string, pattern: RegExp])[] = [
  ["reads a clock", /\b(?:performance|Date)\.now\(|\bhrtime\b/],
  ["has a limit of its own", /\b(?:testTimeout|hookTimeout|timeout): *[\d(]|\bsetConfig\(/],
  ["has a limit of its own", /^\}, \d[\d_]*\);$|^ +\d[\d_]*,\n\);$/m],
  ["waits a fixed time", /\bsetTimeout\([^,]+, *\d[\d_]{2,}|\bwaitForTimeout\(/],
];

/** A test that compares times belongs to those that are not run after each change. */
const COMPARES = /\bexpectLinear\(/;

/**
 * What in tests depends on the speed of a machine. How long tests wait at most is said in one place, by `PATIENCE` and the
 * configuration of vitest. `files` are the texts of tests by their paths.
 */
export function waitFaults(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) => [
    ...FAULTS.filter(([, pattern]) => pattern.test(text)).map(([fault]) => `${file}: ${fault}`),
    ...(COMPARES.test(text) && !file.endsWith(".property.test.ts")
      ? [`${file}: compares times, and is no property`]
      : []),
  ]);
}
