import { shownJson } from "../../base/shown-text.ts";
import type { ComparedList, CompareReport } from "../../exchange/compare/compare-report.ts";
import type { ListDifference } from "../../exchange/compare/comparison.ts";
import { pointer } from "../../schema/pointer.ts";
import { shownPath } from "../../syntax/private-names.ts";
import type { CommandIo } from "../command.ts";

/** The differences for programs, as `README.md` describes them. `version` is raised when the shape changes. */
export function jsonComparison(report: CompareReport, { localize }: Pick<CommandIo, "localize">): string {
  const { name, folder, lists, refused } = report;
  const object = {
    version: 1,
    establishment: { name, folder },
    lists: lists.map((one) => withoutPrivate(listOf(one, report))),
    refused: refused.map(({ id, source, place, message }) => ({
      id,
      message: localize(message),
      source: place ? { file: place.source, line: place.line, column: place.column } : { file: source },
    })),
  };
  return `${shownJson(JSON.stringify(object, null, 2))}\n`;
}

/** A copy in which names and values that are private are hidden. */
function withoutPrivate(list: object): object {
  return JSON.parse(
    JSON.stringify(list, (_, value: unknown) => (typeof value === "string" ? shownPath(value) : value)),
  ) as object;
}

function listOf({ comparison, day, proofs, written }: ComparedList, { placeOf }: CompareReport) {
  const { list, source, columns, notShown } = comparison;
  const differenceOf = ({ sign, path, ours, theirs, reason, row, node }: ListDifference) => ({
    sign,
    path: pointer(path),
    ours,
    theirs,
    reason,
    row,
    at: node && placeOf(node),
  });
  return {
    source,
    kind: list.kind,
    day,
    rows: comparison.rows,
    compared: comparison.compared,
    agreeing: comparison.agreeing,
    hidden: comparison.hidden,
    notListed: comparison.notListed.length,
    notNeeded: comparison.notNeeded,
    parts: comparison.parts,
    incomplete: comparison.incomplete,
    differences: comparison.differences.map(differenceOf),
    accepted: comparison.accepted.map(differenceOf),
    unusedAcceptances: comparison.unusedAcceptances,
    correspondences: comparison.correspondences,
    columns: [...columns],
    notShown: notShown.map(pointer),
    isPartial: comparison.isPartial,
    likely: comparison.likely,
    unknown: comparison.unknown,
    proofs: proofs.map(({ item, differences, hidden }) => ({
      step: item.slug,
      differences,
      hidden: hidden.map(pointer),
      written: written.includes(item.slug),
    })),
  };
}
