import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const text = (path: string) => readFileSync(join(root, path), "utf8");
const json = (path: string): Record<string, string> => JSON.parse(text(path));
const manifest = text("package.json");

const french = json("l10n/bundle.l10n.fr.json");
const sources = readdirSync(join(root, "client/src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => text(`client/src/${file}`));
const said = sources.flatMap((source) => all(source, /\b(?:l10n|words)\.t\(\s*"((?:[^"\\]|\\.)*)"/g));

function all(source: string, pattern: RegExp): string[] {
  return Array.from(source.matchAll(pattern), ([, found = ""]) => found);
}

test("every text of the manifest exists in both languages", () => {
  const english = Object.keys(json("package.nls.json")).sort();
  expect(Object.keys(json("package.nls.fr.json")).sort()).toEqual(english);
  expect([...new Set(all(manifest, /"%([\w.]+)%"/g))].sort()).toEqual(english);
});

test("every text of the client has its French", () => {
  expect(said.length).toBeGreaterThan(40);
  expect(said.filter((english) => french[english] === undefined)).toEqual([]);

  // A text that is not written out where it is used would escape this test, and VS Code's own tools.
  const calls = sources.flatMap((source) => all(source, /\b((?:l10n|words)\.t\()/g));
  expect(calls).toHaveLength(said.length);
});

test("a translation keeps the places of its values", () => {
  const places = (l10n: string) => all(l10n, /\{(\d+)\}/g).sort();
  for (const [english, words] of Object.entries(french)) {
    expect(places(words), english).toEqual(places(english));
  }
});

test("French sets its double signs apart by a space that does not break", () => {
  const texts = [
    ...Object.values(json("package.nls.fr.json")),
    ...said.map((english) => french[english] ?? ""),
  ];
  expect(texts.filter((l10n) => / [:;?!»]|« /.test(l10n))).toEqual([]);
});

test("snippets are no contribution: VS Code would offer whole sections in the middle of a value", () => {
  expect(Object.keys(JSON.parse(manifest).contributes)).not.toContain("snippets");
});

test("every file that is named exists", () => {
  const named = all(manifest, /"\.\/((?:client|l10n)[^"]*)"/g);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("every command that the client registers is contributed, and the other way round", () => {
  const registered = all(text("client/src/commands/index.ts"), /^ {2}"(rentree\.[\w.]+)":/gm).sort();
  const contributed = JSON.parse(manifest).contributes.commands.map(
    ({ command }: { command: string }) => command,
  );
  expect(contributed.sort()).toEqual(registered);
});
