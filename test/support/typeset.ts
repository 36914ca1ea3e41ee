/** `npm run typeset` sets every French text of the project as it is printed: no keyboard has a space that does not break. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { typeset } from "./typography.ts";

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
  ["schemas", /^checklist\.yaml$/, (text) => text.replace(/(?<=\bfr: )"(?:[^"\\]|\\.)*"/g, typeset)],
  [
    "schemas",
    /\.schema\.json$/,
    (text) =>
      text
        .replace(/"x-fr":\s*\{[^{}]*\}/g, (part) => part.replace(STRING, typeset))
        .replace(/"fr":\s*"(?:[^"\\]|\\.)*"/g, typeset),
  ],
];

/** Sets the French below a root; returns the files that changed, relative to it. */
export function typesetFiles(root: string): readonly string[] {
  return FRENCH.flatMap(([folder, name, change]) =>
    // Pages stand in a folder for each family; at the root only the root's own files are meant.
    readdirSync(join(root, folder), { recursive: folder !== ".", encoding: "utf8" })
      .filter((file) => name.test(basename(file)))
      .map((file) => join(folder, file))
      .filter((file) => typesetFile(join(root, file), change)),
  );
}

function typesetFile(path: string, change: (text: string) => string): boolean {
  const text = readFileSync(path, "utf8");
  const set = change(text);
  if (set !== text) writeFileSync(path, set);
  return set !== text;
}

if (process.argv[1] === import.meta.filename) {
  for (const file of typesetFiles(join(import.meta.dirname, "../.."))) process.stdout.write(`${file}\n`);
}
