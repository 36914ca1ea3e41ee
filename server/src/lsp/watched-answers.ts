import type { Analysis } from "../analysis/analysis.ts";
import type { Language } from "../base/message.ts";
import { STEP_DETAILS_CHANGED, type StepDetails, type StepName } from "../features/checklist-protocol.ts";
import type { SharedContext } from "../features/context.ts";
import { effective } from "../features/effective.ts";
import { fleet } from "../features/fleet.ts";
import {
  EFFECTIVE_CHANGED,
  type EffectiveParams,
  FLEET_CHANGED,
  type Fleet,
} from "../features/fleet-protocol.ts";
import { planIn } from "../features/plan.ts";
import { type EstablishmentPlan, PLAN_CHANGED, type PlanParams } from "../features/plan-protocol.ts";
import { CHECKLIST_CHANGED } from "../features/protocol.ts";
import type { FoundByFile } from "../features/standings.ts";
import { stepDetails } from "../features/step-details.ts";
import type { Workspace } from "../model/workspace.ts";
import { AnswerWatch, type Rounds } from "./answer-watch.ts";
import { ChecklistWatcher } from "./checklist-watch.ts";
import type { DocumentStore } from "./document-store.ts";
import { sliced } from "./scheduler.ts";

/** What the answers are made of, and how the client is told. */
interface WatchedAnswersHost {
  readonly analysis: Analysis;
  readonly store: Pick<DocumentStore, "workspace" | "names">;
  readonly language: () => Language;
  readonly context: () => SharedContext;
  readonly found: (workspace: Workspace) => FoundByFile;
  readonly rounds: Rounds;
  readonly notify: (method: string, params: object) => void;
}

/** Of so many effective configurations the client is told when they change. */
const MOST_EFFECTIVE = 16;
/** So many steps may be unfolded. */
const MOST_DETAILS = 32;

/** The answers that a client goes on showing: it is told when one of them is another, and then asks again. */
export class WatchedAnswers {
  readonly checklists: ChecklistWatcher;
  readonly plan: AnswerWatch<PlanParams, EstablishmentPlan | null>;
  readonly fleet: AnswerWatch<object, Fleet>;
  readonly effective: AnswerWatch<EffectiveParams, string | null>;
  readonly stepDetails: AnswerWatch<StepName, StepDetails | null>;
  readonly #host: WatchedAnswersHost;

  constructor(host: WatchedAnswersHost) {
    const { context, found, notify, rounds } = host;
    const contextOf = (workspace: Workspace): SharedContext => ({ ...context(), workspace });
    this.#host = host;
    this.checklists = new ChecklistWatcher(host);
    this.plan = new AnswerWatch(
      {
        *answer(workspace, params) {
          yield;
          return planIn(workspace, params, contextOf(workspace));
        },
        changed: (params) => notify(PLAN_CHANGED, params),
        most: 1,
      },
      rounds,
    );
    this.fleet = new AnswerWatch(
      {
        answer: (workspace) => fleet(contextOf(workspace), found(workspace)),
        changed: () => notify(FLEET_CHANGED, {}),
        most: 1,
      },
      rounds,
    );
    this.stepDetails = new AnswerWatch(
      {
        *answer(workspace, params) {
          yield;
          return stepDetails(contextOf(workspace), params);
        },
        changed: (params) => notify(STEP_DETAILS_CHANGED, params),
        most: MOST_DETAILS,
      },
      rounds,
    );
    this.effective = new AnswerWatch(
      {
        answer: (workspace, params) => effective(contextOf(workspace), params),
        changed: (params) => notify(EFFECTIVE_CHANGED, params),
        most: MOST_EFFECTIVE,
      },
      rounds,
    );
  }

  /** Compares what the client received with this workspace, which is checked. Ends early once `shouldContinue` is false. */
  async compare(workspace: Workspace, shouldContinue: () => Promise<boolean>): Promise<void> {
    const { language, notify } = this.#host;
    if (await sliced(this.checklists.isOther(workspace, language()), shouldContinue))
      notify(CHECKLIST_CHANGED, {});
    for (const watch of [this.stepDetails, this.plan, this.effective, this.fleet]) {
      if (!(await shouldContinue())) return;
      await sliced(watch.compare(workspace), shouldContinue);
    }
  }
}
