import { expect, test } from "vitest";
import { crowdedFolders } from "./support/folder-sizes.ts";
import { forbiddenImports, importsOf, reexportsIn, rulesWithState, socketsIn } from "./support/layers.ts";
import { filesIn, isProgram, textsOf } from "./support/sources.ts";

const files = textsOf(filesIn("server/src", "client/src", "client/webview").filter(isProgram));

test("layers import from lower layers only", () => {
  expect(files.size).toBeGreaterThan(300);
  expect(forbiddenImports(files)).toEqual([]);
});

test("no rule keeps state between checks", () => {
  expect(rulesWithState(files)).toEqual([]);
});

test("what reads sources from outside opens no connection", () => {
  expect([...files.keys()].filter((file) => file.startsWith("server/src/exchange/")).length).toBeGreaterThan(
    40,
  );
  expect(socketsIn(files)).toEqual([]);
});

test.each([
  "await fetch(url);",
  "new WebSocket(url);",
  "navigator.sendBeacon(url, text);",
  "new XMLHttpRequest();",
])("a connection is found: %s", (text) => {
  expect(socketsIn(new Map([["server/src/exchange/a.ts", text]]))).toHaveLength(1);
  expect(socketsIn(new Map([["server/src/exchange/a.ts", "// fetched"]]))).toEqual([]);
  expect(forbiddenImports(new Map([["server/src/exchange/a.ts", 'import "node:net";']]))).toHaveLength(1);
});

test("nothing is re-exported", () => {
  expect(reexportsIn(files)).toEqual([]);
});

test.each(['export { b } from "./b.ts";', 'export type { B } from "./b.ts";', 'export * from "./b.ts";'])(
  "a re-export is found: %s",
  (text) => {
    expect(reexportsIn(new Map([["a.ts", `import "./c.ts";\n${text}\n`]]))).toEqual(["a.ts"]);
    expect(reexportsIn(new Map([["a.ts", 'import { b } from "./b.ts";\nexport const c = b;\n']]))).toEqual(
      [],
    );
  },
);

test("the root of the server contains folders only", () => {
  expect([...files.keys()].filter((file) => /^server\/src\/[^/]+$/.test(file))).toEqual([]);
});

test("no folder contains more than 150 files", () => {
  expect(crowdedFolders(filesIn("server", "client", "schemas", "test"))).toEqual([]);
});

test("a folder with more than 150 files is found", () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `a/b/${at}.ts`);
  expect(crowdedFolders(["a/x.ts", ...many(151)])).toEqual(["a/b: 151 files"]);
  expect(crowdedFolders(["a/x.ts", ...many(150)])).toEqual([]);
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
  ["a.ts", "export const a = 1;", "the file stands in no layer"],
  ["somewhere/a.ts", 'import { b } from "../base/b.ts";', "the file stands in no layer"],
  ["base/a.ts", 'export { b } from "../syntax/b.ts";', "syntax is above base"],
  ["base/a.ts", 'import "ajv";', "does not import this"],
])("a forbidden import is found: %s with %s", (file, text, why) => {
  const found = forbiddenImports(new Map([[`server/src/${file}`, text]]));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(why);
});

test.each([
  "const known = new WeakMap<MapValue, string>();",
  "const known = new Map<string, Leaf>();",
  "const known: Set<string> = new Set();",
  "let last: string | undefined;",
])("a rule that keeps state is found: %s", (text) => {
  expect(rulesWithState(new Map([["server/src/rules/people/a.ts", text]]))).toHaveLength(1);
  expect(rulesWithState(new Map([["server/src/rules/shared/a.ts", text]]))).toEqual([]);
  expect(
    rulesWithState(new Map([["server/src/rules/people/a.ts", `  ${text.replace("Weak", "")}`]])),
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

test("allowed imports are accepted", () => {
  const text = `import type { A } from "vscode-languageserver-protocol";
import { type B, type C } from "vscode-languageserver-protocol";
import { D } from "../rules/index.ts";
`;
  expect(importsOf(text).map(({ typeOnly }) => typeOnly)).toEqual([true, true, false]);
  expect(forbiddenImports(new Map([["server/src/features/a.ts", text]]))).toEqual([]);
});
