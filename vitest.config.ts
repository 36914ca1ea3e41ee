import { readFile } from "node:fs/promises";
import { defineConfig, type Plugin } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";
import { PATIENCE } from "./test/support/patience.ts";
import { NOT_UNIT, PROJECTS } from "./test/support/projects.ts";
import { SlowFirst } from "./test/support/slow-first.ts";

const SEED = "./test/support/seed.ts";
/** The timeout of property and corpus tests, each of which checks thousands of cases. In milliseconds. */
const MANY_CASES = 60 * PATIENCE;
/** The default timeout: a test may wait for several things. In milliseconds. */
const SEVERAL_WAITS = 3 * PATIENCE;

/** Imports the pages of rules as text, as esbuild does for the bundles. */
const markdown: Plugin = {
  name: "markdown-as-text",
  enforce: "pre",
  async load(id) {
    if (!id.endsWith(".md")) return undefined;
    return `export default ${JSON.stringify(await readFile(id, "utf8"))}`;
  },
};

export default defineConfig({
  plugins: [markdown],
  test: {
    reporters: ["default", new ClosingLine()],
    expect: { poll: { timeout: PATIENCE } },
    testTimeout: SEVERAL_WAITS,
    hookTimeout: SEVERAL_WAITS,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        test: {
          ...named("unit"),
          // Also what the editors for the tests bring along, below test/host.
          exclude: ["**/node_modules/**", ...NOT_UNIT],
          setupFiles: SEED,
          // All files import the engine: with one module cache for all, they take a sixth of the time. Tests must not
          // share state.
          isolate: false,
          restoreMocks: true,
          unstubEnvs: true,
          unstubGlobals: true,
        },
      },
      { extends: true, test: { ...named("property"), setupFiles: SEED, testTimeout: MANY_CASES } },
      { extends: true, test: { ...named("corpus"), testTimeout: MANY_CASES } },
      { extends: true, test: { ...named("e2e"), globalSetup: "./test/e2e/build.ts" } },
      { extends: true, test: { ...named("editors"), globalSetup: "./test/editors/setup.ts" } },
    ],
  },
});

function named(name: keyof typeof PROJECTS) {
  return { name, include: [...PROJECTS[name].include] };
}
