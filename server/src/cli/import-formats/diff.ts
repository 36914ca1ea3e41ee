import { shown, shownLines } from "../../base/shown-text.ts";
import { unifiedDiff } from "../diff.ts";
import type { ImportReport } from "./import-report.ts";

/** The texts that an import writes, as a unified diff. */
export function diffImport({ plan, path, isStopped }: ImportReport): string {
  if (isStopped) return "";
  return plan.files
    .map(({ uri, before = "", after }) =>
      unifiedDiff(shown(path(uri)), shownLines(before), shownLines(after)),
    )
    .join("");
}
