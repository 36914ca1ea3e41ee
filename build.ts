import { copyFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, build, context, type Plugin } from "esbuild";

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

/** `yaml` judges what is not surely plain: where all is, it is never evaluated. */
const yamlLate: Plugin = {
  name: "yaml-late",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^yaml$/ }, ({ path, namespace }) =>
      namespace === "late" ? undefined : { path, namespace: "late" },
    );
    onLoad({ filter: /^yaml$/, namespace: "late" }, async () => ({
      contents: late(Object.keys(await import("yaml")), (name) => `require("yaml").${name}`),
      resolveDir: root,
    }));
  },
};

/** What the schema says to people stands in a file of its own, which is read when somebody asks for it. */
const WORDS = "dist/engine.words.json";
const wordsApart: Plugin = {
  name: "words-apart",
  setup({ onResolve, onLoad, onEnd }) {
    onResolve({ filter: /\/engine\.words\.json$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /\/schema\/words\.ts$/ }, () => ({
      contents: late(["words"], () => `require("./${basename(WORDS)}")`),
    }));
    onEnd(() => copyFileSync(join(root, "server/src/schema/generated/words.json"), join(root, WORDS)));
  },
};

/** A module whose values are there when they are first asked for. */
function late(names: readonly string[], value: (name: string) => string): string {
  const getters = names.map((name) => `get ${name}() { return ${value(name)}; }`);
  return `module.exports = { ${getters.join(", ")} };`;
}

const node: BuildOptions = { platform: "node", format: "cjs", target: "node20" };
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
    entry: "server/src/node.ts",
    out: "dist/server.node.cjs",
    kilobytes: 220,
    // `import()` of a file like this one would read it by the slower of Node's two loaders.
    options: { ...node, supported: { "dynamic-import": false }, plugins: [engineApart] },
  },
  {
    entry: "server/src/node-engine.ts",
    out: "dist/engine.node.cjs",
    kilobytes: 800,
    options: { ...node, plugins: [yamlLate, wordsApart] },
  },
  {
    entry: "server/src/browser.ts",
    out: "dist/server.browser.js",
    kilobytes: 1300,
    options: { ...browser, format: "iife", plugins: [yamlLate] },
  },
  {
    entry: "server/src/cli/main.ts",
    out: "dist/rentree.cjs",
    kilobytes: 1300,
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
    loader: { ".md": "text", ".json": "json" },
    logLevel: "warning",
    ...options,
  };
}

function weigh({ out, kilobytes }: Bundle): string | undefined {
  const bytes = statSync(join(root, out)).size;
  process.stdout.write(`${out.padEnd(26)} ${(bytes / 1000).toFixed(0).padStart(5)} kB\n`);
  return bytes > kilobytes * 1000 ? `${out} is over its budget of ${kilobytes} kB` : undefined;
}

if (watch) {
  await Promise.all(bundles.map(async (bundle) => (await context(optionsOf(bundle))).watch()));
  process.stdout.write("watching\n");
} else {
  await Promise.all(bundles.map((bundle) => build(optionsOf(bundle))));
  const faults = bundles.map(weigh).filter((fault) => fault !== undefined);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
