/**
 * YAML from elsewhere: it is read without exceptions and returned unchanged. `npm run fuzz` measures the time; here
 * only the time limit of a test ends an endless loop.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { isMap, parseAllDocuments } from "yaml";
import { fileFindings } from "../../server/src/analysis/file-findings.ts";
import { CONFIGURATION } from "../../server/src/model/layout.ts";
import { Workspace } from "../../server/src/model/workspace.ts";
import { fileText, parseFile } from "../../server/src/syntax/file.ts";
import { stay } from "../fuzz/foreign.ts";
import { Replay } from "../fuzz/history.ts";
import { findingsOf } from "../support/analysis.ts";
import { dice } from "./dice.ts";
import { corpora, type ForeignText, leftOut, yamlTestSuite } from "./foreign.ts";

const SEED = Number(process.env["SEED"] ?? 20260825);
const FOLDER = "file:///etablissement";
const OURS = `${FOLDER}/etablissement.pronote.yaml`;

process.stdout.write(leftOut);

test.each([...corpora])("%s: nothing throws, no text is lost", (_, texts) => {
  for (const { name } of texts) expect(CONFIGURATION.test(`${FOLDER}/${name}`), name).toBe(false);
  expect(texts.flatMap(troubleWith)).toEqual([]);
});

const MOST_BYTES = 200_000_000;
const EDITS_OF_EACH = 6;

test.each([...corpora])(
  "%s: opened, edited at random and closed, nothing throws, nothing stays",
  (_, texts) => {
    const replay = new Replay({});
    const before = bytesInUse();
    const troubles = texts.flatMap(({ name, text }, index) => {
      const { trouble } = stay(replay, text, EDITS_OF_EACH, dice(SEED + index));
      return trouble === undefined ? [] : [`${name}: ${trouble}`];
    });
    expect(troubles).toEqual([]);
    expect(replay.workspace.files.size).toBe(0);
    expect(bytesInUse() - before).toBeLessThan(MOST_BYTES);
  },
);

function bytesInUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

/**
 * Valid YAML that nobody writes in configurations: tags of their own, anchors named like keys (`*a:`), keys without a name or with
 * two colons.
 */
const REFUSED = [
  ...["2JQS", "2SXE", "565N", "6M2F", "7FWL", "8CWC", "CUP7", "FRK4", "M5C3", "NHX8", "S3PD", "UKK6", "W5VH"],
  "Z67P",
];

test("the test suite of YAML: what YAML accepts as a map, we do", () => {
  expect(yamlTestSuite.length).toBeGreaterThan(400);
  const refused = yamlTestSuite.filter(
    (one) =>
      isValidMap(one) && fileFindings(parseFile(OURS, one.text)).some(({ id }) => id === "yaml-syntax"),
  );
  expect(refused.map(({ name }) => name.slice(-9, -5))).toEqual(REFUSED);
});

/** Whether a text is a single document of valid YAML, with a map as its root. */
function isValidMap({ text, fail }: (typeof yamlTestSuite)[number]): boolean {
  const [document, ...others] = [...parseAllDocuments(text, { uniqueKeys: false })];
  return !fail && others.length === 0 && isMap(document?.contents) && document.errors.length === 0;
}

/** What went wrong when a text was read and checked as a file of an establishment. */
function troubleWith({ name, text }: ForeignText): readonly string[] {
  try {
    const file = parseFile(OURS, text);
    const workspace = Workspace.empty([FOLDER], "2026-08-25").with([[OURS, file]]);
    findingsOf(workspace);
    const isKept = file.unreadable || fileText(file) === text.replace(/^\uFEFF/, "");
    return isKept ? [] : [`${name}: another text`];
  } catch (error) {
    return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
