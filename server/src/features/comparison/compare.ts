import { withoutPrivateNames } from "../../analysis/conceal.ts";
import { appendAll } from "../../base/append-all.ts";
import { type Localize, message } from "../../base/message.ts";
import { inOrderOfNames } from "../../base/name-order.ts";
import { canonicalUri, isUnder, relativeTo } from "../../base/uri.ts";
import { stepsOf } from "../../checklist/steps.ts";
import { compareInPieces } from "../../exchange/compare/compare-list.ts";
import type { ComparedList, CompareReport } from "../../exchange/compare/compare-report.ts";
import type { ListComparison, ListDifference } from "../../exchange/compare/comparison.ts";
import { foldDifferences } from "../../exchange/compare/fold-differences.ts";
import { proofsOf } from "../../exchange/compare/proof.ts";
import { footOf } from "../../exchange/compare/report-foot.ts";
import { headOf, linesOf, type ReportLine } from "../../exchange/compare/report-lines.ts";
import { markdownComparison } from "../../exchange/compare/report-markdown.ts";
import { establishmentOf } from "../../model/establishment.ts";
import { fileOf, type Snapshot } from "../../model/snapshot.ts";
import { isDay } from "../../rules/shared/dates.ts";
import type { Entry, Value } from "../../schema/value.ts";
import { fileLines, rangeOf } from "../../syntax/file.ts";
import { isPrivateName, shownPath } from "../../syntax/private-names.ts";
import type { Node, Span } from "../../syntax/tree.ts";
import { folderNamed, nameOf } from "../checklist.ts";
import type {
  CompareAnswer,
  ComparedEstablishment,
  CompareParams,
  DifferenceFix,
} from "../compare-protocol.ts";
import type { SharedContext } from "../context.ts";
import type { ChecklistPlace } from "../protocol.ts";
import { alikeFix, fixesFor } from "./offered-fixes.ts";
import { openTitles, unknownTitles } from "./open-titles.ts";

/**
 * Compares a list of PRONOTE with the establishment of a file or folder; if that is none, with the only one there is, else
 * the answer only names all to choose from. The list is read and forgotten. Yields often, as it may be long.
 */
export function* compare(context: SharedContext, params: CompareParams): Generator<void, CompareAnswer> {
  const snapshots = context.workspace.establishments;
  const choices = inOrderOfNames(
    snapshots.map((one) => ({ uri: folderNamed(one, context.uri), name: nameOf(one) })),
    context.language,
  );
  const snapshot = snapshotAt(snapshots, params.uri);
  return snapshot ? { ...(yield* comparedWith(snapshot, params, context)), choices } : { choices };
}

function* comparedWith(
  snapshot: Snapshot,
  { text, day, titles = {} }: CompareParams,
  context: SharedContext,
): Generator<void, Pick<CompareAnswer, "compared" | "refused">> {
  const { localize, language, uri } = context;
  const source = { name: "PRONOTE", bytes: new TextEncoder().encode(text) };
  const result = yield* compareInPieces(source, establishmentOf(snapshot).value, {
    titles: new Map(Object.entries(titles)),
  });
  const school = { name: nameOf(snapshot), uri: folderNamed(snapshot, uri) };
  const [error] = "refused" in result ? [result.refused] : result.findings;
  if (error || "refused" in result) {
    const open = "refused" in result && result.open && openTitles(result.open, localize);
    const reason = error ? localize(withoutPrivateNames(error.message)) : "";
    return { refused: { ...school, reason, ...(open && { open }) } };
  }
  const known = day !== undefined && isDay(day) ? day : snapshot.today;
  const list = { comparison: result, day: known, proofs: proofsOf(result), written: [] };
  const steps = stepsOf(snapshot, context.analysis.establishmentFindings(snapshot), context.analysis.onFault);
  const place: PlaceAt = (path, node) => placeOf(node ?? keyAround(path, snapshot), snapshot, uri);
  const compared: ComparedEstablishment = {
    ...school,
    title: headOf(list, localize),
    summary: summaryOf(result, localize),
    differences: yield* toldDifferences(list, place, steps, localize),
    alike: result.correspondences.flatMap((one) => {
      const at = place([one.section, one.name]);
      const fixes = [alikeFix(one, localize)];
      return toldLine(only(list, { correspondences: [one] }), at, fixes, localize);
    }),
    foot: footOf(list, localize),
    report: markdownComparison(reportOf(list, snapshot), context),
    proofs: list.proofs.flatMap(({ item, differences }) => {
      const preuve = { liste: result.list.kind, du: known, lues: result.rows, ecarts: 0 };
      return differences > 0 ? [] : [{ slug: item.slug, title: item.title[language], preuve }];
    }),
    ...(result.unknown.length > 0 && { open: openTitles(unknownTitles(result), localize) }),
  };
  return { compared };
}

/** Where something of the configuration is written, by its path or what is there. */
type PlaceAt = (path: readonly string[], node?: Span) => ChecklistPlace | undefined;

/** The differences, as a client shows them; each with what can be done about it. */
function* toldDifferences(
  list: ComparedList,
  place: PlaceAt,
  steps: Parameters<typeof fixesFor>[1]["steps"],
  localize: Localize,
): Generator<void, ComparedEstablishment["differences"]> {
  const { comparison } = list;
  const told: ComparedEstablishment["differences"][number][] = [];
  for (const difference of ordered(comparison.differences)) {
    yield;
    const at = place(difference.path, difference.node);
    const fixes = fixesFor(difference, { comparison, steps, localize });
    appendAll(told, toldLine(only(list, { differences: [difference] }), at, fixes, localize));
  }
  return told;
}

/** A list with one thing in its report, as a client shows it; nothing if it has no place. */
function toldLine(
  list: ComparedList,
  place: ChecklistPlace | undefined,
  fixes: readonly DifferenceFix[],
  localize: Localize,
): ComparedEstablishment["differences"] {
  const [line] = linesOf(list, NOWHERE, localize);
  return line && place ? [{ sign: line.sign, message: told(line), place, fixes: fixes.filter(isShown) }] : [];
}

/** Whether a fix names and writes nothing that is private. */
function isShown({ change: { path = [], text = "" } }: DifferenceFix): boolean {
  return ![...path, text].some(isPrivateName);
}

const NOWHERE = { placeOf: () => undefined };

function snapshotAt(snapshots: readonly Snapshot[], uri: string | undefined): Snapshot | undefined {
  const [only, ...others] = snapshots;
  if (only && others.length === 0) return only;
  if (uri === undefined) return undefined;
  const canonical = canonicalUri(uri);
  return snapshots.find(({ folder }) => folder === canonical || isUnder(canonical, folder));
}

/** Differences as a report has them, each by itself. */
function ordered(differences: readonly ListDifference[]): readonly ListDifference[] {
  return foldDifferences(differences).flatMap(({ all }) => all);
}

/** The report on one list; places are told without the folder of the establishment. */
function reportOf(list: ComparedList, snapshot: Snapshot): CompareReport {
  const placeOf = (node: Node) => {
    const file = fileOf(snapshot, node);
    if (!file) return undefined;
    return {
      file: shownPath(relativeTo(snapshot.folder, file.uri)),
      line: rangeOf(file, node).start.line + 1,
    };
  };
  return { name: nameOf(snapshot), folder: "", lists: [list], refused: [], placeOf };
}

/** A list with one thing in its report. */
function only(
  list: ComparedList,
  one: Partial<Pick<ListComparison, "differences" | "correspondences">>,
): ComparedList {
  return { ...list, comparison: { ...list.comparison, differences: [], correspondences: [], ...one } };
}

function told({ where, text }: ReportLine): string {
  return where === "" ? text : `${where}: ${text}`;
}

function summaryOf({ differences, compared, agreeing }: ListComparison, localize: Localize): string {
  return localize(message("Differences: {0}. {1} of {2} agree.", differences.length, agreeing, compared));
}

/** Where something is written; else the head of the establishment. */
function placeOf(
  at: Span | undefined,
  snapshot: Snapshot,
  uri: SharedContext["uri"],
): ChecklistPlace | undefined {
  const file = at && fileOf(snapshot, at);
  if (file && at) return { uri: uri(file.uri), range: rangeOf(file, at) };
  const [marker] = snapshot.members;
  const start = { line: 0, character: 0 };
  const end = { line: 0, character: marker ? (fileLines(marker)[0]?.length ?? 0) : 0 };
  return marker && { uri: uri(marker.uri), range: { start, end } };
}

/** The key of the innermost thing on a path that is written in a file of the establishment or its bases. */
function keyAround(path: readonly string[], snapshot: Snapshot): Span | undefined {
  let value: Value | undefined = establishmentOf(snapshot).value;
  let found: Span | undefined;
  for (const key of path) {
    const entry: Entry | undefined = value?.kind === "map" ? value.entries.get(key) : undefined;
    if (!entry) break;
    if (fileOf(snapshot, entry.key)) found = entry.key;
    value = entry.value;
  }
  return found;
}
