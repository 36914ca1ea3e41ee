import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";
import { forbiddenImports, importsOf, rulesWithMemory } from "./support/layers.ts";

const ROOT = join(import.meta.dirname, "..");
const files = new Map([...sources("server/src"), ...sources("client/src")]);

test("arrows go down, never up", () => {
  expect(files.size).toBeGreaterThan(300);
  expect(forbiddenImports(files)).toEqual([]);
});

test("no rule keeps anything from one check to the next", () => {
  expect(rulesWithMemory(files)).toEqual([]);
});

test("nothing is exported again", () => {
  const again = [...files].filter(([, text]) => /^export (?:type )?(?:\*|\{[^}]*\}) from /m.test(text));
  expect(again.map(([file]) => file)).toEqual([]);
});

test("the server's root holds folders only, and no folder more than 150 files", () => {
  const folders = readdirSync(join(ROOT, "server/src"), { recursive: true, withFileTypes: true });
  expect(folders.filter((entry) => entry.isFile() && entry.parentPath === join(ROOT, "server/src"))).toEqual(
    [],
  );
  const sizes = new Map<string, number>();
  for (const { parentPath } of folders.filter((entry) => entry.isFile()))
    sizes.set(parentPath, (sizes.get(parentPath) ?? 0) + 1);
  expect([...sizes].filter(([, size]) => size > 150)).toEqual([]);
});

test.each([
  ["syntax/a.ts", 'import { b } from "../schema/b.ts";', "schema is above syntax"],
  ["syntax/a.ts", 'import type { B } from "../schema/b.ts";', "schema is above syntax"],
  ["syntax/a.ts", 'const b = await import("../schema/b.ts");', "schema is above syntax"],
  ["schema/a.ts", 'import {\n  b,\n  c,\n} from "../cli/report/b.ts";', "cli is above schema"],
  ["rules/people/a.ts", 'import { b } from "../network/b.ts";', "families of rules know nothing"],
  ["rules/people/a.ts", 'import { b } from "../index.ts";', "rules is above rules/<family>"],
  ["rules/people/a.ts", 'import { b } from "../../analysis/b.ts";', "analysis is above"],
  ["rules/people/a.ts", 'import { memo } from "../../base/memo.ts";', "a rule keeps nothing"],
  ["rules/api/a.ts", 'import { b } from "../shared/b.ts";', "rules/shared is above rules/api"],
  ["features/a.ts", 'import { b } from "vscode-languageserver-protocol";', "as a value"],
  ["features/a.ts", 'import { type B, c } from "vscode-languageserver-protocol";', "as a value"],
  ["features/a.ts", 'import { createConnection } from "vscode-languageserver/node";', "does not import this"],
  ["model/a.ts", 'import { readFileSync } from "node:fs";', "does not import this"],
  ["lsp/a.ts", 'import { readFileSync } from "node:fs";', "it runs in a browser"],
  ["lsp/handshake.ts", 'import { rules } from "../rules/index.ts";', "nothing that takes time"],
  ["a.ts", 'import { b } from "./base/b.ts";', "the file stands in no layer"],
  ["somewhere/a.ts", 'import { b } from "../base/b.ts";', "the file stands in no layer"],
  ["base/a.ts", 'export { b } from "../syntax/b.ts";', "syntax is above base"],
  ["base/a.ts", 'import "ajv";', "does not import this"],
])("a planted fault is found: %s with %s", (file, text, why) => {
  const found = forbiddenImports(new Map([[`server/src/${file}`, text]]));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(why);
});

test.each([
  "const known = new WeakMap<MapValue, string>();",
  "const known = new Map<string, Leaf>();",
  "const known: Set<string> = new Set();",
  "let last: string | undefined;",
])("a rule that keeps something is found: %s", (text) => {
  expect(rulesWithMemory(new Map([["server/src/rules/people/a.ts", text]]))).toHaveLength(1);
  expect(rulesWithMemory(new Map([["server/src/rules/shared/a.ts", text]]))).toEqual([]);
  expect(
    rulesWithMemory(new Map([["server/src/rules/people/a.ts", `  ${text.replace("Weak", "")}`]])),
  ).toEqual([]);
});

test.each(["../../server/src/features/hover.ts", "yaml", "../../test/support/check.ts"])(
  "a client that imports %s is found",
  (target) => {
    expect(forbiddenImports(new Map([["client/src/a.ts", `import { b } from "${target}";`]]))).toHaveLength(
      1,
    );
  },
);

test("what may be imported is no fault", () => {
  const text = `import type { A } from "vscode-languageserver-protocol";
import { type B, type C } from "vscode-languageserver-protocol";
import { D } from "../rules/index.ts";
`;
  expect(importsOf(text).map(({ typeOnly }) => typeOnly)).toEqual([true, true, false]);
  expect(forbiddenImports(new Map([["server/src/features/a.ts", text]]))).toEqual([]);
});

function* sources(folder: string): Generator<readonly [string, string]> {
  for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })) {
    const file = `${folder}/${name.split(sep).join("/")}`;
    if (/(?<!\.test|\.d)\.ts$/.test(file) && !file.includes("/generated/"))
      yield [file, readFileSync(join(ROOT, file), "utf8")];
  }
}
