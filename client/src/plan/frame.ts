import type { ChecklistPlace } from "../../../server/src/features/protocol.ts";
import type { LocalWords } from "../item-look.ts";
import type { PageButton, PageKey, PageNotice, PageScreen } from "./page.ts";
import { fileButton } from "./screen-parts.ts";
import { END } from "./sequence.ts";
import type { PlanSituation } from "./situation.ts";

/** What a page has between its head and its buttons. */
export interface PagePart {
  /** The slug of the step, or what is shown instead of one. */
  readonly id: string;
  readonly position: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly notices: readonly PageNotice[];
  readonly sentences: readonly string[];
  readonly screens: readonly PageScreen[];
  /** Where the step is written. */
  readonly place?: ChecklistPlace;
  /** Whether there are steps to go to. */
  readonly hasSteps: boolean;
  /** Of an open step: why it may not be ticked, if it may not. */
  readonly tick?: { readonly isOff?: string };
}

/** The buttons that lead to other steps, establishments and files. */
export function headButtons(
  situation: PlanSituation,
  place: ChecklistPlace | undefined,
  l10n: LocalWords,
): readonly PageButton[] {
  const { plan, schools } = situation;
  const buttons: PageButton[] = [];
  if (plan && plan.steps.length > 0)
    buttons.push({ id: "steps", text: l10n.t("All steps…"), action: { type: "steps" } });
  if (schools > 1 || (schools > 0 && !plan))
    buttons.push({ id: "schools", text: l10n.t("Other establishment…"), action: { type: "schools" } });
  if (place) buttons.push(fileButton("file", place, l10n.t("this step"), l10n));
  return buttons;
}

/** The buttons of the step, in the order of use. */
export function stepButtons(
  { spot }: PlanSituation,
  tick: PagePart["tick"],
  l10n: LocalWords,
): readonly PageButton[] {
  const next = spot.slug === END ? l10n.t("From the beginning") : l10n.t("Next");
  return [
    {
      id: "back",
      text: l10n.t("Back"),
      action: { type: "back" },
      key: { key: "ArrowUp", text: "↑", modifier: "alt" },
    },
    {
      id: "next",
      text: next,
      action: { type: "next" },
      key: { key: "ArrowDown", text: "↓", modifier: "alt" },
    },
    ...(tick ? [laterButton(l10n), tickButton(tick, l10n)] : []),
  ];
}

function laterButton(l10n: LocalWords): PageButton {
  return { id: "later", text: l10n.t("Later"), action: { type: "later" }, key: enter("alt", l10n) };
}

function tickButton({ isOff }: NonNullable<PagePart["tick"]>, l10n: LocalWords): PageButton {
  return {
    id: "tick",
    text: l10n.t("Tick and next"),
    action: { type: "tick" },
    key: enter("mod", l10n),
    isMain: true,
    ...(isOff === undefined ? {} : { isOff }),
  };
}

function enter(modifier: PageKey["modifier"], l10n: LocalWords): PageKey {
  return { key: "Enter", text: l10n.t("Enter"), modifier };
}
