import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { afterAll, beforeAll, expect, test } from "vitest";
import { overBudget } from "../../server/scripts/budget.ts";
import {
  packCommandLine,
  packExtension,
  stageCommandLine,
  stageExtension,
} from "../../server/scripts/package.ts";
import { ROOT } from "../host/install.ts";

/** The largest size of a package in bytes, as school computers download it. */
const BUDGET = 1_550_000;

const folder = mkdtempSync(join(tmpdir(), "rentree-package-"));
const extension = join(folder, "extension");
const commandLine = join(folder, "npm");

beforeAll(() => {
  stageExtension(ROOT, extension);
  stageCommandLine(ROOT, commandLine);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the extension has only files that are run or read", async () => {
  expect(filesBelow(extension)).toMatchInlineSnapshot(`
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "client/icon.png",
      "client/media/checklist.svg",
      "client/media/start-check.svg",
      "client/media/start-checklist.svg",
      "client/media/start-complete.svg",
      "client/media/start-create.svg",
      "client/media/start-fix.svg",
      "client/media/start-follow.svg",
      "client/syntaxes/pronote.tmLanguage.json",
      "dist/THIRD_PARTY_NOTICES.txt",
      "dist/client.browser.cjs",
      "dist/client.node.cjs",
      "dist/engine.node.cjs",
      "dist/engine.texts.json",
      "dist/fflate.cjs",
      "dist/papaparse.cjs",
      "dist/plan.webview.css",
      "dist/plan.webview.js",
      "dist/saxes.cjs",
      "dist/server.browser.js",
      "dist/server.node.cjs",
      "l10n/bundle.l10n.fr.json",
      "language-configuration.json",
      "package.json",
      "package.nls.fr.json",
      "package.nls.json",
    ]
  `);
  const listed = await listFiles({ cwd: extension, packageManager: PackageManager.None });
  expect(listed.sort()).toEqual(filesBelow(extension));
});

test("the command line has only files that are run or read", () => {
  expect(filesBelow(commandLine)).toMatchInlineSnapshot(`
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/THIRD_PARTY_NOTICES.txt",
      "dist/fflate.cjs",
      "dist/papaparse.cjs",
      "dist/rentree.cjs",
      "dist/saxes.cjs",
      "package.json",
    ]
  `);
  expect(Object.keys(JSON.parse(readFileSync(join(commandLine, "package.json"), "utf8"))).sort()).toEqual([
    "bin",
    "description",
    "engines",
    "keywords",
    "license",
    "name",
    "version",
  ]);
});

test.each(["extension", "npm"])(
  "the README of %s refers to nothing that only the repository has",
  (artefact) => {
    const readme = readFileSync(join(folder, artefact, "README.md"), "utf8");
    expect(readme).toContain("## Command line");
    expect(readme).not.toMatch(/\]\((?!https?:|#)|npm ci|new-rule/);
  },
);

test("the packed command line installs offline and runs", () => {
  const archive = packCommandLine(commandLine, folder);
  const empty = join(folder, "empty");
  mkdirSync(empty);
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", archive], {
    cwd: empty,
    stdio: "pipe",
    shell: process.platform === "win32",
  });
  expect(filesBelow(join(empty, "node_modules/rentree"))).toEqual(filesBelow(commandLine));
  const program = join(empty, "node_modules/.bin/rentree");
  writeFileSync(join(empty, "etablissement.pronote.yaml"), "espaces: { parents: { publie: oui } }\n");
  const done = spawnSync(program, ["check", "--lang", "en"], {
    cwd: empty,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(done.stdout).toContain("boolean-word");
  expect(done.status).toBe(1);
});

test("the packages are not larger than their budgets", async () => {
  const file = join(folder, "rentree.vsix");
  await packExtension(extension, file);
  const archive = packCommandLine(commandLine, folder);
  expect(
    overBudget([
      { name: "rentree.vsix", bytes: statSync(file).size, budget: BUDGET },
      { name: "rentree.tgz", bytes: statSync(archive).size, budget: BUDGET },
    ]),
  ).toEqual([]);
});

test("the third-party notices name all packages in the bundles, with their licences", () => {
  const notices = readFileSync(join(ROOT, "dist/THIRD_PARTY_NOTICES.txt"), "utf8");
  const [, list = "", texts = ""] = /^(- [\s\S]*?)\n\n-{80}\n([\s\S]*)$/m.exec(notices) ?? [];
  const named = Array.from(list.matchAll(/^- (\S+) (\S+) \(.+\)$/gm), ([, name = "", version]) => ({
    name,
    version,
  }));
  // The sources of the bundles according to their source maps; ajv's code is in the generated validators, and the maps of
  // saxes and xmlchars name sources that these do not ship.
  const maps = readdirSync(join(ROOT, "dist")).filter((file) => file.endsWith(".map"));
  const sources = maps.flatMap(
    (file): string[] => JSON.parse(readFileSync(join(ROOT, "dist", file), "utf8")).sources,
  );
  const inMaps = sources.flatMap((file) => /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  expect(new Set(inMaps).size).toBeGreaterThan(5);
  const elsewhere = ["ajv", "saxes", "xmlchars"];
  expect([...new Set(named.map(({ name }) => name))].sort()).toEqual(
    [...new Set([...inMaps, ...elsewhere])].sort(),
  );
  for (const { name, version } of named) expect(texts).toContain(`${name} ${version}`);
  expect(texts.match(/Permission .* hereby granted/g)?.length).toBeGreaterThan(5);
});

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
