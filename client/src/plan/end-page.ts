import type { EstablishmentPlan } from "../../../server/src/features/plan-protocol.ts";
import type { LocalWords } from "../item-look.ts";
import type { PagePart } from "./frame.ts";
import { screenParts } from "./screen-parts.ts";
import { END } from "./sequence.ts";
import type { PlanSituation } from "./situation.ts";

/** The page after the last step: what is still open, and what belongs to no step. */
export function endPart(plan: EstablishmentPlan, { spot }: PlanSituation, l10n: LocalWords): PagePart {
  const open = plan.steps.length;
  const slugs = new Set(plan.steps.map(({ item }) => item.slug));
  const later = spot.later.filter((slug) => slugs.has(slug)).length;
  return {
    id: END,
    position: l10n.t("End"),
    title: open === 0 ? l10n.t("All steps are done") : l10n.t("End of the plan"),
    facts: [],
    notices: [],
    sentences: [
      openText(open, l10n),
      ...(later > 0 ? [laterText(later, l10n)] : []),
      ...(plan.rest.length > 0
        ? [l10n.t("Here are settings that belong to no step: no tick says whether they are entered.")]
        : []),
    ],
    screens: screenParts(plan.rest, false, l10n),
    hasSteps: open > 0,
  };
}

function openText(open: number, l10n: LocalWords): string {
  if (open === 0) return l10n.t("Nothing is left to do for this establishment.");
  return open === 1 ? l10n.t("1 step is still open.") : l10n.t("{0} steps are still open.", open);
}

function laterText(later: number, l10n: LocalWords): string {
  return later === 1 ? l10n.t("1 of them was put off.") : l10n.t("{0} of them were put off.", later);
}
