import { join } from "node:path";
import { expect, test } from "vitest";
import { ACADEMIE, folderWith, rentree } from "../support/cli.ts";

/** Loaded into the command line: printing fails with an error that quotes what is printed. */
const FAILING = `process.stdout.write = (text) => { throw new RangeError(\`cannot print "\${text}"\`); };`;

test("a fault of our own ends with 3, and tells where it happened, without texts of files", async () => {
  const folder = folderWith({ ...ACADEMIE, "failing.mjs": FAILING });
  const env = { NODE_OPTIONS: `--import ${join(folder, "failing.mjs")}` };
  const { code, out, err } = await rentree(folder, ["check"], { env });
  expect([code, out]).toEqual([3, ""]);
  const [first, second, error, ...frames] = err.trimEnd().split("\n");
  expect(first).toBe("This is a fault of rentree's own. Please report it with the lines below.");
  expect(second).toMatch(/^rentree \S+, Node v\S+, \S+$/);
  expect(error).toBe("RangeError: cannot print …");
  expect(frames.length).toBeGreaterThan(2);
  expect(frames.filter((line) => !/^ {4}at \S/.test(line))).toEqual([]);
  expect(err).not.toContain("martn");
});
