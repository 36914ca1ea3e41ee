import type { PlanStep } from "../../../server/src/features/plan-protocol.ts";
import { assignmentOf, type LocalWords, lookOf } from "../item-look.ts";
import type { PagePart } from "./frame.ts";
import { stepsNotice, whyNoTick } from "./notices.ts";
import type { PageNotice } from "./page.ts";
import { screenParts } from "./screen-parts.ts";
import type { PlanSituation } from "./situation.ts";

/** The page of an open step: what to do, and what to enter on which screen. */
export function openStepPart(step: PlanStep, situation: PlanSituation, l10n: LocalWords): PagePart {
  const { item, phase } = step;
  const { sequence, server } = situation;
  const isOff = whyNoTick(item, server, l10n);
  const who = assignmentOf(item, l10n);
  return {
    id: item.slug,
    position: l10n.t("Step {0} of {1}", sequence.indexOf(item.slug) + 1, sequence.length - 1),
    title: item.longTitle ?? item.title,
    facts: [
      phase.title,
      lookOf(item, l10n).state,
      ...(who === undefined ? [] : [who]),
      ...(item.rgpd ? [l10n.t("Personal data (RGPD)")] : []),
    ],
    notices: noticesOf(step, situation, l10n),
    sentences: sentencesOf(step),
    screens: screenParts(screensOf(step), step.onlyChanges, l10n),
    ...(item.place ? { place: item.place } : {}),
    hasSteps: true,
    tick: isOff === undefined ? {} : { isOff },
  };
}

function sentencesOf({ item, reason = "" }: PlanStep): readonly string[] {
  return [item.what, reason].filter((sentence) => sentence !== "");
}

/** A step without values still has the screen on which it is done. */
function screensOf({ screens, item }: PlanStep): PlanStep["screens"] {
  if (screens.length > 0 || item.path === undefined) return screens;
  const { path, menu } = item;
  return [{ title: "", path, ...(menu === undefined ? {} : { menu }), values: [], tables: [] }];
}

function noticesOf(step: PlanStep, { spot }: PlanSituation, l10n: LocalWords): readonly PageNotice[] {
  const { item, waitsFor, enteredWith, onlyChanges } = step;
  const notices: PageNotice[] = [
    ...stepsNotice("waits", "warning", l10n.t("Waits for:"), waitsFor),
    ...stepsNotice("entered", "information", l10n.t("Entered on the screens of:"), enteredWith),
  ];
  const told = (id: string, text: string) => notices.push({ id, kind: "information", text, buttons: [] });
  if (onlyChanges) told("changes", l10n.t("Only what changed since the step was done is listed."));
  if (spot.later.includes(item.slug)) told("later", l10n.t("Put off: it comes after the other steps."));
  if (item.fait?.note) told("note", item.fait.note);
  return notices;
}
