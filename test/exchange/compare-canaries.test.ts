/** What is private in a list comes out nowhere: planted values, looked for in all that a comparison makes. */
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import { htmlComparison } from "../../server/src/cli/compare-formats/html.ts";
import { jsonComparison } from "../../server/src/cli/compare-formats/json.ts";
import { textComparison } from "../../server/src/cli/compare-formats/text.ts";
import { proofsOf } from "../../server/src/exchange/compare/proof.ts";
import { markdownComparison } from "../../server/src/exchange/compare/report-markdown.ts";
import { compared, listBytes } from "../support/compare.ts";

const CANARY = "KANARI";
/** What is read of each list; every other cell is planted with a canary. */
const READ: { readonly [name: string]: readonly string[] } = {
  "lists/EXP_PROFESSEUR.txt": ["NOM", "PRENOM"],
  "lists/EXP_CLASSE.txt": ["NOM", "NIVEAU", "PRINCIPAUX", "FILIERE"],
  "exports/EXP_COURS.csv": [
    "MAT_CODE",
    "MAT_LIBELLE",
    "PROF_NOM",
    "PROF_PRENOM",
    "CLASSE",
    "MODALITE",
    "CO-ENS.",
  ],
  "lists/services-copie.tsv": [
    "Classe > Groupe",
    "Matière/Sous-matière",
    "Professeur",
    "Coeff. Stand.",
    "Fac.",
    "Mode",
  ],
};

function planted(name: string): { readonly text: string; readonly count: number } {
  const bytes = listBytes(name);
  const isUtf16 = bytes[0] === 0xff;
  const text = new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
  const separator = text.includes("\t") ? "\t" : ";";
  const lines = text.trimEnd().split(/\r?\n/);
  const at = lines.findIndex((line) => line.includes(separator));
  const titles = lines[at]?.split(separator) ?? [];
  let count = 0;
  const rows = lines.slice(at + 1).map((line) =>
    [...line.split(separator), CANARY]
      .map((cell, column) => {
        const isRead = READ[name]?.includes(titles[column]?.replace("\ufeff", "") ?? "");
        if (!isRead) count++;
        return isRead ? cell : `${CANARY}${column}`;
      })
      .join(separator),
  );
  return { text: [[...titles, "Observations"].join(separator), ...rows].join("\n"), count };
}

/** People whom nobody knows here: they are named in the report, by what is read of them. */
const strange = (text: string) => text.replaceAll("ÉBAUCHETTE", "INCONNUE").replaceAll("TESTIN", "INCONNU");

test.each(
  Object.keys(READ).flatMap((name) => [
    [name, planted(name).text] as const,
    [name, strange(planted(name).text)] as const,
  ]),
)("%s", (name, text) => {
  const { count } = planted(name);
  expect(count).toBeGreaterThan(10);
  const comparison = compared(text);
  expect(comparison.rows).toBeGreaterThan(10);
  const proofs = proofsOf(comparison);
  const report = {
    name: "Collège",
    folder: ".",
    lists: [{ comparison, day: "2026-11-28", proofs, written: [] }],
    refused: [],
    placeOf: () => undefined,
  };
  const io = { localize: localizerFor("fr"), language: "fr" as const, color: true, columns: 80 };
  const whole = inspect({ comparison, proofs }, { depth: 9, maxArrayLength: null, maxStringLength: null });
  for (const made of [
    whole,
    textComparison(report, io),
    markdownComparison(report, io),
    htmlComparison(report, io),
    jsonComparison(report, io),
  ]) {
    expect(made.length).toBeGreaterThan(200);
    expect(made).not.toContain(CANARY);
  }
});
