import { type Localize, type Message, message } from "../../base/message.ts";
import { shown } from "../../base/shown-text.ts";
import { IMPORT_FOLDER } from "../../exchange/import-files.ts";
import type { ImportPlan } from "../../exchange/import-plan.ts";
import {
  addedWords,
  differenceWords,
  goneWords,
  leftWords,
  outdatedWords,
  placeText,
} from "../../exchange/import-words.ts";
import { KIND_NAMES } from "../../exchange/outside.ts";
import type { SourceFinding } from "../../exchange/source.ts";
import { type Paint, paintOf } from "../check-formats/paint.ts";
import type { CommandIo } from "../command.ts";
import type { ImportReport } from "./import-report.ts";

/** How many lines of one sort are printed; how many more there are stands below. */
const SHOWN = 10;

/** The plan of an import for people: what it would write, what it keeps, and what it noticed. */
export function prettyImport(
  report: ImportReport,
  { localize, color }: Pick<CommandIo, "localize" | "color">,
): string {
  const paint = paintOf(color);
  const lines = report.isStopped
    ? [...findingLines(report, localize, paint), "", localize(message("Nothing was written."))]
    : planLines(report, localize, paint);
  return `${[headOf(report, paint), ...lines].join("\n")}\n`;
}

function headOf({ plan, sources, path }: ImportReport, { bold }: Paint): string {
  const names = sources.map(({ name, kind }) => `${name} (${KIND_NAMES[kind]})`);
  const name = bold(shown(plan.name || path(plan.folder)));
  // Of sources that could not be read, their findings tell.
  return names.length === 0 ? name : `${name} ← ${shown(names.join(", "))}`;
}

function planLines(report: ImportReport, localize: Localize, paint: Paint): readonly string[] {
  const { plan } = report;
  return [
    ...addedLines(report, localize, paint),
    ...some(outdatedLines(plan, localize), localize),
    ...some(goneLines(plan, localize), localize),
    ...some(differenceLines(report, localize), localize),
    ...findingLines(report, localize, paint),
    ...leftWords(plan).map((one) => `  · ${shown(localize(one))}`),
    "",
    localize(closing(report)),
  ];
}

function addedLines(
  { plan, path, isWritten }: ImportReport,
  localize: Localize,
  { green }: Paint,
): readonly string[] {
  const things = addedWords(plan).map((one) => localize(one));
  const files = folded(plan.files.map(({ uri }) => path(uri)));
  const sign = green("+");
  return [
    ...(things.length > 0 ? [`  ${sign} ${things.join(" · ")}`] : []),
    ...(files.length > 0
      ? [
          `  → ${localize(isWritten ? message("written: {0}", files.join(", ")) : message("to write: {0}", files.join(", ")))}`,
        ]
      : []),
  ];
}

/** Paths, with those in a folder of imported files as one. */
function folded(paths: readonly string[]): readonly string[] {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
  const isImported = (path: string) => folderOf(path).endsWith(`${IMPORT_FOLDER}/`);
  const folders = new Set(paths.filter(isImported).map(folderOf));
  return [
    ...paths.filter((path) => !isImported(path)),
    ...Array.from(folders, (folder) => {
      const names = paths
        .filter((path) => folderOf(path) === folder)
        .map((path) => path.slice(folder.length));
      return names.length === 1
        ? `${folder}${names[0]}`
        : `${folder}{${names.map((name) => name.replace(/\.pronote\.yaml$/, "")).join(",")}}.pronote.yaml`;
    }),
  ];
}

function differenceLines({ plan, path }: ImportReport, localize: Localize): readonly string[] {
  return plan.differences.map((one) => `  ~ ${shown(localize(differenceWords(one, path)))}`);
}

function outdatedLines(plan: ImportPlan, localize: Localize): readonly string[] {
  return outdatedWords(plan, "--refresh").map((one) => `  ↻ ${shown(localize(one))}`);
}

function goneLines(plan: ImportPlan, localize: Localize): readonly string[] {
  return goneWords(plan, "--prune").map((one) => `  - ${shown(localize(one))}`);
}

const SIGNS = { error: "✗", warning: "!", information: "·", hint: "·" } as const;

/** The findings, those of one kind together and only the first of many. */
function findingLines({ plan }: ImportReport, localize: Localize, paint: Paint): readonly string[] {
  const ids = [...new Set(plan.findings.map(({ id }) => id))];
  return ids.flatMap((kind) => {
    const findings = plan.findings.filter(({ id }) => id === kind);
    return some(
      findings.map((finding) => findingLine(finding, localize, paint)),
      localize,
    );
  });
}

function findingLine(finding: SourceFinding, localize: Localize, paint: Paint): string {
  const where = whereOf(finding);
  const text = `${where === "" ? "" : `${where}: `}${localize(finding.message)}`;
  return `  ${paint.severity(finding.severity, SIGNS[finding.severity])} ${shown(text)}`;
}

function whereOf({ source, place }: SourceFinding): string {
  return place ? placeText(place) : (source ?? "");
}

function closing({ plan, isWritten, failed }: ImportReport): Message {
  const { length } = plan.files;
  if (length === 0) return message("Nothing to do.");
  if (failed > 0)
    return message("Files written: {0} of {1}; the others could not be.", length - failed, length);
  return isWritten
    ? message("Files written: {0}.", plan.files.length)
    : message("Nothing is written yet: the same with {0} writes it.", "--write");
}

/** The first lines, and how many there are besides. */
function some(lines: readonly string[], localize: Localize): readonly string[] {
  const more = lines.length - SHOWN;
  if (more <= 1) return lines;
  return [
    ...lines.slice(0, SHOWN),
    `    ${localize(message("… and {0} more; {1} shows all", more, "--format json"))}`,
  ];
}
