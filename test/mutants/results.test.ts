import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Results } from "./results.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mutants-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const path = () => join(folder, "deep/results.jsonl");
const KILLED = { key: "k", status: "killed", judges: "j", by: "a.test.ts" } as const;

test("what is known is known to the next run", () => {
  Results.read(path(), false).add(KILLED);
  expect(Results.read(path(), false).of("k", () => "j")).toEqual(KILLED);
  expect(Results.read(path(), false).of("other", () => "j")).toBeUndefined();
});

test("what other tests judged is not known", () => {
  Results.read(path(), false).add(KILLED);
  expect(Results.read(path(), false).of("k", () => "others")).toBeUndefined();
});

test("the last result holds, and is kept alone", () => {
  const results = Results.read(path(), false);
  results.add(KILLED);
  results.add({ key: "k", status: "survived", judges: "i" });
  expect(results.of("k", () => "j")).toBeUndefined();
  expect(Results.read(path(), false).of("k", () => "i")).toMatchObject({ status: "survived" });
  expect(readFileSync(path(), "utf8").trim().split("\n")).toHaveLength(1);
});

test("a line that was cut off, or says something else, is left out", () => {
  const results = Results.read(path(), false);
  results.add(KILLED);
  appendFileSync(path(), '[]\n7\nnull\n{"key":"x"}\n{"key":"y","status":"kil');
  const again = Results.read(path(), false);
  expect(again.of("k", () => "j")).toEqual(KILLED);
  again.add({ ...KILLED, key: "z" });
  expect(Results.read(path(), false).of("z", () => "j")).toMatchObject({ key: "z" });
});

test("a fresh run knows nothing", () => {
  Results.read(path(), false).add(KILLED);
  expect(Results.read(path(), true).of("k", () => "j")).toBeUndefined();
  expect(Results.read(path(), false).of("k", () => "j")).toBeUndefined();
});
