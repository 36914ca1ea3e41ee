import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { overBudget } from "../../server/scripts/budget.ts";
import { ROOT } from "../host/install.ts";

/** What the file of a school's computer may weigh. */
const BUDGET = 1_000_000;

function vsce(...args: readonly string[]): string {
  const main = join(createRequire(import.meta.url).resolve("@vscode/vsce/package.json"), "../vsce");
  return execFileSync(process.execPath, [main, ...args], { cwd: ROOT, encoding: "utf8" });
}

test("nothing ships but what runs and what is read", () => {
  const files = vsce("ls", "--no-dependencies").trim().split("\n").sort();
  expect(files).toMatchInlineSnapshot(`
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "client/icon.png",
      "client/media/checklist.svg",
      "client/syntaxes/pronote.tmLanguage.json",
      "dist/THIRD_PARTY_NOTICES.txt",
      "dist/client.browser.cjs",
      "dist/client.node.cjs",
      "dist/engine.node.cjs",
      "dist/engine.words.json",
      "dist/server.browser.js",
      "dist/server.node.cjs",
      "l10n/bundle.l10n.fr.json",
      "language-configuration.json",
      "package.json",
      "package.nls.fr.json",
      "package.nls.json",
    ]
  `);
});

test("the package keeps to its budget", () => {
  const folder = mkdtempSync(join(tmpdir(), "rentree-package-"));
  try {
    const file = join(folder, "rentree.vsix");
    vsce(
      "package",
      "--no-dependencies",
      "--allow-missing-repository",
      "--no-rewrite-relative-links",
      "--out",
      file,
    );
    expect(overBudget([{ name: "rentree.vsix", bytes: statSync(file).size, budget: BUDGET }])).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("whose code is in a bundle is named, with the text of the licence", () => {
  const notices = readFileSync(join(ROOT, "dist/THIRD_PARTY_NOTICES.txt"), "utf8");
  const [, list = "", texts = ""] = /^(- [\s\S]*?)\n\n-{80}\n([\s\S]*)$/m.exec(notices) ?? [];
  const named = Array.from(list.matchAll(/^- (\S+) (\S+) \(.+\)$/gm), ([, name = "", version]) => ({
    name,
    version,
  }));
  // The sources of the bundles as their maps tell them; ajv's code is in the validators that were generated before.
  const maps = readdirSync(join(ROOT, "dist")).filter((file) => file.endsWith(".map"));
  const sources = maps.flatMap(
    (file): string[] => JSON.parse(readFileSync(join(ROOT, "dist", file), "utf8")).sources,
  );
  const inMaps = sources.flatMap((file) => /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  expect(new Set(inMaps).size).toBeGreaterThan(5);
  expect([...new Set(named.map(({ name }) => name))].sort()).toEqual([...new Set([...inMaps, "ajv"])].sort());
  for (const { name, version } of named) expect(texts).toContain(`${name} ${version}`);
  expect(texts.match(/Permission .* hereby granted/g)?.length).toBeGreaterThan(5);
});
