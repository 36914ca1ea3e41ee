import { shownJson } from "../../base/shown-text.ts";
import type { SourcePlace } from "../../exchange/source.ts";
import { pointer } from "../../schema/pointer.ts";
import type { CommandIo } from "../command.ts";
import type { ImportReport } from "./import-report.ts";

/** The plan of an import for programs, as `README.md` describes it. `version` is raised when the shape changes. */
export function jsonImport(report: ImportReport, { localize }: Pick<CommandIo, "localize">): string {
  const { plan, sources, path, isStopped, isWritten } = report;
  const files = isStopped ? [] : plan.files;
  const object = {
    version: 1,
    establishment: {
      name: plan.name,
      folder: path(plan.folder),
      new: plan.isNew,
      base: plan.base === undefined ? undefined : path(plan.base),
    },
    sources,
    added: Object.fromEntries(plan.added),
    completed: plan.completed,
    same: plan.same,
    cut: plan.cut,
    unknown: plan.unknown,
    differences: plan.differences.map(({ path: keys, ours, theirs, at, place }) => ({
      path: pointer(keys),
      ours,
      theirs,
      at: at && { file: path(at.uri), range: at.range },
      source: placeOf(place),
    })),
    outdated: plan.outdated.map(({ path: keys, theirs, place }) => ({
      path: pointer(keys),
      theirs,
      source: placeOf(place),
    })),
    gone: plan.gone.map(({ path: keys, neededBy }) => ({
      path: pointer(keys),
      needed: neededBy !== undefined,
    })),
    unfinished: plan.unfinished.map(pointer),
    otherPeople: plan.otherPeople,
    corrected: plan.corrected.map(path),
    findings: plan.findings.map(({ id, severity, message, source, place }) => ({
      id,
      severity,
      message: localize(message),
      source: place ? placeOf(place) : source && { file: source },
    })),
    files: files.map(({ uri, before }) => ({
      file: path(uri),
      action: before === undefined ? "create" : "change",
    })),
    written: isWritten,
  };
  return `${shownJson(JSON.stringify(object, null, 2))}\n`;
}

function placeOf({ source, line, column }: SourcePlace) {
  return { file: source, line, column };
}
