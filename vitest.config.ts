import { readFile } from "node:fs/promises";
import { defineConfig, type Plugin } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";

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
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          setupFiles: ["./test/support/seed.ts"],
          include: ["{client,server,schemas}/**/*.test.ts", "test/*.test.ts"],
        },
      },
      {
        extends: true,
        test: { name: "e2e", include: ["test/e2e/*.test.ts"], globalSetup: "./test/e2e/build.ts" },
      },
    ],
  },
});
