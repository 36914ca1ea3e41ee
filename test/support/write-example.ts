/** Writes the part of `examples/college-des-tilleuls` that comes from STSWEB; says so where the export is not there. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stsToYaml } from "./sts-to-yaml.ts";

const ROOT = join(fileURLToPath(import.meta.url), "../../..");
const EXPORT = join(ROOT, "../shared/formats/samples/sts_emp_0759998K_2026.xml");
const FOLDER = join(ROOT, "examples/college-des-tilleuls/stsweb");

if (existsSync(EXPORT)) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of stsToYaml(readFileSync(EXPORT))) writeFileSync(join(FOLDER, name), text);
} else {
  process.stderr.write(`Nothing written: there is no ${EXPORT}\n`);
}
