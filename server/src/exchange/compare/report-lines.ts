import { withoutPrivateNames } from "../../analysis/conceal.ts";
import { dayInWords } from "../../base/day.ts";
import { type Localize, type LocalizedText, type Message, message } from "../../base/message.ts";
import { scalarText } from "../../schema/problems.ts";
import { schemaAt } from "../../schema/schema.ts";
import { shownPath } from "../../syntax/private-names.ts";
import type { ComparedList, CompareReport } from "./compare-report.ts";
import type { Correspondence, DifferenceSign, ListDifference, UntoldReason } from "./comparison.ts";
import { type FoldedDifference, foldDifferences } from "./fold-differences.ts";

/** The sign of each difference. */
export const SIGNS: { readonly [S in DifferenceSign]: string } = {
  missing: "+",
  other: "~",
  extra: "-",
  twice: "2×",
  untold: "?",
};

/** The sign of the same thing, written otherwise. */
export const ALIKE = "≈";

/** A line of a report: a difference, or a correspondence. */
export interface ReportLine {
  readonly sign: string;
  /** The things that it is about. */
  readonly where: string;
  readonly text: string;
  /** Where ours is written, as path:line. */
  readonly at?: string;
}

/** How many names of folded differences are shown. */
const SHOWN = 6;

/** The title of a list: its name, day and number of rows, and where it is found in PRONOTE. */
export function headOf({ comparison, day }: ComparedList, localize: Localize): string {
  const { list, rows } = comparison;
  return localize(
    message("{0} · list of {1}, rows: {2} · {3}", list.title, dayInWords(day), rows, list.path),
  );
}

/** The lines of a list. Of a name or value that is private, they show nothing. */
export function linesOf(
  { comparison, isSaved = false }: ComparedList,
  { placeOf }: Pick<CompareReport, "placeOf">,
  localize: Localize,
): readonly ReportLine[] {
  const { differences, correspondences } = comparison;
  return [
    ...foldDifferences(differences).map((one) => lineOf(one, placeOf, localize)),
    ...correspondences.map((one) => alikeLine(one, isSaved, localize)),
  ];
}

function lineOf(
  { first, all }: FoldedDifference,
  placeOf: CompareReport["placeOf"],
  localize: Localize,
): ReportLine {
  const place = first.node && placeOf(first.node);
  return {
    sign: SIGNS[first.sign],
    where: whereOf(first, all, localize),
    text: localize(withoutPrivateNames(textOf(first))),
    ...(place && { at: `${place.file}:${place.line}` }),
  };
}

/** The names of what differs: of the classes, and of the service; of a thing of its own, its name. */
function whereOf({ path }: ListDifference, all: readonly ListDifference[], localize: Localize): string {
  const names = [...new Set(all.flatMap((one) => one.path[1] ?? []))].map(shownPath);
  const more = names.length - SHOWN;
  const shown = more > 0 ? [...names.slice(0, SHOWN), localize(message("{0} more", more))] : names;
  const service = path[2] === "services" ? path[3] : undefined;
  return [shown.join(", "), shownPath(service ?? "")].join(" ").trim();
}

function textOf(difference: ListDifference): Message {
  const { sign, theirs } = difference;
  const title = valueTitle(difference);
  if (sign === "untold") return untold(difference);
  if (sign === "twice") return message("“{0}” is in PRONOTE more than once", theirs);
  if (!title) return sign === "extra" ? message("“{0}” is in PRONOTE only", theirs) : missing(difference);
  const ours = valueText(difference);
  if (sign === "missing") return message("{0}: {1}, nothing in PRONOTE", title, ours);
  if (sign === "extra") return message("{0}: nothing here, in PRONOTE {1}", title, theirs);
  return message("{0}: {1}, in PRONOTE {2}", title, ours, theirs);
}

function missing({ reason }: ListDifference): Message {
  return reason === "or-inactive"
    ? message(
        "not in PRONOTE, or inactive there and hidden: tick “Afficher les services inactifs” and copy the list again",
      )
    : message("not in PRONOTE");
}

const REASONS: { readonly [R in UntoldReason]: (difference: ListDifference) => Message } = {
  "or-inactive": missing,
  "open-label": ({ theirs }) =>
    theirs === ""
      ? message("cannot be told: a name of the list that is not known here may stand for it")
      : message("“{0}” is not known here, and may stand for what was not found", theirs),
  unplaced: () =>
    message(
      "cannot be told: rows of the list have a subject and no class, as below a merged cell; fill them in, or copy the list from PRONOTE",
    ),
  "shown-inactive": () =>
    message("inactive here, and the list shows it: whether it is inactive there cannot be told"),
  namesakes: ({ theirs }) =>
    theirs === ""
      ? message("cannot be told: several people have the name in the list")
      : message("cannot be told: several people are called “{0}”", theirs),
  nameless: ({ theirs }) =>
    theirs === ""
      ? message("cannot be told: its name is not written here")
      : message("cannot be told: in PRONOTE “{0}”, who may be somebody without a name here", theirs),
  unread: ({ theirs }) => message("cannot be told: “{0}” may stand in what cannot be read here", theirs),
  "not-understood": () => message("cannot be told: the value in the list is not understood"),
};

function untold(difference: ListDifference): Message {
  const { reason = "not-understood" } = difference;
  const why = REASONS[reason](difference);
  const title = valueTitle(difference);
  return title ? message("{0}: {1}", title, why) : why;
}

/** The title of the value that differs; nothing if a whole thing does. */
function valueTitle({ path }: ListDifference): LocalizedText | undefined {
  const isValue = path.length === 3 || path.length === 5;
  return isValue && path.at(-1) !== "services" ? schemaAt(path)?.title : undefined;
}

/** Our value, in PRONOTE's words if it is one of a list. */
function valueText({ path, ours }: ListDifference): LocalizedText | string {
  const { values, type } = schemaAt(path) ?? {};
  if (type === "boolean") return ours === "true" ? { en: "yes", fr: "oui" } : { en: "no", fr: "non" };
  return (values && Object.hasOwn(values, ours) ? values[ours]?.title : undefined) ?? ours;
}

function alikeLine(
  { section, label, name, by, times }: Correspondence,
  isSaved: boolean,
  localize: Localize,
): ReportLine {
  const why = {
    elimination: message("“{0}” is taken for {1}: rows: {2}, the same teachers", label, name, times),
    spelling: message("“{0}” is taken for {1}, which is spelt alike", label, name),
    code: message("“{0}” is called otherwise here, its code is {1}", label, name),
  }[by];
  const line = `${section}: { ${scalarText(label)}: ${scalarText(name)} }`;
  return {
    sign: ALIKE,
    where: "",
    text: localize(
      withoutPrivateNames(
        isSaved
          ? message("{0}. It is kept under “{1}”.", why, "correspondances")
          : message("{0}. To keep it, under “{1}”: {2}", why, "correspondances", line),
      ),
    ),
  };
}
