import type { Rule } from "../api/rule.ts";
import { bookingByNobody } from "./booking-by-nobody.ts";
import { desiderataOutOfReach } from "./desiderata-out-of-reach.ts";
import { exitBeforeLunch } from "./exit-before-lunch.ts";
import { mealsWithoutCounting } from "./meals-without-counting.ts";
import { projetHiddenFromTeam } from "./projet-hidden-from-team.ts";
import { rencontreEndsBeforeItStarts } from "./rencontre-ends-before-it-starts.ts";
import { rencontreLongerThanSession } from "./rencontre-longer-than-session.ts";
import { rencontreOnSunday } from "./rencontre-on-sunday.ts";
import { rencontreOutsideSchoolYear } from "./rencontre-outside-school-year.ts";
import { rencontreWithoutClasse } from "./rencontre-without-classe.ts";
import { wishWindowOutOfOrder } from "./wish-window-out-of-order.ts";

/** Meals, exits, projects for pupils, meetings, rooms. */
export const schoolLife: readonly Rule[] = [
  bookingByNobody,
  desiderataOutOfReach,
  exitBeforeLunch,
  mealsWithoutCounting,
  projetHiddenFromTeam,
  rencontreEndsBeforeItStarts,
  rencontreLongerThanSession,
  rencontreOnSunday,
  rencontreOutsideSchoolYear,
  rencontreWithoutClasse,
  wishWindowOutOfOrder,
];
