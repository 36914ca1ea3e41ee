import { expect } from "vitest";
import type { Finding } from "../../server/src/rules/api/rule.ts";
import { offsetAt } from "../../server/src/syntax/change.ts";
import { type File, fileText, rangeOf } from "../../server/src/syntax/file.ts";
import { comparePositions } from "../../server/src/syntax/positions.ts";
import type { Edit, Fix } from "../../server/src/syntax/problem.ts";
import { findingsOf } from "./analysis.ts";
import { type Fixture, fixture } from "./fixture.ts";

interface Named {
  readonly id: string;
}

/** Checks that a rule reports exactly the findings that the fixture expects in `# ^^^ message` lines. */
export function checkRule(rule: Named, source: string, today?: string): void {
  const fixed = fixture(source, "en", today);
  const actual = findingsIn(fixed)
    .filter(({ id }) => id === rule.id)
    .map((finding) => located(fixed, finding));
  expect(actual).toEqual(fixed.expected);
}

/** Checks that the findings of all rules are those that the fixture expects in `# ^^^ id: message` lines. */
export function checkFindings(source: string, today?: string): void {
  const fixed = fixture(source, "en", today);
  const actual = findingsIn(fixed).map((finding) => {
    const place = located(fixed, finding);
    return { ...place, text: `${finding.id}: ${place.text}` };
  });
  expect(actual).toEqual(fixed.expected);
}

/** Applies fix number `nth` of the rule's first finding, and compares the whole file. */
export function checkFix(rule: Named, before: string, after: string, nth = 0): void {
  const fixed = fixture(before);
  const finding = findingsIn(fixed).find(({ id }) => id === rule.id);
  const fix = finding?.fixes?.[nth];
  if (!fix) throw new Error(`${rule.id} offers no fix ${nth}`);
  const expected = fixture(after).texts;
  for (const [uri, text] of applied(fixed, fix)) expect(text).toBe(expected.get(uri));
}

/** All findings of a fixture, in the order of files and text. */
export function findingsIn({ workspace }: Pick<Fixture, "workspace">): readonly Finding[] {
  return [...findingsOf(workspace)].flatMap(([uri, list]) => {
    const file = workspace.files.get(uri);
    return file ? [...list].sort((a, b) => order(file, a, b)) : [];
  });
}

/** The texts of all files after a fix. */
export function applied({ workspace }: Pick<Fixture, "workspace">, fix: Fix): ReadonlyMap<string, string> {
  const texts = new Map([...workspace.files].map(([uri, file]) => [uri, fileText(file)]));
  const edits = [...fix.edits].sort((a, b) => -orderOfEdits(workspace.files, a, b));
  for (const { at, newText } of edits) {
    const file = workspace.files.get(at.block.uri);
    const text = texts.get(at.block.uri);
    if (!file || text === undefined) throw new Error("a fix for a file that is not there");
    const { start, end } = rangeOf(file, at);
    const from = offsetAt(text, start.line, start.character);
    texts.set(
      at.block.uri,
      text.slice(0, from) + newText + text.slice(offsetAt(text, end.line, end.character)),
    );
  }
  return texts;
}

function located({ workspace, context }: Fixture, { at, message }: Finding) {
  const file = workspace.files.get(at.block.uri);
  if (!file) throw new Error("a finding in a file that is not there");
  const { start, end } = rangeOf(file, at);
  return {
    uri: file.uri,
    line: start.line,
    from: start.character,
    to: end.line === start.line ? end.character : start.character + 1,
    text: context.localize(message),
  };
}

function order(file: File, a: Pick<Finding, "at">, b: Pick<Finding, "at">): number {
  return comparePositions(rangeOf(file, a.at).start, rangeOf(file, b.at).start);
}

function orderOfEdits(files: ReadonlyMap<string, File>, a: Edit, b: Edit): number {
  const one = files.get(a.at.block.uri);
  const other = files.get(b.at.block.uri);
  if (!one || one !== other) return 0;
  return order(one, a, b);
}
