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
const clientTexts = sources.flatMap((source) => all(source, /\b(?:l10n|words)\.t\(\s*"((?:[^"\\]|\\.)*)"/g));

function all(source: string, pattern: RegExp): string[] {
  return Array.from(source.matchAll(pattern), ([, found = ""]) => found);
}

test("every text of the manifest exists in English and French", () => {
  const english = Object.keys(json("package.nls.json")).sort();
  expect(Object.keys(json("package.nls.fr.json")).sort()).toEqual(english);
  expect([...new Set(all(manifest, /"%([\w.]+)%"/g))].sort()).toEqual(english);
});

test("every text of the client has a French translation", () => {
  expect(clientTexts.length).toBeGreaterThan(40);
  expect(clientTexts.filter((english) => french[english] === undefined)).toEqual([]);

  // A call whose text is not a literal could be checked neither by this test nor by VS Code's tools.
  const calls = sources.flatMap((source) => all(source, /\b((?:l10n|words)\.t\()/g));
  expect(calls).toHaveLength(clientTexts.length);
});

test("a translation has the same placeholders", () => {
  const placeholders = (l10n: string) => all(l10n, /\{(\d+)\}/g).sort();
  for (const [english, words] of Object.entries(french)) {
    expect(placeholders(words), english).toEqual(placeholders(english));
  }
});

test("French texts have no-break spaces before `: ; ? !` and inside guillemets", () => {
  const texts = [
    ...Object.values(json("package.nls.fr.json")),
    ...clientTexts.map((english) => french[english] ?? ""),
  ];
  expect(texts.filter((l10n) => / [:;?!»]|« /.test(l10n))).toEqual([]);
});

test("the manifest contributes no snippets: VS Code would offer them in the middle of a value", () => {
  expect(Object.keys(JSON.parse(manifest).contributes)).not.toContain("snippets");
});

test("every file that the manifest names exists", () => {
  const named = all(manifest, /"\.\/((?:client|l10n)[^"]*)"/g);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("the manifest contributes exactly the commands that the client registers", () => {
  const registered = all(text("client/src/commands/index.ts"), /^ {2}"(rentree\.[\w.]+)":/gm).sort();
  const contributed = JSON.parse(manifest).contributes.commands.map(
    ({ command }: { command: string }) => command,
  );
  expect(contributed.sort()).toEqual(registered);
});

test("the palette has 20 commands at most, the title of a view 4 buttons, and each action on a step is in a context menu", () => {
  const { commands, menus, keybindings } = JSON.parse(manifest).contributes;
  const hidden = menus.commandPalette.filter(({ when }: Item) => when === "false").map(idOf);
  const shown = commands.map(idOf).filter((id: string) => !hidden.includes(id));
  expect(shown.length).toBeLessThanOrEqual(20);
  const buttons = new Map<string, number>();
  for (const { group, when } of menus["view/title"] as Item[])
    if (group.startsWith("navigation")) buttons.set(when, (buttons.get(when) ?? 0) + 1);
  expect([...buttons].filter(([, count]) => count > 4)).toEqual([]);
  expect(buttons.size).toBeGreaterThan(1);
  const inMenus = [...menus["view/item/context"], ...menus["view/title"], ...menus["editor/context"]];
  const offered = new Set(inMenus.filter(({ group }: Item) => !group.startsWith("inline")).map(idOf));
  // In the palette, one command asks which of three things is written beside a step.
  const ofSteps = shown.filter((id: string) => /^rentree\.checklist\.(?!annotate)/.test(id));
  expect(ofSteps.filter((id: string) => !offered.has(id))).toEqual([]);
  // What a key does, a menu does too.
  expect(
    keybindings.map(idOf).filter((id: string) => id !== "rentree.checklist.toggle" && !offered.has(id)),
  ).toEqual([]);
});

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
}

test.each(["README.md", "README.fr.md"])(
  "%s lists every setting, with its default and its values",
  (file) => {
    const { properties } = JSON.parse(manifest).contributes.configuration;
    const settings = Object.entries(properties as Record<string, Setting>);
    const rows = Array.from(text(file).matchAll(/^\| `(rentree\.\w[\w.]*)` \|(.*?)\|(.*)\|$/gm));
    expect(rows.map(([, name]) => name)).toEqual(settings.map(([name]) => name));
    for (const [at, [name, { default: standard, enum: values = [] }]] of settings.entries()) {
      const [, , shown = "", words = ""] = rows[at] ?? [];
      const isEmpty = standard === "" || JSON.stringify(standard) === "{}";
      expect([name, shown.trim()]).toEqual([name, isEmpty ? "" : `\`${standard}\``]);
      expect([name, values.filter((value) => !words.includes(`\`${value}\``))]).toEqual([name, []]);
    }
  },
);

interface Item {
  readonly command: string;
  readonly when: string;
  readonly group: string;
}

function idOf({ command }: Item): string {
  return command;
}
