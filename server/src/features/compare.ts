import { canonicalUri, isUnder } from "../base/uri.ts";
import { compareList } from "../exchange/compare/compare-list.ts";
import type { ComparedList } from "../exchange/compare/compare-report.ts";
import type { ListDifference } from "../exchange/compare/comparison.ts";
import { proofsOf } from "../exchange/compare/proof.ts";
import { footOf } from "../exchange/compare/report-foot.ts";
import { ALIKE, headOf, linesOf } from "../exchange/compare/report-lines.ts";
import { establishmentOf } from "../model/establishment.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import { isDay } from "../rules/shared/dates.ts";
import type { Entry, Value } from "../schema/value.ts";
import { fileText, rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";
import { folderNamed } from "./checklist.ts";
import type {
  CompareAnswer,
  ComparedEstablishment,
  CompareParams,
  ListedDifference,
} from "./compare-protocol.ts";
import { Refusal, type SharedContext } from "./context.ts";
import type { ChecklistPlace } from "./protocol.ts";

/**
 * Compares a list of PRONOTE with the establishment of a file or folder; if that is none, with the only one there is, else
 * the answer names all to choose from. The list is read and forgotten. Throws a `Refusal` if it cannot be compared.
 */
export function compare(context: SharedContext, params: CompareParams): CompareAnswer {
  const snapshots = context.workspace.snapshots.filter(({ establishment }) => establishment);
  const snapshot = snapshotAt(snapshots, params.uri);
  if (!snapshot)
    return { choices: snapshots.map((one) => ({ uri: folderNamed(one, context.uri), name: nameOf(one) })) };
  return { compared: comparedWith(snapshot, params, context) };
}

function comparedWith(
  snapshot: Snapshot,
  { text, day }: CompareParams,
  context: SharedContext,
): ComparedEstablishment {
  const { localize, language, uri } = context;
  const source = { name: "PRONOTE", bytes: new TextEncoder().encode(text) };
  const result = compareList(source, establishmentOf(snapshot).value);
  if ("refused" in result) throw new Refusal(localize(result.refused.message));
  const [error] = result.findings;
  if (error) throw new Refusal(localize(error.message));
  const known = day !== undefined && isDay(day) ? day : snapshot.today;
  const list = { comparison: result, day: known, proofs: proofsOf(result), written: [] };
  const lines = linesOf(list, NOWHERE, localize);
  return {
    name: nameOf(snapshot),
    uri: folderNamed(snapshot, uri),
    title: headOf(list, localize),
    differences: differencesOf(list, snapshot, context),
    alike: lines.flatMap(({ sign, text: line }) => (sign === ALIKE ? [line] : [])),
    foot: footOf(list, localize),
    proofs: list.proofs.flatMap(({ item, differences }) => {
      const preuve = { liste: result.list.kind, du: known, lues: result.rows, ecarts: 0 };
      return differences > 0 ? [] : [{ slug: item.slug, title: item.title[language], preuve }];
    }),
  };
}

const NOWHERE = { placeOf: () => undefined };

function snapshotAt(snapshots: readonly Snapshot[], uri: string | undefined): Snapshot | undefined {
  const [only, ...others] = snapshots;
  if (only && others.length === 0) return only;
  if (uri === undefined) return undefined;
  const canonical = canonicalUri(uri);
  return snapshots.find(({ folder }) => folder === canonical || isUnder(canonical, folder));
}

function nameOf(snapshot: Snapshot): string {
  return establishmentOf(snapshot).value.get("etablissement")?.get("nom")?.value ?? snapshot.folder;
}

/** One finding for each difference, where ours is written; else at the nearest thing around it that is written. */
function differencesOf(
  list: ComparedList,
  snapshot: Snapshot,
  { localize, uri }: SharedContext,
): readonly ListedDifference[] {
  return list.comparison.differences.flatMap((difference) => {
    const one = {
      ...list,
      comparison: { ...list.comparison, differences: [difference], correspondences: [] },
    };
    const [line] = linesOf(one, NOWHERE, localize);
    const place = placeOf(difference, snapshot);
    if (!line || !place) return [];
    const where = line.where === "" ? "" : `${line.where}: `;
    return [{ sign: line.sign, message: `${where}${line.text}`, place: { ...place, uri: uri(place.uri) } }];
  });
}

function placeOf({ node, path }: ListDifference, snapshot: Snapshot): ChecklistPlace | undefined {
  const at: Span | undefined = node ?? keyAround(path, snapshot);
  const file = at && fileOf(snapshot, at);
  if (file && at) return { uri: file.uri, range: rangeOf(file, at) };
  const [marker] = snapshot.members;
  const start = { line: 0, character: 0 };
  const end = { line: 0, character: marker ? (fileText(marker).split("\n", 1)[0]?.length ?? 0) : 0 };
  return marker && { uri: marker.uri, range: { start, end } };
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
