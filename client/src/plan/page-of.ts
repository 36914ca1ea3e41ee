import type { PlanStep } from "../../../server/src/features/plan-protocol.ts";
import type { LocalWords } from "../item-look.ts";
import { closedStepPart } from "./closed-step.ts";
import { endPart } from "./end-page.ts";
import { headButtons, type PagePart, stepButtons } from "./frame.ts";
import { generalNotices } from "./notices.ts";
import type { PlanPage } from "./page.ts";
import { END } from "./sequence.ts";
import type { PlanSituation } from "./situation.ts";
import { openStepPart } from "./step-page.ts";

/** The languages of the editor, and of what the server says. */
export interface PageLanguages {
  readonly chrome: string;
  readonly content: string;
}

/** What the view shows in a situation. */
export function planPageOf(situation: PlanSituation, l10n: LocalWords, languages: PageLanguages): PlanPage {
  const { spot, name } = situation;
  const part = partOf(situation, l10n);
  return {
    spot,
    id: JSON.stringify([spot.establishment, part.id]),
    chromeLanguage: languages.chrome,
    contentLanguage: languages.content,
    school: situation.plan?.name ?? name,
    position: part.position,
    title: part.title,
    facts: part.facts,
    notices: [...generalNotices(situation, l10n), ...part.notices],
    sentences: part.sentences,
    screens: part.screens,
    tools: headButtons(situation, part.place, l10n),
    buttons: part.hasSteps ? stepButtons(situation, part.tick, l10n) : [],
    names: { buttons: l10n.t("Steps of the plan") },
  };
}

function partOf(situation: PlanSituation, l10n: LocalWords): PagePart {
  const { plan, spot } = situation;
  if (plan === undefined) return plainPart("reading", l10n.t("Reading…"));
  if (plan === null) return plainPart("gone", l10n.t("This establishment is not there any more"));

  const slug = spot.slug ?? END;
  if (slug === END) return endPart(plan, situation, l10n);
  const step: PlanStep | undefined = plan.steps.find(({ item }) => item.slug === slug);
  return step ? openStepPart(step, situation, l10n) : closedStepPart(slug, situation, l10n);
}

function plainPart(id: string, title: string): PagePart {
  return { id, position: "", title, facts: [], notices: [], sentences: [], screens: [], hasSteps: false };
}
