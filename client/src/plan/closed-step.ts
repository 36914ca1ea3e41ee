import type { ChecklistItem } from "../../../server/src/features/protocol.ts";
import { type LocalWords, lookOf } from "../item-look.ts";
import type { PagePart } from "./frame.ts";
import type { PageNotice } from "./page.ts";
import type { PlanSituation } from "./situation.ts";

/** The page of a step that is in the plan no more: it was settled meanwhile, or is gone. */
export function closedStepPart(slug: string, { checklist }: PlanSituation, l10n: LocalWords): PagePart {
  const item = checklist?.phases.flatMap(({ items }) => items).find((one) => one.slug === slug);
  return {
    id: slug,
    position: "",
    title:
      item?.longTitle ??
      item?.title ??
      (checklist ? l10n.t("A step that is not there any more") : l10n.t("Reading…")),
    facts: [],
    notices: [noticeOf(item, checklist !== undefined, l10n)],
    sentences: item ? sentencesOf(item) : [],
    screens: [],
    ...(item?.place ? { place: item.place } : {}),
    hasSteps: true,
  };
}

/** Who did it and when stands in the notice. */
function sentencesOf({ what, why, state }: ChecklistItem): readonly string[] {
  return [what, state === "done" ? "" : why].filter((sentence) => sentence !== "");
}

function noticeOf(item: ChecklistItem | undefined, isKnown: boolean, l10n: LocalWords): PageNotice {
  if (!isKnown || item?.open)
    return { id: "closed", kind: "information", text: l10n.t("Reading…"), buttons: [] };
  if (!item)
    return {
      id: "closed",
      kind: "warning",
      text: l10n.t("The checklist has no such step any more."),
      buttons: [],
    };
  const { state } = lookOf(item, l10n);
  return {
    id: "closed",
    kind: "done",
    text: l10n.t("Nothing is left to do here: {0}.", state),
    buttons: [],
  };
}
