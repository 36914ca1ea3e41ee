import { isOnPrivateLine } from "../analysis/conceal.ts";
import { appendAll } from "../base/append-all.ts";
import { mapAt } from "../model/map-at.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { fileOf } from "../model/snapshot.ts";
import { markerIn } from "../rollout/sister-copy.ts";
import { leafAt, type Value } from "../schema/value.ts";
import { rangeOf } from "../syntax/file.ts";
import type { ContentPath, ContentValue } from "./content.ts";
import { type Current, currentOf } from "./current.ts";
import { isTaken } from "./fonctions.ts";
import { goneThings, nextContent, withNamedOnes } from "./import-content.ts";
import { fileChanges } from "./import-files.ts";
import {
  type Difference,
  type FileChange,
  type ImportOptions,
  type ImportPlan,
  type PlannedChange,
  withOutcome,
} from "./import-plan.ts";
import { isLifted, lifted } from "./lifting.ts";
import { type Judged, judge } from "./merge-proposals.ts";
import { KIND_NAMES, type Outside } from "./outside.ts";
import { type ImportPart, type Proposal, thingOf } from "./proposal.ts";
import { proposalsOf } from "./propose.ts";
import { inWords, isToBeCreated, markerText, undecided } from "./scaffold.ts";
import type { SourceFinding } from "./source.ts";
import { unfinishedPeriods } from "./unfinished-periods.ts";

/** What an import is made of. */
export interface ImportInput {
  readonly outside: Outside;
  /** The establishment; without a marker if the import creates it. */
  readonly snapshot: Snapshot;
  readonly only: ReadonlySet<ImportPart>;
  readonly options: ImportOptions;
  readonly findings: readonly SourceFinding[];
}

/** Compares what sources say with an establishment, and plans what to write. Changes nothing. */
export function planOf({ outside, snapshot, only, options, findings }: ImportInput): ImportPlan {
  const before = currentOf(snapshot, []);
  const proposals = [...proposalsOf(outside, before.full, only)];
  const current = currentOf(snapshot, proposals);
  const periods = unfinishedPeriods(proposals, current, snapshot, options);
  appendAll(proposals, periods.inImport);
  const judged = judge(proposals, current);
  const found = goneThings(current, proposals, outside.kinds.has("sts-emp"));
  const gone = withNamedOnes(found, current, judged, options);
  const whole = nextContent(current, judged, gone, options);
  const wasLifted = current.importedFiles.some((one) => isLifted(one.content));
  const content = options.lift || wasLifted ? lifted(whole) : whole;
  const isNew = isToBeCreated(snapshot);
  const [base] = snapshot.bases;
  const taken = new Set(snapshot.members.map(({ uri }) => uri));
  const files = fileChanges(content, current, snapshot.folder, taken, originOf(outside));
  return {
    name: nameOf(current, outside),
    folder: snapshot.folder,
    isNew,
    ...(isNew && base && { base: base.uri }),
    options,
    added: addedThings(judged, current),
    completed: withOutcome(judged, "added").filter(({ proposal }) => isKnown(proposal.path, current)).length,
    outdated: withOutcome(judged, "outdated").map(({ proposal }) => changeOf(proposal)),
    differences: withOutcome(judged, "different").map((one) => differenceOf(one, snapshot)),
    gone,
    same: withOutcome(judged, "same", "superseded").length,
    cut: withOutcome(judged, "cut").length,
    unknown: withOutcome(judged, "unknown").length,
    corrected: current.corrected.map(({ uri }) => uri),
    findings,
    files: [...(isNew ? [firstFile(outside, snapshot, current)] : []), ...periods.files, ...files],
    otherPeople: outside.people.filter((person) => !isTaken(person)).length,
    unfinished: [...(isNew ? undecided(current.full) : []), ...periods.unfinished],
  };
}

function originOf({ kinds, exported }: Outside) {
  const makers = [...new Set([...kinds].map((kind) => KIND_NAMES[kind].replace("emp_sts", "STSWEB")))];
  return { makers, ...(exported && { day: exported.value }) };
}

function nameOf({ full }: Current, { school }: Outside): string {
  return leafAt(mapAt(full, ["etablissement"]), "nom", "string")?.value ?? inWords(school?.nom ?? "");
}

function firstFile(outside: Outside, snapshot: Snapshot, { full }: Current): FileChange {
  return { uri: markerIn(snapshot.folder), after: markerText(outside, snapshot, full) };
}

/** The numbers of new things, by section; services are counted apart. */
function addedThings(judged: readonly Judged[], current: Current): ReadonlyMap<string, number> {
  const things = new Map<string, Set<string>>();
  for (const { proposal } of withOutcome(judged, "added")) {
    const thing = thingOf(proposal.path);
    if (thing[0] === "niveaux" || isWritten(thing, current)) continue;
    const kind = thing.length > 2 ? "services" : (thing[0] ?? "");
    things.set(kind, (things.get(kind) ?? new Set()).add(JSON.stringify(thing)));
  }
  return new Map([...things].map(([kind, names]) => [kind, names.size]));
}

/** Whether a value is added to something that the configuration has already. */
function isKnown(path: ContentPath, current: Current): boolean {
  return path[0] !== "niveaux" && isWritten(thingOf(path), current);
}

function isWritten(thing: ContentPath, { full }: Current): boolean {
  return mapAt(full, thing.slice(0, -1))?.entries.has(thing.at(-1) ?? "") === true;
}

/** What a proposal says, for a report. */
function changeOf({ path, value, place }: Proposal): PlannedChange {
  return { path, theirs: shownValue(value), place };
}

function differenceOf({ proposal, ours }: Judged, snapshot: Snapshot): Difference {
  const node = ours && "node" in ours ? ours.node : undefined;
  const file = node && fileOf(snapshot, node);
  return {
    ...changeOf(proposal),
    value: proposal.value,
    // Of a line that holds something private, nothing is told.
    ours: node && isOnPrivateLine(node, file) ? "…" : ours ? shownOurs(ours) : "",
    ...(node && file && { node, at: { uri: file.uri, range: rangeOf(file, node) } }),
  };
}

function shownValue(value: ContentValue): string {
  if (value === null || value instanceof Map) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function shownOurs(value: Value): string {
  if (value.kind === "leaf") return String(value.value);
  if (value.kind !== "list") return "";
  return value.items.flatMap((item) => (item.kind === "leaf" ? [String(item.value)] : [])).join(", ");
}
