import fc from "fast-check";
import { expect, test } from "vitest";
import { unifiedDiff } from "./diff.ts";

/** Applies a unified diff, as `patch` does. */
function patched(before: string, diff: string): string {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let at = 0;
  let after = "";
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [head = "", ...lines] =
      hunk.replace(/\n\\ No newline at end of file$/gm, "$").match(/[^\n]*\n/g) ?? [];
    const [, from = "", count] = /^@@ -(\d+)(?:,(\d+))? /.exec(head) ?? [];
    const start = Number(from) - (count === "0" ? 0 : 1);
    after += old.slice(at, start).join("");
    const text = (line: string) => line.slice(1).replace(/\$\n$/, "");
    const removed = lines.filter((line) => line[0] !== "+").map(text);
    expect(old.slice(start, start + removed.length)).toEqual(removed);
    after += lines
      .filter((line) => line[0] !== "-")
      .map(text)
      .join("");
    at = start + removed.length;
  }
  return after + old.slice(at).join("");
}

const text = fc
  .tuple(fc.array(fc.constantFrom("a", "b", "c", "d: 1", "", "é\r")), fc.boolean())
  .map(([lines, ended]) => lines.join("\n") + (ended && lines.length > 0 ? "\n" : ""));

test("applying the diff to the first text gives the second, for any two texts", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(patched(before, unifiedDiff("x", before, after))).toBe(after);
    }),
  );
});

test("the diff of equal texts is empty; of one changed line, it has one line removed and one added", () => {
  const lines = Array.from({ length: 100 }, (_, n) => `k${n}: ${n}`);
  const before = lines.join("\n");
  expect(unifiedDiff("x", before, before)).toBe("");
  const diff = unifiedDiff("x", before, before.replace("k50: 50", "k50: 51"));
  expect(diff.split("\n").filter((line) => /^[-+][^-+]/.test(line))).toEqual(["-k50: 50", "+k50: 51"]);
});

test("a diff may have as many lines as the largest file", () => {
  const lines = (mark: string) => `${mark}\n`.repeat(200_000);
  expect(unifiedDiff("x", lines("a"), lines("b"))).toHaveLength(
    "--- a/x\n+++ b/x\n@@ -1,200000 +1,200000 @@\n".length + 2 * 200_000 * "-a\n".length,
  );
});
