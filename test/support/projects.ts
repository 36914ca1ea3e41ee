/** A part of the tests: its name, and the pattern of its files. */
interface TestProject {
  readonly title: string;
  readonly include: readonly string[];
}

/** The projects other than `unit`, which has all remaining tests: every test file is in exactly one project. */
const SEPARATE = {
  property: { title: "properties", include: ["{client,server,schemas,test}/**/*.property.test.ts"] },
  corpus: { title: "corpora", include: ["test/corpus/*.test.ts"] },
  e2e: { title: "protocol and command line", include: ["test/e2e/*.test.ts"] },
  editors: { title: "other editors", include: ["test/editors/*.test.ts"] },
} satisfies Record<string, TestProject>;

/** The projects of vitest, in the order of `npm test`; `test/README.md` explains each of them. */
export const PROJECTS: { readonly [name in "unit" | keyof typeof SEPARATE]: TestProject } = {
  unit: { title: "unit tests", include: ["{client,server,schemas,test}/**/*.test.ts"] },
  ...SEPARATE,
};

/** Patterns of test files that are not unit tests. */
export const NOT_UNIT: readonly string[] = Object.values(SEPARATE).flatMap(({ include }) => include);
