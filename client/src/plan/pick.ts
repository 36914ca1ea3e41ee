import { env, l10n, window } from "vscode";
import type { ShownEstablishment } from "../checklist.ts";
import { lookOf, openFirst, totalsOf, wordsOf } from "../item-look.ts";
import type { PlanSession } from "./session.ts";

/** Lets the user pick a step of the plan, in its order; resolves to its slug. */
export async function pickStep({ plan, sequence, spot }: PlanSession): Promise<string | undefined> {
  const words = wordsOf(l10n, env.language);
  const steps = new Map((plan?.steps ?? []).map((step) => [step.item.slug, step]));
  const picks = sequence.flatMap((slug) => {
    const step = steps.get(slug);
    if (!step) return [];
    const { state } = lookOf(step.item, words);
    const description = spot.later.includes(slug) ? `${state}, ${l10n.t("put off")}` : state;
    return [{ label: step.item.title, description, detail: step.phase.title, slug }];
  });
  const options = { title: l10n.t("All Steps"), matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(picks, options))?.slug;
}

/** Lets the user pick an establishment, that of the open file first; resolves to its URI. */
export async function pickSchool(establishments: readonly ShownEstablishment[]): Promise<string | undefined> {
  const picks = openFirst(establishments, window.activeTextEditor?.document.uri.toString()).map((one) => ({
    label: one.name,
    description: totalsOf([one], l10n),
    uri: one.uri,
  }));
  const options = { title: l10n.t("Plan of Which Establishment?"), matchOnDescription: true };
  return (await window.showQuickPick(picks, options))?.uri;
}
