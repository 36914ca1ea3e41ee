/** `npm run example` writes the part of `examples/college-des-tilleuls` that comes from STSWEB, as `rentree import` does. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { IMPORTED, importedExample } from "./import-example.ts";

rmSync(IMPORTED, { recursive: true, force: true });
mkdirSync(IMPORTED, { recursive: true });
for (const [name, text] of importedExample()) writeFileSync(join(IMPORTED, name), text);
