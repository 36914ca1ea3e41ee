import { withoutPrivateNames } from "../analysis/conceal.ts";
import { message } from "../base/message.ts";
import { inOrderOfNames } from "../base/name-order.ts";
import { canonicalUri } from "../base/uri.ts";
import { isTickable } from "../checklist/state.ts";
import type { ChecklistStep } from "../checklist/step.ts";
import { stepsOf } from "../checklist/steps.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { folderNamed, nameOf } from "./checklist.ts";
import type { TickAction, TickCandidate, TickPreviewParams } from "./checklist-protocol.ts";
import type { Context } from "./context.ts";
import { type TickTarget, ticks } from "./tick.ts";

/**
 * Which steps an action would change, and why others are left out, by the names of their establishments. A step that waits only for others of them may be ticked
 * together with these.
 */
export function tickPreview(
  target: TickTarget & Pick<Context, "language">,
  params: TickPreviewParams,
): TickCandidate[] {
  const all = target.workspace.establishments.map((snapshot) => ({ snapshot, name: nameOf(snapshot) }));
  return inOrderOfNames(all, target.language).flatMap(({ snapshot }) => {
    const wanted = wantedIn(snapshot.folder, params);
    if (!wanted) return [];
    const known = stepsOf(snapshot, target.analysis.establishmentFindings(snapshot), target.analysis.onFault);
    const steps = known.filter((step) => wanted(step) && step.state !== "not-applicable");
    const together = tickedTogether(steps);
    return steps.map((step) => candidate(target, snapshot, step, params.action, together));
  });
}

/** Which steps of an establishment are meant; `undefined` if none. */
function wantedIn(
  folder: string,
  { steps, slug, establishment, phase }: TickPreviewParams,
): ((step: ChecklistStep) => boolean) | undefined {
  if (steps) {
    const slugs = new Set(
      steps.filter((one) => canonicalUri(one.establishment) === folder).map((one) => one.slug),
    );
    return slugs.size === 0 ? undefined : ({ item }) => slugs.has(item.slug);
  }
  if (slug !== undefined) return ({ item }) => item.slug === slug;
  if (establishment === undefined || canonicalUri(establishment) !== folder) return undefined;
  return ({ item }) => item.phase === phase;
}

/** The steps that can be ticked, and those that then wait for nothing else. */
function tickedTogether(steps: readonly ChecklistStep[]): ReadonlySet<string> {
  const together = new Set(steps.filter(({ state }) => isTickable(state)).map(({ item }) => item.slug));
  for (let before = -1; before !== together.size; ) {
    before = together.size;
    for (const { item, waitsFor } of steps)
      if (waitsFor?.every((slug) => together.has(slug))) together.add(item.slug);
  }
  return together;
}

function candidate(
  target: TickTarget,
  snapshot: Snapshot,
  step: ChecklistStep,
  action: TickAction,
  together: ReadonlySet<string>,
): TickCandidate {
  const establishment = folderNamed(snapshot, target.uri);
  const { slug, title } = step.item;
  const named = { establishment, name: nameOf(snapshot), slug, title: target.localize(title) };
  const refused =
    reasonAgainst(target, step, action, together) ??
    ticks(target, [{ establishment, slug, action, note: "…" }]).refused[0]?.reason;
  return { ...named, ...(refused === undefined ? undefined : { refused }) };
}

/** Why the state of a step is against an action; `undefined` if it is not. */
function reasonAgainst(
  { localize }: TickTarget,
  step: ChecklistStep,
  action: TickAction,
  together: ReadonlySet<string>,
): string | undefined {
  if (action === "fait" && !together.has(step.item.slug)) return localize(withoutPrivateNames(step.why));
  const isWritten = (step.tick?.fait ?? step.tick?.sansObjet) !== undefined;
  return action === "a-faire" && !isWritten ? localize(message("Nobody ticked it.")) : undefined;
}
