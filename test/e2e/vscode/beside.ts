import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { installPeers, PEERS, ROOT } from "../../host/install.ts";
import type { BesideFiles } from "./beside-extension.ts";
import { bundleSuite, copyWorkspace, runSuite } from "./run.ts";

// Runs the suite beside an extension that brings yaml-language-server with our schema, Prettier, and ghost text.
installPeers();
const tests = await bundleSuite("node");
const { folder, remove } = copyWorkspace();
writeFileSync(join(folder, "copie.yaml"), "classs: {}\nhebergement:   { mode: 'heberge' }\n");
const beside = mkdtempSync(join(tmpdir(), "rentree-beside-"));
await makeExtension(beside);
const server = await startCodeServer({ installed: beside });
try {
  const url = workbenchUrl(server, { folder, extension: ROOT, tests });
  process.exitCode = (await runSuite("beside", url, server.log)) ? 0 : 1;
} finally {
  await server.stop();
  remove();
  rmSync(beside, { recursive: true, force: true, maxRetries: 5 });
}

async function makeExtension(into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  const manifest = {
    name: "beside",
    publisher: "rentree-test",
    version: "1.0.0",
    engines: { vscode: "^1.91.0" },
    main: "./extension.cjs",
    activationEvents: ["*"],
  };
  writeFileSync(join(into, "package.json"), JSON.stringify(manifest));
  const schema = spawnSync(process.execPath, [join(ROOT, "dist/rentree.cjs"), "schema"], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  writeFileSync(join(into, "schema.json"), schema.stdout);
  const files: BesideFiles = {
    server: join(PEERS, "node_modules/yaml-language-server/bin/yaml-language-server"),
    prettier: join(PEERS, "node_modules/prettier/index.cjs"),
  };
  writeFileSync(join(into, "files.json"), JSON.stringify(files));
  await build({
    entryPoints: [join(import.meta.dirname, "beside-extension.ts")],
    outfile: join(into, "extension.cjs"),
    bundle: true,
    format: "cjs",
    platform: "node",
    external: ["vscode"],
    logLevel: "warning",
  });
}
