import { type MessageArgument, message } from "../../base/message.ts";
import { effectOf, type PlanStyle, type ReportedPlan, rightInWords } from "./plan-report.ts";

/** A table about rights. */
export interface RightsTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The effective rights before and after a change: a table for each profile, and one for the people. */
export function rightsTables({ rights }: ReportedPlan, { localize }: PlanStyle): readonly RightsTable[] {
  const { profiles = [], people = [] } = rights ?? {};
  const words = (list: readonly MessageArgument[]) =>
    list.map((one) => (typeof one === "object" ? localize(one) : String(one))).join(", ");
  const ofProfiles = profiles.map(({ name, rights }) => ({
    title: name,
    columns: [message("Right"), message("Before"), message("After"), message("Effect")].map(localize),
    rows: rights.map((right) => {
      const effect = effectOf(right);
      return [
        localize(right.label),
        localize(rightInWords(right.before)),
        localize(rightInWords(right.after)),
        effect ? localize(effect) : "",
      ];
    }),
  }));
  if (people.length === 0) return ofProfiles;
  return [
    ...ofProfiles,
    {
      title: localize(message("Who gains or loses rights")),
      columns: [message("People"), message("Gain"), message("Lose")].map(localize),
      rows: people.map(({ people, gains, loses }) => [words(people), words(gains), words(loses)]),
    },
  ];
}
