/** Nothing that is built or tested reads files outside of the repository, so that a clone is complete. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { climbingOut } from "./support/climbing.ts";
import { filesIn, textsOf } from "./support/sources.ts";

const ROOT = join(import.meta.dirname, "..");
const CODE = /\.(?:[cm]?[jt]s|json|html)$/;

/** Files with examples of source code, whose paths are not checked. */
const EXAMPLES =
  /^(?:test\/(?:paths\.test|architecture\.test|support\/climbing)|server\/scripts\/new-rule)\.ts$/;

const files = [...readdirSync(ROOT), ...filesIn("client", "schemas", "server", "test")].filter(
  (file) => CODE.test(file) && !EXAMPLES.test(file),
);

test("no file contains a path that leads out of the repository", () => {
  expect(files.length).toBeGreaterThan(500);
  const found = [...textsOf(files)].flatMap(([file, text]) =>
    climbingOut(text, file.split("/").length - 1).map((what) => `${file}: ${what}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['import { x } from "../../x.ts";', 1],
  ['import("../../../x.ts")', 2],
  ["// as in ../../beside/x", 1],
  ['new URL("../..", import.meta.url)', 1],
  ['new URL("../x", HERE)', 3],
  ['join(import.meta.dirname, "../../x")', 1],
  ['join(import.meta.dirname, "..", name, "..")', 1],
  ['join(\n  import.meta.dirname,\n  "..",\n  "..",\n)', 1],
  ['join(ROOT, "../x")', 2],
  ['join(ROOT, "a", "..", "..")', 2],
  ['resolve(process.cwd(), "..")', 2],
  ['join(fileURLToPath(import.meta.url), "../../x")', 2],
  ['join(dirname(fileURLToPath(import.meta.url)), "..", "x")', 2],
  ['join(require.resolve("x/package.json"), "../../y")', 2],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source that is judged
  ["`${ROOT}/../x`", 2],
])("a path out of the repository is found in %s, %i levels below the root", (source, depth) => {
  expect(climbingOut(source, depth)).not.toEqual([]);
});

test.each([
  ['import { x } from "../../x.ts";', 2],
  ['join(import.meta.dirname, "../..", name)', 2],
  ['new URL("../../schemas/", import.meta.url)', 2],
  ['join(createRequire(import.meta.url).resolve("x/package.json"), "../x")', 2],
  ['join(ROOT, "x..y", "...")', 0],
  ['[...names, "..."]', 0],
  ['"herite-de: ../base.pronote.yaml"', 1],
])("no such path is found in %s, %i levels below the root", (source, depth) => {
  expect(climbingOut(source, depth)).toEqual([]);
});
