/** One part of the tests that vitest runs: where its files are, and what it is called in `npm test`. */
interface TestProject {
  readonly title: string;
  readonly include: readonly string[];
}

/** What is left of the tests when the other projects have taken theirs is `unit`: a test file is in one project, always. */
const APART = {
  property: { title: "properties", include: ["{client,server,schemas,test}/**/*.property.test.ts"] },
  corpus: { title: "corpora", include: ["test/corpus/*.test.ts"] },
  e2e: { title: "protocol and command line", include: ["test/e2e/*.test.ts"] },
} satisfies Record<string, TestProject>;

/** The projects of vitest, in the order in which `npm test` runs them; `test/README.md` says what each is for. */
export const PROJECTS: { readonly [name in "unit" | keyof typeof APART]: TestProject } = {
  unit: { title: "unit tests", include: ["{client,server,schemas,test}/**/*.test.ts"] },
  ...APART,
};

/** The files that are not unit tests although they match. */
export const NOT_UNIT: readonly string[] = Object.values(APART).flatMap(({ include }) => include);
