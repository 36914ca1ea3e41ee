import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../host/install.ts";
import type { Chapter } from "./chapter.ts";
import { table } from "./figures.ts";

/** The rows that the READMEs quote: chapter, beginning of the row's name, and the names in the READMEs. */
const ROWS: readonly (readonly [chapter: string, row: string, en: string, fr: string])[] = [
  ["large", "one character → diagnostics", "a character typed → findings", "un caractère tapé → constats"],
  [
    "large",
    "completion of a value after an edit",
    "completion right after a key",
    "complétion juste après une frappe",
  ],
  [
    "large",
    "completion in a burst, 10 keys a second",
    "the same, ten keys a second",
    "la même, dix touches par seconde",
  ],
  [
    "start",
    "fresh process, open → first diagnostics",
    "fresh process, file opened → first findings",
    "nouveau processus, fichier ouvert → premiers constats",
  ],
];

const HEADS = {
  en: ["milliseconds, p50 / p95", "Rentrée", "yaml-language-server 2.0.0"],
  fr: ["millisecondes, p50 / p95", "Rentrée", "yaml-language-server 2.0.0"],
} as const;

/** Replaces the figures between the marks in both READMEs. Throws if a README has no marks. */
export function quote(chapters: ReadonlyMap<string, Chapter>): void {
  for (const [name, language] of [
    ["README.md", "en"],
    ["README.fr.md", "fr"],
  ] as const) {
    const path = join(ROOT, name);
    const rows = ROWS.flatMap(([chapter, row, en, fr]) => {
      const found = chapters.get(chapter)?.rows.findLast(([title]) => title?.startsWith(row));
      return found ? [[language === "en" ? en : fr, found[1] ?? "", found[2] ?? ""]] : [];
    });
    const text = readFileSync(path, "utf8");
    const marks = /(<!-- measured -->\n)[\s\S]*?(<!-- \/measured -->)/;
    if (!marks.test(text)) throw new Error(`${name} has no place for what was measured`);
    const figures = table(HEADS[language], rows);
    writeFileSync(
      path,
      text.replace(marks, (_, begin, end) => `${begin}\n${figures}\n\n${end}`),
    );
  }
}
