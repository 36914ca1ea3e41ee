import { delimiter, join } from "node:path";
import { installEditors, lackingEditors } from "./editors/programs.ts";
import { PROJECTS } from "./support/projects.ts";
import { runStage, type Stage, type TestCounts, total } from "./support/stage.ts";

// Runs `npm test`: everything that CI runs. The last line is the total; no other line has its form.
const ROOT = join(import.meta.dirname, "..");

// Other editors are no part of the installation: they are tested where they are, and missed aloud elsewhere. CI asks for
// their installation.
if (process.env["INSTALL_EDITORS"]) installEditors();
const lacking = lackingEditors();
const projects = Object.entries(PROJECTS).filter(([name]) => name !== "editors" || lacking.length === 0);

const STAGES: readonly Stage[] = [
  { name: "generated code", command: ["tsx", "schemas/generate.ts"] },
  { name: "format and lint", command: ["biome", "check"] },
  { name: "types", command: ["tsc"] },
  { name: "types of the view", command: ["tsc", "-p", "client/webview"] },
  { name: "unused code", command: ["knip"] },
  ...projects.map(
    ([project, { title }]): Stage => ({
      name: title,
      // All processors, where vitest would leave one idle.
      command: ["vitest", "run", "--project", project, "--maxWorkers=100%"],
      counts: true,
    }),
  ),
  { name: "package", command: ["npm", "run", "--silent", "package"] },
  { name: "VS Code, Node extension host", command: ["tsx", "test/e2e/vscode/node.ts"], counts: true },
  { name: "VS Code, web extension host", command: ["tsx", "test/e2e/vscode/web.ts"], counts: true },
  {
    name: "VS Code, beside other tools for YAML",
    command: ["tsx", "test/e2e/vscode/beside.ts"],
    counts: true,
  },
  { name: "VS Code, several folders", command: ["tsx", "test/e2e/vscode/folders.ts"], counts: true },
  { name: "VS Code, packaged extension", command: ["tsx", "test/e2e/vscode/ui.ts"], counts: true },
  { name: "VS Code, the plan", command: ["tsx", "test/e2e/vscode/plan.ts", "node"], counts: true },
  { name: "VS Code, exports", command: ["tsx", "test/e2e/vscode/exchange.ts"], counts: true },
  { name: "VS Code, lists of PRONOTE", command: ["tsx", "test/e2e/vscode/compare.ts"], counts: true },
  { name: "VS Code, the fleet", command: ["tsx", "test/e2e/vscode/fleet.ts"], counts: true },
  {
    name: "VS Code, the walkthrough",
    command: ["tsx", "test/e2e/vscode/walkthrough.ts", "node"],
    counts: true,
  },
];

const env = { ...process.env, PATH: `${join(ROOT, "node_modules/.bin")}${delimiter}${process.env["PATH"]}` };
const write = (text: string) => void process.stdout.write(text);

const sums: TestCounts[] = [];
const leftOut = new Set(lacking.map((what) => `LEFT OUT: other editors: ${what}`));
const lines: string[] = [];
const failures: string[] = [];
for (const stage of STAGES) {
  write(`\n── ${stage.name}\n`);
  const started = Date.now();
  const result = await runStage(stage, { cwd: ROOT, env, write });
  sums.push(result);
  for (const line of result.leftOut) leftOut.add(line);
  for (const line of result.failures) failures.push(`${stage.name}: ${line}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  lines.push(
    `${result.failed > 0 ? "FAILED" : "ok    "} ${seconds.padStart(6)} s  ${stage.name}: ${countsOf(result)}`,
  );
}
const { passed, failed, skipped } = total(sums);
write(`\n${lines.join("\n")}\n\n`);
if (skipped > 0)
  leftOut.add(`LEFT OUT: tests that do not apply on their host, named above as pending: ${skipped}`);
for (const line of [...leftOut, ...failures]) write(`${line}\n`);
write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function countsOf({ passed, failed, skipped }: TestCounts): string {
  return `passed ${passed}, failed ${failed}${skipped > 0 ? `, skipped ${skipped}` : ""}`;
}
