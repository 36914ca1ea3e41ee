/** Code that makes a test depend on the speed of the machine. */
const FAULTS: readonly (readonly [fault: string, pattern: RegExp])[] = [
  ["reads a clock", /\b(?:performance|Date)\.now\(|\bhrtime\b/],
  ["has a limit of its own", /\b(?:testTimeout|hookTimeout|timeout): *[\d(]|\bsetConfig\(/],
  ["has a limit of its own", /^\}, \d[\d_]*\);$|^ +\d[\d_]*,\n\);$/m],
  ["waits a fixed time", /\bsetTimeout\([^,]+, *\d[\d_]{2,}|\bwaitForTimeout\(/],
];

/** Tests that compare times are in a project that is not run after each change. */
const COMPARES = /\bexpectLinear\(/;

/**
 * The parts of tests that depend on the speed of the machine. The maximum time to wait is defined in one place, by
 * `PATIENCE` and the configuration of vitest. `files` are the texts of tests by path.
 */
export function waitFaults(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([file, text]) => [
    ...FAULTS.filter(([, pattern]) => pattern.test(text)).map(([fault]) => `${file}: ${fault}`),
    ...(COMPARES.test(text) && !file.endsWith(".property.test.ts")
      ? [`${file}: compares times, and is no property`]
      : []),
  ]);
}
