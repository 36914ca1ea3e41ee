import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, context, type Metafile, type Plugin } from "esbuild";
import { kilobytes, overBudget, type SizedItem } from "./server/scripts/budget.ts";
import { thirdPartyNotices } from "./server/scripts/third-party-notices.ts";

// Builds all bundles that are released. Their sizes have limits, as large bundles slow down the start.
const root = import.meta.dirname;
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** A bundle and its size limit in kB. */
interface Bundle {
  readonly entry: string;
  readonly out: string;
  readonly kilobytes: number;
  readonly options: BuildOptions;
}

/** Keeps the engine in a file of its own, which is loaded after `initialize` is answered. */
const separateEngine: Plugin = {
  name: "separate-engine",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/node-engine\.ts$/ }, () => ({ path: "./engine.node.cjs", external: true })),
};

/** Replaces a module by getters of these names that load `from` when one of them is first used. */
function lazyModule(imported: RegExp, from: string, names: readonly string[]): Plugin {
  const getters = names.map((name) => `get ${name}() { return require("${from}").${name}; }`);
  return {
    name: `lazy ${from}`,
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

/** `yaml` parses what the fast parser does not: without such text, it is never evaluated. */
const lazyYaml = lazyModule(/^yaml$/, "yaml", Object.keys(await import("yaml")));
/** The texts of the schema are in a file of their own, which is read when they are first needed. */
const TEXTS = "engine.texts.json";
const lazyTexts = lazyModule(/\/schema-texts\.ts$/, `./${TEXTS}`, ["texts", "constraintTexts"]);

/** Libraries that only an import needs, and what is used of each. */
const LIBRARIES: readonly (readonly [name: string, used: readonly string[]])[] = [
  ["saxes", ["SaxesParser"]],
  ["fflate", ["Inflate"]],
  ["papaparse", ["parse"]],
];
/** In Node they are in files of their own, which are read when an import first needs them. */
const separateLibraries = LIBRARIES.map(([name, used]) =>
  lazyModule(new RegExp(`^${name}$`), `./${name}.cjs`, used),
);
/** Elsewhere they are in the bundle, and not evaluated before. */
const lazyLibraries = LIBRARIES.map(([name, used]) => lazyModule(new RegExp(`^${name}$`), name, used));

// Node reads its files as UTF-8: French needs no escapes there, which are twice as long.
const node: BuildOptions = { platform: "node", format: "cjs", target: "node20", charset: "utf8" };
const browser: BuildOptions = { platform: "browser", target: "es2022" };

// About 430 kB of each client are the language client library.
const bundles: readonly Bundle[] = [
  {
    entry: "client/src/node.ts",
    out: "dist/client.node.cjs",
    kilobytes: 545,
    options: { ...node, external: ["vscode"] },
  },
  {
    entry: "client/src/browser.ts",
    out: "dist/client.browser.cjs",
    kilobytes: 520,
    options: { ...browser, format: "cjs", external: ["vscode"] },
  },
  {
    entry: "client/webview/plan.ts",
    out: "dist/plan.webview.js",
    kilobytes: 12,
    options: { ...browser, format: "iife" },
  },
  {
    entry: "client/webview/plan.css",
    out: "dist/plan.webview.css",
    kilobytes: 6,
    options: browser,
  },
  {
    entry: "server/src/lsp/node.ts",
    out: "dist/server.node.cjs",
    kilobytes: 220,
    // Without this, `import()` would load the engine by Node's loader of ES modules, which is slower.
    options: { ...node, supported: { "dynamic-import": false }, plugins: [separateEngine] },
  },
  {
    entry: "server/src/lsp/node-engine.ts",
    out: "dist/engine.node.cjs",
    kilobytes: 2000,
    options: { ...node, plugins: [lazyYaml, lazyTexts, ...separateLibraries] },
  },
  {
    entry: "server/src/lsp/browser.ts",
    out: "dist/server.browser.js",
    kilobytes: 2100,
    options: { ...browser, format: "iife", plugins: [lazyYaml, ...lazyLibraries] },
  },
  {
    entry: "server/src/cli/main.ts",
    out: "dist/rentree.cjs",
    kilobytes: 2115,
    options: { ...node, banner: { js: "#!/usr/bin/env node" }, plugins: [lazyYaml, ...separateLibraries] },
  },
  ...LIBRARIES.map(([name]) => ({ entry: name, out: `dist/${name}.cjs`, kilobytes: 40, options: node })),
];

function optionsOf({ entry, out, options }: Bundle): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    minify: true,
    // Not released, but needed to read stack traces of minified bundles.
    sourcemap: production ? false : "linked",
    legalComments: "none",
    metafile: true,
    loader: { ".md": "text", ".json": "json" },
    logLevel: "warning",
    ...options,
  };
}

function weighed({ out, kilobytes: budget }: Bundle): SizedItem {
  return { name: out, bytes: statSync(join(root, out)).size, budget: budget * 1000 };
}

/** Writes the third-party notices. The validators were bundled before, so their metafile is added. */
function writeNotices(metafiles: readonly Metafile[]): void {
  const file = join(root, "server/src/schema/generated/validators.metafile.json");
  const validators: Metafile = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(
    join(root, "dist/THIRD_PARTY_NOTICES.txt"),
    thirdPartyNotices(root, [...metafiles, validators]),
  );
}

mkdirSync(join(root, "dist"), { recursive: true });
copyFileSync(join(root, "server/src/schema/generated/texts.json"), join(root, "dist", TEXTS));
if (watch) {
  await Promise.all(bundles.map(async (bundle) => (await context(optionsOf(bundle))).watch()));
  process.stdout.write("watching\n");
} else {
  const built = await Promise.all(bundles.map((bundle) => build(optionsOf(bundle))));
  writeNotices(built.flatMap(({ metafile = [] }) => metafile));
  const weights = bundles.map(weighed);
  for (const { name, bytes } of weights)
    process.stdout.write(`${name.padEnd(26)} ${kilobytes(bytes).padStart(9)}\n`);
  const problems = overBudget(weights);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
