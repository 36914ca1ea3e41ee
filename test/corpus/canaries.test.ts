import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findingsOf } from "../support/analysis.ts";
import { fixture } from "../support/fixture.ts";
import { printedBy } from "../support/printed.ts";
import { type Canary, canaries, nearMisses } from "./canaries.ts";
import { ANSWERS, OUTPUTS } from "./outputs.ts";

const PRIVATE = new Set(["secret-in-clear", "personal-data"]);
const planted = canaries();
const near = nearMisses();
const folder = mkdtempSync(join(tmpdir(), "rentree-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const [index, { text }] of planted.entries()) {
  mkdirSync(join(folder, `c${index}`));
  writeFileSync(join(folder, `c${index}`, "etablissement.pronote.yaml"), `${text}\n# fin  \n`);
}

/** The places of an output that show something of a canary. */
function shownIn(output: string, of: readonly Canary[] = planted): readonly string[] {
  const hidden = new Set(of.flatMap((one) => one.hidden));
  return [...hidden].flatMap((text) => {
    const at = output.indexOf(text);
    return at < 0 ? [] : [output.slice(Math.max(0, at - 80), at + text.length + 20)];
  });
}

/** Whether anything private is reported in a text. */
function isFound({ text }: Canary): boolean {
  const found = [...findingsOf(fixture(text).workspace).values()].flat();
  return found.some(({ id }) => PRIVATE.has(id));
}

test("personal data and secrets are found in every place and style", () => {
  expect(planted.length).toBeGreaterThan(200);
  const missed = planted.filter((one) => !isFound(one)).map(({ name }) => name);
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(planted.length * 0.05);
});

test("texts that only look similar are not reported", () => {
  expect(near.length).toBeGreaterThanOrEqual(200);
  expect(near.filter(isFound).map(({ name }) => name)).toEqual([]);
});

test.each(OUTPUTS.map((line) => [line.join(" "), line] as const))(
  "no canary is shown by %s",
  async (_, [name, ...args]) => {
    const output = await printedBy(folder, name, ...args);
    expect(output.length).toBeGreaterThan(0);
    expect(shownIn(output)).toEqual([]);
  },
);

test.each(Object.entries(ANSWERS))("no canary is shown by the answers of the server: %s", (_, answerOf) => {
  const shown = planted.flatMap((one) => {
    const { context } = fixture(one.text);
    const lines = one.text.split(/\r?\n/);
    const places = lines.flatMap((text, line) =>
      Array.from({ length: text.length + 1 }, (_, character) => ({ position: { line, character } })),
    );
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    return shownIn(JSON.stringify(answerOf({ context, places, range })) ?? "", [one]);
  });
  expect(shown).toEqual([]);
});
