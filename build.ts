import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, context, type Metafile, type Plugin } from "esbuild";
import { kilobytes, overBudget, type Weighed } from "./server/scripts/budget.ts";
import { thirdPartyNotices } from "./server/scripts/third-party-notices.ts";

/** Every bundle that ships, with what it may weigh: a heavier one would slow the start of every window. */
const root = import.meta.dirname;
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

interface Bundle {
  readonly entry: string;
  readonly out: string;
  readonly kilobytes: number;
  readonly options: BuildOptions;
}

/** The engine stands in a file of its own, which is read once `initialize` is answered. */
const engineApart: Plugin = {
  name: "engine-apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/node-engine\.ts$/ }, () => ({ path: "./engine.node.cjs", external: true })),
};

/** A module whose values are asked for where they are used, not where it is imported. `from` has them. */
function late(imported: RegExp, from: string, names: readonly string[]): Plugin {
  const getters = names.map((name) => `get ${name}() { return require("${from}").${name}; }`);
  return {
    name: `late ${from}`,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: imported }, ({ path, namespace }) =>
        namespace === from ? undefined : { path, namespace: from },
      );
      onResolve({ filter: /^\.\//, namespace: from }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: imported, namespace: from }, () => ({
        contents: `module.exports = { ${getters.join(", ")} };`,
        resolveDir: root,
      }));
    },
  };
}

/** `yaml` judges what is not surely plain: where all is, it is never evaluated. */
const yamlLate = late(/^yaml$/, "yaml", Object.keys(await import("yaml")));
/** What the schema says to people stands in a file of its own, which is read when somebody asks for it. */
const WORDS = "engine.words.json";
const wordsLate = late(/\/schema-texts\.ts$/, `./${WORDS}`, ["words"]);

// Node reads its files as UTF-8: French needs no escapes there, which are twice as long.
const node: BuildOptions = { platform: "node", format: "cjs", target: "node20", charset: "utf8" };
const browser: BuildOptions = { platform: "browser", target: "es2022" };

// Of the clients about 430 kB are the language client itself, 20 are ours.
const bundles: readonly Bundle[] = [
  {
    entry: "client/src/node.ts",
    out: "dist/client.node.cjs",
    kilobytes: 480,
    options: { ...node, external: ["vscode"] },
  },
  {
    entry: "client/src/browser.ts",
    out: "dist/client.browser.cjs",
    kilobytes: 480,
    options: { ...browser, format: "cjs", external: ["vscode"] },
  },
  {
    entry: "server/src/lsp/node.ts",
    out: "dist/server.node.cjs",
    kilobytes: 220,
    // `import()` of a file like this one would read it by the slower of Node's two loaders.
    options: { ...node, supported: { "dynamic-import": false }, plugins: [engineApart] },
  },
  {
    entry: "server/src/lsp/node-engine.ts",
    out: "dist/engine.node.cjs",
    kilobytes: 800,
    options: { ...node, plugins: [yamlLate, wordsLate] },
  },
  {
    entry: "server/src/lsp/browser.ts",
    out: "dist/server.browser.js",
    kilobytes: 1300,
    options: { ...browser, format: "iife", plugins: [yamlLate] },
  },
  {
    entry: "server/src/cli/main.ts",
    out: "dist/rentree.cjs",
    kilobytes: 1350,
    options: { ...node, banner: { js: "#!/usr/bin/env node" }, plugins: [yamlLate] },
  },
];

function optionsOf({ entry, out, options }: Bundle): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    minify: true,
    // Left out of what ships; without them a stack trace of a minified bundle says nothing.
    sourcemap: production ? false : "linked",
    legalComments: "none",
    metafile: true,
    loader: { ".md": "text", ".json": "json" },
    logLevel: "warning",
    ...options,
  };
}

function weighed({ out, kilobytes: budget }: Bundle): Weighed {
  return { name: out, bytes: statSync(join(root, out)).size, budget: budget * 1000 };
}

/** The validators were bundled before: for the build they are one file of ours. */
function writeNotices(metafiles: readonly Metafile[]): void {
  const file = join(root, "server/src/schema/generated/validators.metafile.json");
  const validators: Metafile = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(
    join(root, "dist/THIRD_PARTY_NOTICES.txt"),
    thirdPartyNotices(root, [...metafiles, validators]),
  );
}

mkdirSync(join(root, "dist"), { recursive: true });
copyFileSync(join(root, "server/src/schema/generated/words.json"), join(root, "dist", WORDS));
if (watch) {
  await Promise.all(bundles.map(async (bundle) => (await context(optionsOf(bundle))).watch()));
  process.stdout.write("watching\n");
} else {
  const built = await Promise.all(bundles.map((bundle) => build(optionsOf(bundle))));
  writeNotices(built.flatMap(({ metafile = [] }) => metafile));
  const weights = bundles.map(weighed);
  for (const { name, bytes } of weights)
    process.stdout.write(`${name.padEnd(26)} ${kilobytes(bytes).padStart(9)}\n`);
  const faults = overBudget(weights);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
