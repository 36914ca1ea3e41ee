import type { Mutant } from "./mutant.ts";
import type { MutantStatus } from "./results.ts";

/** A mutant of a folder and its result. */
export interface JudgedMutant {
  readonly folder: string;
  readonly mutant: Mutant;
  readonly status: MutantStatus | "equivalent";
}

const COLUMNS = ["killed", "timeout", "survived", "no coverage", "equivalent"] as const;

/** A table of the results per folder. Equivalent mutants do not count for the score. */
export function tableOf(judged: readonly JudgedMutant[], folders: readonly string[]): string {
  const rows = [...folders, "all"].map((folder) => {
    const own = judged.filter((one) => folder === "all" || one.folder === folder);
    const counts = COLUMNS.map((status) => own.filter((one) => one.status === status).length);
    return [folder, String(own.length), ...counts.map(String), scoreOf(own)];
  });
  const table = [["folder", "mutants", ...COLUMNS, "score"], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths?.[0] ?? 0) : cell.padStart(widths?.[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

function scoreOf(judged: readonly JudgedMutant[]): string {
  const count = (...statuses: readonly JudgedMutant["status"][]) =>
    judged.filter(({ status }) => statuses.includes(status)).length;
  const found = count("killed", "timeout");
  const all = found + count("survived", "no coverage");
  return all === 0 ? "-" : `${((found / all) * 100).toFixed(1)} %`;
}

/** The mutants that no test noticed, one per line, in the order of their places. */
export function unnoticedIn(judged: readonly JudgedMutant[]): readonly string[] {
  return judged
    .filter(({ status }) => status === "survived" || status === "no coverage")
    .sort(({ mutant: a }, { mutant: b }) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ status, mutant }) => `${status.padEnd(11)}  ${lineOf(mutant)}`);
}

/** A line about a mutant: its place and its change. */
function lineOf({ file, line, operator, before, after }: Mutant): string {
  return `${file}:${line}  ${operator}: ${before} → ${after}`;
}
