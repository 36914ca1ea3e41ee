/**
 * `npm run typeset` applies French typography to all French texts of the project, as keyboards have no non-breaking
 * space.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { typeset } from "./typography.ts";

const STRING = /"(?:[^"\\]|\\.)*"/g;

/** Where the French texts are in each kind of file; the rest is left as it is. */
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
    /^(?:checklist|permissions|sources)\.yaml$/,
    (text) => text.replace(/(?<=\bfr: )"(?:[^"\\]|\\.)*"/g, typeset),
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

/** Applies French typography to the files below a root; returns those that changed, as relative paths. */
export function typesetFiles(root: string): readonly string[] {
  return FRENCH.flatMap(([folder, name, change]) =>
    // Pages are in the folders of their families; of the root folder only its own files are meant.
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
