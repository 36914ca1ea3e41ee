import { message } from "../../base/message.ts";
import { birthTitles, LIST_KINDS, type ListKind, type ListSpec, pupilTitles } from "../../schema/lists.ts";
import { looseLabel } from "../spelling.ts";
import {
  type Fit,
  fitOf,
  isTitled,
  missingTitles,
  type RefusedTitles,
  type TitleRow,
  type WrittenTitles,
} from "./title-fit.ts";

/** How a row of titles is read. */
export interface TitleOptions {
  /** The kind of the list, if the user says it. */
  readonly kind?: ListKind;
  readonly written: WrittenTitles;
}

/** A row that lacks a title that it has to have: a row below may be the one with the titles. */
export interface NearlyTitles {
  readonly nearly: RefusedTitles;
}

/** Reads a row as titles; `undefined` if it is none. A refusal ends the reading before any row below is looked at. */
export function titleRowIn(
  row: readonly string[],
  options: TitleOptions,
): TitleRow | RefusedTitles | NearlyTitles | undefined {
  const titles = row.map(looseLabel);
  const chosen = options.kind === undefined ? LIST_KINDS : [options.kind];
  const near = LIST_KINDS.flatMap((kind) => fitOf(kind, row, titles, options.written));
  const all = near.filter(({ missing }) => missing.length === 0);
  const refused = refusedTitles(titles, all);
  if (refused) return refused;
  const fits = all.filter(({ list }) => chosen.includes(list.kind));
  const sure = options.kind === undefined ? fits.filter(({ isMarked }) => isMarked) : fits;
  const best = Math.max(0, ...sure.map(({ score }) => score));
  const [first, second] = sure.filter(({ score }) => score === best);
  if (!first) return nearlyTitles(near.filter(({ list }) => chosen.includes(list.kind)));
  if (second) return ambiguousKind(first.list, second.list);
  return first.rival ?? first;
}

/** The best of several lists that lack a title that they have to have, and have one that nobody knows. */
function nearlyTitles(near: readonly Fit[]): NearlyTitles | undefined {
  const open = near.filter(
    ({ isMarked, unknown, missing }) => isMarked && unknown.length >= missing.length && missing.length > 0,
  );
  const best = Math.max(0, ...open.map(({ score }) => score));
  const [first, second] = open.filter(({ score }) => score === best);
  return first && !second ? { nearly: missingTitles(first) } : undefined;
}

/** Whether titles are those of a list of pupils or guardians. */
function refusedTitles(titles: readonly string[], fits: readonly Fit[]): RefusedTitles | undefined {
  const has = (names: readonly string[]) => names.some((name) => titles.some((one) => isTitled(one, name)));
  const isStaff = fits.some(({ list, isMarked }) => list.marks.length > 0 && isMarked);
  const isTaught = fits.some(({ list }) => list.kind === "services" || list.kind === "cours");
  if (isTaught && !has(PERSON)) return undefined;
  // A person in one class is a pupil; teachers have several, under another title.
  const isInClass = has(["prenom"]) && has(["classe"]) && !isStaff;
  if (!has(pupilTitles) && !isInClass && (isStaff || !has(birthTitles))) return undefined;
  return {
    id: "list-of-pupils",
    reason: message(
      "Its titles are those of a list of students or guardians, of whom nothing is compared: it is not read.",
    ),
  };
}

/** Titles of one person in each row. */
const PERSON = ["nom", "prenom", "eleve", ...birthTitles];

function ambiguousKind(one: ListSpec, other: ListSpec): RefusedTitles {
  return {
    id: "ambiguous-list",
    reason: message(
      "Its titles fit two lists, {0} and {1}: say which one it is with {2}.",
      one.title,
      other.title,
      `--kind ${one.kind}`,
    ),
  };
}
