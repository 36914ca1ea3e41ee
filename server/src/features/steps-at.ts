import type { Position } from "vscode-languageserver-types";
import type { ChecklistStep } from "../checklist/step.ts";
import { stepsOf } from "../checklist/steps.ts";
import type { ItemSpec, KeyPath } from "../schema/checklist.ts";
import { items } from "../schema/checklist.ts";
import { namesOf, schemaPathAt } from "../schema/locate.ts";
import { folderNamed } from "./checklist.ts";
import type { StepName } from "./checklist-protocol.ts";
import type { AtPosition, Context } from "./context.ts";

/** The steps that cover what stands at a position, those of the establishment of the file; the most specific first. */
export function stepsAt(context: Context, { position }: AtPosition): StepName[] {
  const establishment = folderNamed(context.snapshot, context.uri);
  return stepsAbout(context, position).map(({ item }) => ({ establishment, slug: item.slug }));
}

/** The same as steps: the value at the position is one that they cover, or in one; on a tick, it is the step itself. */
export function stepsCovering(context: Context, position: Position): readonly ChecklistStep[] {
  return stepsOn(context, position, (depth) => depth !== undefined);
}

/** Where no step covers the value as a whole, those that cover a part of it. */
function stepsAbout(context: Context, position: Position): readonly ChecklistStep[] {
  const covering = stepsCovering(context, position);
  return covering.length > 0 ? covering : stepsOn(context, position, () => true);
}

/** The steps that apply and cover the value at a path of keys, or a part of it. */
export function stepsAboutPath(context: Context, path: KeyPath): readonly ChecklistStep[] {
  return stepsOnPath(context, path, () => true);
}

function stepsOn(
  context: Context,
  position: Position,
  takes: (depth: number | undefined) => boolean,
): readonly ChecklistStep[] {
  const schemaPath = schemaPathAt(context.file, position);
  return stepsOnPath(context, schemaPath ? namesOf(schemaPath) : [], takes);
}

function stepsOnPath(
  { snapshot, analysis }: Context,
  path: KeyPath,
  takes: (depth: number | undefined) => boolean,
): readonly ChecklistStep[] {
  if (!snapshot.establishment || path.length === 0) return [];
  const found = itemsAbout(path).filter(({ depth }) => takes(depth));
  if (found.length === 0) return [];
  const steps = new Map(
    stepsOf(snapshot, analysis.establishmentFindings(snapshot), analysis.onFault).map((step) => [
      step.item,
      step,
    ]),
  );
  return found.flatMap(({ item }) => {
    const step = steps.get(item);
    return step && step.state !== "not-applicable" ? [step] : [];
  });
}

interface ItemAbout {
  readonly item: ItemSpec;
  /** How many keys of its path are named, if it covers the value as a whole. */
  readonly depth: number | undefined;
}

/** The steps that the schema knows for the value at a path of keys, or for a part of it; the most specific first. */
export function itemsAbout(path: KeyPath): readonly ItemAbout[] {
  const [section, slug] = path;
  if (section === "deroulement") {
    const own = items.filter((item) => item.slug === slug);
    return own.map((item) => ({ item, depth: 1 }));
  }
  const found = items.flatMap((item) => {
    const covers = item.covers.filter((cover) => isAlong(cover, path));
    if (covers.length === 0) return [];
    const whole = covers.filter((cover) => cover.length <= path.length);
    return [{ item, depth: whole.length === 0 ? undefined : Math.max(...whole.map(({ length }) => length)) }];
  });
  return found.sort((a, b) => (b.depth ?? 0) - (a.depth ?? 0));
}

/** Whether one of two paths begins with the other. */
function isAlong(cover: KeyPath, path: KeyPath): boolean {
  return path.every((key, at) => at >= cover.length || cover[at] === "*" || cover[at] === key);
}
