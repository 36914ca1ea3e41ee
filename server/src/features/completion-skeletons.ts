import { establishmentOf } from "../model/establishment.ts";
import { converted } from "../schema/convert.ts";
import type { Schema } from "../schema/schema.ts";
import { entryIn, modesOf, type Skeleton, skeletons } from "../schema/skeletons.ts";
import { indentationOf } from "../syntax/indentation.ts";
import type { InsertionContext } from "../syntax/insertion-context.ts";
import { type CompletionOffer, SKELETON } from "./completion-item.ts";
import type { Context } from "./context.ts";
import { isInBase } from "./view.ts";

/**
 * Texts to start with, in block style: at the root, for sections that nothing of this establishment writes yet; in a
 * section of named things, for one of these. None for clients that would not show their tab stops.
 */
export function skeletonOffers(
  context: Context,
  cursor: InsertionContext,
  schema: Schema,
): readonly CompletionOffer[] {
  const { path, flow, colon } = cursor;
  if (flow || colon || cursor.quote || !context.client.snippets) return [];
  const mode = establishmentOf(context.snapshot).value.get("hebergement")?.get("mode")?.value;
  const fitting = skeletons.filter(
    (one) => mode === undefined || [...modesOf(one)].every((its) => its === mode),
  );
  const [section] = path;
  if (path.length === 0) return sections(context, cursor, fitting);
  return path.length === 1 && schema.additional && typeof section === "string"
    ? entries(
        context,
        cursor,
        fitting.filter((one) => one.section === section),
      )
    : [];
}

function sections(
  context: Context,
  { written }: InsertionContext,
  fitting: readonly Skeleton[],
): readonly CompletionOffer[] {
  const files = isInBase(context) ? [context.file] : context.snapshot.members;
  const isWritten = (section: string) =>
    written.has(section) || files.some((file) => converted(file).value.entries.has(section));
  return fitting
    .filter(({ section, lines }) => lines.length > 1 && !isWritten(section))
    .map((one) => offerOf(context, one, one.section, one.lines, 0));
}

function entries(
  context: Context,
  { indent }: InsertionContext,
  fitting: readonly Skeleton[],
): readonly CompletionOffer[] {
  return fitting.flatMap((one) => {
    const lines = entryIn(one);
    return lines ? [offerOf(context, one, context.localize(one.title), lines, indent)] : [];
  });
}

function offerOf(
  { localize, workspace, file }: Context,
  { title }: Skeleton,
  label: string,
  lines: readonly string[],
  indent: number,
): CompletionOffer {
  const [year = "", month = "", day = ""] = workspace.today.split("-");
  const detail = localize(title);
  const step = indentationOf(file.root);
  const snippet = lines
    .map((line) => line.replace(/^ +/, (spaces) => " ".repeat((spaces.length / 2) * step)))
    .join(`\n${" ".repeat(indent)}`)
    .replaceAll("$CURRENT_YEAR", year)
    .replaceAll("$CURRENT_MONTH", month)
    .replaceAll("$CURRENT_DATE", day);
  return { label, kind: SKELETON, ...(detail === label ? undefined : { detail }), snippet, rank: 2 };
}
