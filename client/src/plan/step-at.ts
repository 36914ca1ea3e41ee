import type { ChecklistPlace, EstablishmentPlan, PlanScreen } from "../../../server/src/features/protocol.ts";

/** A position in a file, from 0. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** The slug of the step that covers what is written at a position of a file; the innermost place decides. */
export function stepAt(
  plan: EstablishmentPlan,
  isFile: (uri: string) => boolean,
  position: Position,
): string | undefined {
  const places = plan.steps.flatMap(({ item, screens }) =>
    [...(item.place ? [item.place] : []), ...screens.flatMap(placesOn)].map((place) => ({
      slug: item.slug,
      place,
    })),
  );
  const around = places.filter(({ place }) => isFile(place.uri) && holds(place, position));
  return around.sort((a, b) => sizeOf(a.place) - sizeOf(b.place))[0]?.slug;
}

function placesOn({ values, tables }: PlanScreen): readonly ChecklistPlace[] {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => [row, ...row.cells]));
  return [...values, ...cells].flatMap(({ place }) => (place ? [place] : []));
}

/** Whole lines count: at `mode: heberge`, the cursor may stand at the key while the place is the value. */
function holds({ range }: ChecklistPlace, { line }: Position): boolean {
  return range.start.line <= line && line <= range.end.line;
}

function sizeOf({ range }: ChecklistPlace): number {
  return range.end.line - range.start.line;
}
