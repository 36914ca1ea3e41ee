import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { bundleSuite, runSuite } from "./run.ts";

// Runs the suite about several folders, one of which is in another, and one of a virtual file system, in a workspace that
// is not trusted.
const marker = (rne: string) =>
  `etablissement: { rne: ${rne}, nom: École, annee-scolaire: 2026-2027 }\nhebergement: { mode: heberge }\n`;
const files = {
  "nord/ecole/etablissement.pronote.yaml": marker("0759998K"),
  "nord/ecole/classes.pronote.yaml": "classs: {}\n",
  "sud/etablissement.pronote.yaml": `herite-de: ../base.pronote.yaml\n${marker("0759998K")}`,
};
const folders = [{ path: "nord" }, { path: "nord/ecole" }, { path: "sud" }, { uri: "rentree-test:/virtuel" }];
const settings = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "never",
};

const tests = await bundleSuite("node");
const folder = mkdtempSync(join(tmpdir(), "rentree-workspace-"));
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const workspace = join(folder, "academie.code-workspace");
writeFileSync(workspace, JSON.stringify({ folders }));
const server = await startCodeServer({ settings, asksForTrust: true });
try {
  const url = workbenchUrl(server, { folder: workspace, isWorkspaceFile: true, extension: ROOT, tests });
  process.exitCode = (await runSuite("folders", url, server.log)) ? 0 : 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
