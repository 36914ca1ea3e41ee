/** `npm run typeset` sets every French text of the project as it is printed: no keyboard has a space that does not break. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { typeset } from "./typography.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STRING = /"(?:[^"\\]|\\.)*"/g;

/** Where French stands in each kind of file: what is matched is set, the rest is left. */
const FRENCH: readonly (readonly [folder: string, name: RegExp, change: (text: string) => string])[] = [
  ["l10n", /^bundle\.l10n\.fr\.json$/, (text) => text.replace(/(?<=": )"(?:[^"\\]|\\.)*"/g, typeset)],
  [".", /^package\.nls\.fr\.json$/, (text) => text.replace(/(?<=": )"(?:[^"\\]|\\.)*"/g, typeset)],
  [
    "server/src/rules",
    /\.md$/,
    (text) => text.replace(/^\*\*fr\*\* [\s\S]*?(?=^\*\*en\*\* |^```|^Source: )/m, typeset),
  ],
  [
    "schemas",
    /\.schema\.json$/,
    (text) =>
      text
        .replace(/"x-fr":\s*\{[^{}]*\}/g, (part) => part.replace(STRING, typeset))
        .replace(/"fr":\s*"(?:[^"\\]|\\.)*"/g, typeset),
  ],
];

for (const [folder, name, change] of FRENCH) {
  for (const file of readdirSync(join(ROOT, folder)).filter((one) => name.test(one))) {
    const path = join(ROOT, folder, file);
    const text = readFileSync(path, "utf8");
    const set = change(text);
    if (set !== text) writeFileSync(path, set);
  }
}
