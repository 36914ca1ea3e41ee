/**
 * The findings on `examples/`: none in the base and in the valid establishments, and exactly those of
 * `examples.expected.txt` in the one with planted faults. `vitest -u` writes that file anew; read the changes before
 * you commit them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localizerFor } from "../server/src/base/localize.ts";
import type { Message } from "../server/src/base/message.ts";
import type { Workspace } from "../server/src/model/workspace.ts";
import { newYearOf } from "../server/src/rollout/new-year.ts";
import type { Finding } from "../server/src/rules/api/rule.ts";
import { fileText, parseFile, rangeOf } from "../server/src/syntax/file.ts";
import type { Fix } from "../server/src/syntax/problem.ts";
import { applyTextEdits } from "../server/src/syntax/text-edits.ts";
import { stepsOf } from "./support/analysis.ts";
import { applied, findingsIn } from "./support/check.ts";
import { ROOT } from "./support/fixture.ts";
import { IMPORTED, importedExample } from "./support/import-example.ts";
import { workspaceOf } from "./support/workspace.ts";

const EXAMPLES = join(import.meta.dirname, "../examples");
const WRONG = "college-a-corriger/";

const workspace = workspaceOf(EXAMPLES);
const findings = findingsIn({ workspace });
const planted = findings.filter((one) => nameOf(one).startsWith(WRONG));
const english = localizerFor("en");
const french = localizerFor("fr");

test("the base and the valid establishments have no findings", () => {
  expect(findings.filter((one) => !planted.includes(one)).map(findingText)).toEqual([]);
});

test("in the next school year the valid establishments have no findings either", () => {
  const valid = workspace.snapshots.filter(({ folder }) => !folder.includes(`/${WRONG.slice(0, -1)}`));
  expect(valid.length).toBeGreaterThan(3);
  const edits = valid.flatMap((snapshot) => {
    const next = newYearOf(snapshot);
    return "text" in next ? [] : [...next.sure, ...next.days, ...next.names];
  });
  const files = [...workspace.files].map(([uri, file]) => {
    const own = edits.filter(({ at }) => at.block.uri === uri);
    const changes = own.map(({ at, newText }) => ({ range: rangeOf(file, at), newText }));
    return [uri, parseFile(uri, applyTextEdits(fileText(file), changes))] as const;
  });
  const after = findingsIn({ workspace: workspace.with(files) });
  expect(after.filter((one) => !nameOf(one).startsWith(WRONG)).map(findingText)).toEqual([]);
});

test("the establishment with planted faults has the expected findings", async () => {
  const text = planted.map(findingText).join("\n");
  await expect(text).toMatchFileSnapshot("examples.expected.txt");
});

test.each(["\r", "\r\n"])("lines that end with %j have the same findings at the same places", (end) => {
  const files = [...workspace.files].map(([uri, file]) => {
    const text = fileText(file).replaceAll("\n", end);
    return [uri, parseFile(uri, text)] as const;
  });
  const found = findingsIn({ workspace: workspace.with(files) });
  const places = (all: readonly Finding[], { files: texts }: Workspace) =>
    all.map(({ id, at }) => {
      const file = texts.get(at.block.uri);
      return [id, at.block.uri, file && rangeOf(file, at)];
    });
  expect(places(found, workspace.with(files))).toEqual(places(findings, workspace));
});

test("the planted faults are many, of many kinds, and each in its own place", () => {
  expect(planted.length).toBeGreaterThanOrEqual(30);
  expect(new Set(planted.map(({ id }) => id)).size).toBeGreaterThanOrEqual(25);
  expect(new Set(planted.map(placeOf)).size).toBe(planted.length);
});

describe("one fault is one finding: its fix removes it and causes no other", () => {
  const before = planted.map(keyOf);
  test.each(planted.filter(({ fixes }) => fixes?.length).map((one) => [placeOf(one), one] as const))(
    "%s",
    (_, one) => {
      const [fix] = one.fixes ?? [];
      if (!fix) throw new Error("no fix");
      const after = findingsIn({ workspace: afterFix(fix) }).map(keyOf);
      const left = [...before];
      left.splice(left.indexOf(keyOf(one)), 1);
      expect(after).toEqual(left);
    },
  );
});

test("the ticked steps of the collège are done, except where values changed since", () => {
  const college = workspace.of(`${ROOT}/college-des-tilleuls/etablissement.pronote.yaml`)[0];
  const states = new Map(college && stepsOf(college).map(({ item, state }) => [item.slug, state]));
  expect(states.get("creation-base")).toBe("done");
  expect(states.get("inscription-sms")).toBe("done");
  expect(states.get("dates-periodes")).toBe("to-redo");
  expect(states.get("classe-rattachement-ulis")).toBe("not-applicable");
});

test("the files from STSWEB are what an import of its export writes", () => {
  const written = importedExample();
  expect(readdirSync(IMPORTED).sort()).toEqual([...written.keys()].sort());
  for (const [name, text] of written) expect(readFileSync(join(IMPORTED, name), "utf8")).toBe(text);
});

/** A finding in the format of the file of expectations, on a few lines. */
function findingText(one: Finding): string {
  const { rule, message, fixes = [], related = [] } = one;
  return [
    `- ${rule.id}: ${rule.severity}`,
    `  at: ${placeOf(one)}`,
    `  text: ${JSON.stringify(quoteOf(one))}`,
    ...bothLanguages("  ", message),
    ...related.flatMap(({ at, message }) => [
      `  related: ${placeOf({ at })}`,
      ...bothLanguages("    ", message),
    ]),
    ...fixes.flatMap((fix) => [
      `  fix: ${fix.safety}`,
      ...bothLanguages("    ", fix.title),
      ...changed(fix).map((line) => `    becomes: ${JSON.stringify(line)}`),
    ]),
    "",
  ].join("\n");
}

function bothLanguages(indent: string, message: Message): readonly string[] {
  return [`${indent}en: ${english(message)}`, `${indent}fr: ${french(message)}`];
}

type Placed = Pick<Finding, "at">;

function nameOf({ at }: Placed): string {
  return at.block.uri.slice(ROOT.length + 1);
}

function placeOf(one: Placed): string {
  const file = workspace.files.get(one.at.block.uri);
  if (!file) throw new Error("a place in a file that is not there");
  const { line, character } = rangeOf(file, one.at).start;
  return `${nameOf(one)}:${line + 1}:${character + 1}`;
}

/** The marked text, with the line break if it continues on the next line. */
function quoteOf({ at }: Placed): string {
  const file = workspace.files.get(at.block.uri);
  if (!file) throw new Error("a place in a file that is not there");
  const { start, end } = rangeOf(file, at);
  const line = fileText(file).split("\n")[start.line] ?? "";
  return start.line === end.line ? line.slice(start.character, end.character) : line.slice(start.character);
}

/** Identifies a finding even if lines were moved. */
function keyOf({ id, message, at }: Finding): string {
  return `${id} in ${at.block.uri.slice(ROOT.length)}: ${english(message)}`;
}

/** The lines that a fix changes or adds, as they are afterwards. */
function changed(fix: Fix): readonly string[] {
  return [...applied({ workspace }, fix)].flatMap(([uri, text]) => {
    const file = workspace.files.get(uri);
    const before = file ? fileText(file).split("\n") : [];
    const after = text.split("\n");
    const first = after.findIndex((line, index) => line !== before[index]);
    if (first < 0) return after.length < before.length ? ["…"] : [];
    const same = after.toReversed().findIndex((line, index) => line !== before.at(-1 - index));
    return after.slice(first, Math.max(first, after.length - same));
  });
}

function afterFix(fix: Fix): Workspace {
  const texts = applied({ workspace }, fix);
  const touched = new Set(fix.edits.map(({ at }) => at.block.uri));
  return workspace.with([...touched].map((uri) => [uri, parseFile(uri, texts.get(uri) ?? "")]));
}
