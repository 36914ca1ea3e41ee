/** Generated valid establishments of all kinds have no findings. */
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { localizerFor } from "../../server/src/base/localize.ts";
import { rootSchema } from "../../server/src/schema/schema.ts";
import { rangeOf } from "../../server/src/syntax/file.ts";
import { findingsIn } from "../support/check.ts";
import { type CorpusEstablishment, establishmentOf, workspaceWith } from "./establishment.ts";

const COUNT = Number(process.env["RENTREE_CORPUS"] ?? 300);
const localize = localizerFor("en");

test(`${COUNT} valid establishments have no finding of any severity`, () => {
  const found: string[] = [];
  for (let seed = 1; seed <= COUNT; seed++) found.push(...unexpected(establishmentOf(seed)));
  process.stdout.write(`good corpus: ${COUNT} establishments, ${found.length} findings\n`);
  expect(found.slice(0, 20)).toEqual([]);
});

test("the generated establishments use every section, and other YAML parsers accept them", () => {
  const sections = new Set<string>();
  for (let seed = 1; seed <= COUNT; seed++) {
    for (const { uri, text, content: findings } of establishmentOf(seed).files) {
      for (const section of Object.keys(findings)) sections.add(section);
      expect(parseDocument(text, { merge: true }).errors, `${seed} ${uri}`).toEqual([]);
    }
  }
  // What a list of PRONOTE calls otherwise: known only once a list was compared.
  sections.add("correspondances");
  expect([...rootSchema.properties.keys()].filter((section) => !sections.has(section))).toEqual([]);
});

/** The findings on an establishment, except the hint at the first `<<` of a file. */
function unexpected({ seed, files }: CorpusEstablishment): readonly string[] {
  const workspace = workspaceWith(files.map(({ uri, text }) => [uri, text]));
  const findings = findingsIn({ workspace }).filter(({ id }) => id !== "merge-key");
  const hints = findingsIn({ workspace }).filter(({ id }) => id === "merge-key");
  const merging = new Set(files.filter(({ merges }) => merges.length > 0).map(({ uri }) => uri));
  const wrong = hints.filter(({ at }) => !merging.delete(at.block.uri));
  return [
    ...wrong.map(({ at }) => `${seed} ${at.block.uri}: more than one hint on merge keys`),
    ...findings.map(({ id, at, message }) => {
      const file = workspace.files.get(at.block.uri);
      const line = file ? rangeOf(file, at).start.line + 1 : 0;
      return `${seed} ${at.block.uri.slice(17)}:${line} ${id}: ${localize(message)}`;
    }),
  ];
}
