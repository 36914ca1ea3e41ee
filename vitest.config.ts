import { readFile } from "node:fs/promises";
import { defineConfig, type Plugin } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";
import { PATIENCE } from "./test/support/patience.ts";
import { NOT_UNIT, PROJECTS } from "./test/support/projects.ts";

const SEED = "./test/support/seed.ts";
/** One test of these does what thousands of others do. Milliseconds. */
const WITHOUT_HURRY = 60 * PATIENCE;
/** A test may wait for several things. Milliseconds. */
const WITH_WAITS = 3 * PATIENCE;

/** Rule pages are imported as text; esbuild does the same in the bundles. */
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
    testTimeout: WITH_WAITS,
    hookTimeout: WITH_WAITS,
    projects: [
      {
        extends: true,
        test: {
          ...named("unit"),
          exclude: [...NOT_UNIT],
          setupFiles: SEED,
          // Each file imports the engine: loaded once for all, they take a sixth of the time. So no test changes what others see.
          isolate: false,
          restoreMocks: true,
          unstubEnvs: true,
          unstubGlobals: true,
        },
      },
      { extends: true, test: { ...named("property"), setupFiles: SEED, testTimeout: WITHOUT_HURRY } },
      { extends: true, test: { ...named("corpus"), testTimeout: WITHOUT_HURRY } },
      { extends: true, test: { ...named("e2e"), globalSetup: "./test/e2e/build.ts" } },
    ],
  },
});

function named(name: keyof typeof PROJECTS) {
  return { name, include: [...PROJECTS[name].include] };
}
