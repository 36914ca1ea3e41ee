import type { WorkspaceEdit } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import { relativeTo } from "../base/uri.ts";
import type { ImportPlan } from "../exchange/import-plan.ts";
import {
  addedWords,
  differenceWords,
  goneWords,
  leftWords,
  outdatedWords,
  placeText,
} from "../exchange/import-words.ts";
import { KIND_NAMES } from "../exchange/outside.ts";
import { isStopped, planImport } from "../exchange/plan-import.ts";
import { PARTS } from "../exchange/proposal.ts";
import { type ReadSources, readInPieces } from "../exchange/read-sources.ts";
import type { Source, SourceFinding } from "../exchange/source.ts";
import { markerIn } from "../rollout/sister-copy.ts";
import { shownPath } from "../syntax/private-names.ts";
import { Refusal, refusal, type SharedContext } from "./context.ts";
import { importEdit } from "./import-edit.ts";
import type { ImportAnswer, ImportFinding, ImportParams, PlannedImport } from "./import-protocol.ts";
import { type ImportTarget, importTarget } from "./import-target.ts";
import { createsFiles } from "./workspace-edit.ts";

/** What a client asks to import, with the bytes of the files. */
export interface UnreadImport {
  readonly params: ImportParams;
  readonly sources: readonly Source[];
  /** What is to be said of the files as such: some could not be read. */
  readonly noticed: readonly SourceFinding[];
}

/** What a client asks to import, once it was read. */
export interface ImportRequest {
  readonly params: ImportParams;
  readonly read: ReadSources;
}

/** The finding of a file of students that was not opened; it names an option of the command line. */
const PUPILS = "pupils-not-read";
const NOT_COUNTED = message("It holds students: it is not opened, unless you let it count them by class.");

/** How many lines of one sort are told; how many more there are stands below. */
const SHOWN = 10;

/** Reads the files that a client asks to import. Yields often, as they may be large. */
export function* readImport({ params, sources, noticed }: UnreadImport): Generator<void, ImportRequest> {
  const { records, findings } = yield* readInPieces(sources, { counts: params.counts === true });
  return { params, read: { records, findings: [...noticed, ...findings] } };
}

/**
 * What an import would do; or, where it is not clear into which establishment, all to choose from. Throws a `Refusal` if the
 * establishment that is named cannot be used.
 */
export function planExports(context: SharedContext, input: ImportRequest): ImportAnswer {
  const { read } = input;
  if (read.records.length === 0) return { planned: nothingRead(context, input, read.findings) };
  const target = importTarget(context, input.params, read.records);
  if (!("snapshot" in target)) return { choices: target };
  return { planned: planned(context, input, target, read) };
}

/**
 * The edit of an import, in parts that a user may take or leave; `undefined` if there is nothing to do. Throws a `Refusal` if
 * an error stops it, or the client cannot create files.
 */
export function importExports(context: SharedContext, input: ImportRequest): WorkspaceEdit | undefined {
  const { read } = input;
  const target = importTarget(context, input.params, read.records);
  if (!("snapshot" in target))
    throw refusal(context, message("It is not clear into which establishment this is to be imported."));
  const plan = planFor(input, target, read);
  const error = plan.findings.find(({ severity }) => severity === "error");
  if (error) throw refusal(context, error.message);
  if (plan.files.length === 0) return undefined;
  if (!createsFiles(context.client))
    throw new Refusal(context.localize(message("This editor does not let the server create files.")));
  return importEdit(context, plan, target);
}

function planFor({ params }: ImportRequest, { snapshot }: ImportTarget, read: ReadSources): ImportPlan {
  return planImport({
    snapshot,
    records: read.records,
    noticed: read.findings,
    only: new Set(PARTS),
    options: { refresh: params.refresh === true, prune: params.prune === true, lift: false },
  });
}

function planned(
  context: SharedContext,
  input: ImportRequest,
  target: ImportTarget,
  read: ReadSources,
): PlannedImport {
  const plan = planFor(input, target, read);
  const names = read.records.map(({ source, kind }) => `${source} (${KIND_NAMES[kind]})`);
  const marker = plan.isNew ? { marker: markerIn(target.folder) } : {};
  return {
    title: `${plan.name} ← ${names.join(", ")}`,
    establishment: target.folder,
    ...marker,
    isStopped: isStopped(plan),
    files: isStopped(plan) ? [] : plan.files.map(({ uri }) => target.folder + uri.slice(plan.folder.length)),
    lines: isStopped(plan) ? [] : linesOf(context, plan),
    findings: plan.findings.map((one) => findingOf(context, input, one)),
    outdated: plan.outdated.length,
    gone: plan.gone.filter(({ neededBy }) => neededBy === undefined).length,
    isCountable: read.findings.some(({ id }) => id === PUPILS),
  };
}

function nothingRead(
  context: SharedContext,
  input: ImportRequest,
  findings: readonly SourceFinding[],
): PlannedImport {
  return {
    title: input.params.sources.map(({ name }) => name).join(", "),
    isStopped: true,
    files: [],
    lines: [],
    findings: findings.map((one) => findingOf(context, input, one)),
    outdated: 0,
    gone: 0,
    isCountable: findings.some(({ id }) => id === PUPILS),
  };
}

/** What is new, outdated or gone, what was written otherwise and is kept, and what is left out. */
function linesOf({ localize }: SharedContext, plan: ImportPlan): readonly string[] {
  const { differences, folder } = plan;
  const path = (uri: string) => shownPath(relativeTo(folder, uri));
  const some = (lines: readonly string[]) =>
    lines.length <= SHOWN + 1
      ? lines
      : [...lines.slice(0, SHOWN), localize(message("… and {0} more", lines.length - SHOWN))];
  const added = addedWords(plan).map((one) => localize(one));
  return [
    ...(added.length > 0 ? [`+ ${added.join(" · ")}`] : []),
    ...some(
      outdatedWords(plan, message("“{0}”", message("Bring Up to Date"))).map((one) => `↻ ${localize(one)}`),
    ),
    ...some(
      goneWords(plan, message("“{0}”", message("Remove What Is Gone"))).map((one) => `- ${localize(one)}`),
    ),
    ...some(differences.map((one) => `~ ${localize(differenceWords(one, path))}`)),
    ...leftWords(plan).map((one) => `· ${localize(one)}`),
    ...(plan.files.length === 0 ? [localize(message("Nothing to do."))] : []),
  ];
}

function findingOf(
  { localize }: SharedContext,
  { params }: ImportRequest,
  finding: SourceFinding,
): ImportFinding {
  const { severity, source = "", place } = finding;
  const uri = params.sources.find(({ name }) => name === (place?.source ?? source))?.uri;
  const start = { line: (place?.line ?? 1) - 1, character: (place?.column ?? 1) - 1 };
  return {
    severity,
    message: localize(finding.id === PUPILS ? NOT_COUNTED : finding.message),
    source: place ? placeText(place) : source,
    ...(uri === undefined ? {} : { place: { uri, range: { start, end: start } } }),
  };
}
