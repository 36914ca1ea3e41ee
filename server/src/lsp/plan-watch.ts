import type { Analysis } from "../analysis/analysis.ts";
import type { Language } from "../base/message.ts";
import { planIn } from "../features/plan.ts";
import type { EstablishmentPlan, PlanParams } from "../features/protocol.ts";
import type { Workspace } from "../model/workspace.ts";

/** Detects whether a plan is another than the one that the client received last. */
export class PlanWatcher {
  readonly #analysis: Analysis;
  readonly #uri: (canonical: string) => string;
  /** The plan that the client asked for last, as JSON; `undefined` once it was told that it changed. */
  #last: { readonly params: PlanParams; readonly text: string } | undefined;

  constructor(analysis: Analysis, uri: (canonical: string) => string) {
    this.#analysis = analysis;
    this.#uri = uri;
  }

  /** The plan of an establishment; null if there is none. From this call on, `changed` compares with it. */
  plan(workspace: Workspace, params: PlanParams, language: Language): EstablishmentPlan | null {
    const plan = this.#of(workspace, params, language);
    this.#last = { params, text: JSON.stringify(plan) };
    return plan;
  }

  /** Whose plan is another in this workspace than the last one that was asked for; it is told once. */
  changed(workspace: Workspace, language: Language): PlanParams | undefined {
    const last = this.#last;
    if (!last) return undefined;
    if (JSON.stringify(this.#of(workspace, last.params, language)) === last.text) return undefined;
    this.#last = undefined;
    return last.params;
  }

  #of({ snapshots }: Workspace, params: PlanParams, language: Language): EstablishmentPlan | null {
    return planIn(snapshots, params, { analysis: this.#analysis, language, uri: this.#uri });
  }
}
