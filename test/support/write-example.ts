/** `npm run example` writes the part of `examples/college-des-tilleuls` that comes from STSWEB. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { STSWEB, stsToYaml } from "./sts-to-yaml.ts";

const FOLDER = join(import.meta.dirname, "../../examples/college-des-tilleuls/stsweb");

mkdirSync(FOLDER, { recursive: true });
for (const [name, text] of stsToYaml(readFileSync(STSWEB))) writeFileSync(join(FOLDER, name), text);
