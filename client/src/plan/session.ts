import type { EstablishmentPlan } from "../../../server/src/features/plan-protocol.ts";
import { END, neighbour, putOff, sequenceOf } from "./sequence.ts";
import type { PlanSpot } from "./spot.ts";

/** A step by its slug and title. */
interface NamedStep {
  readonly slug: string;
  readonly title: string;
}

/** Where a person stands in the plan of an establishment, while the plan changes. */
export class PlanSession {
  #spot: PlanSpot;
  #plan: EstablishmentPlan | null | undefined;
  /** The last sequence that held the step that is shown: if that is gone, what comes after it is still known. */
  #former: readonly string[] = [];
  /** The step whose tick was asked for; it counts once the step is in the plan no more. */
  #ticking: NamedStep | undefined;
  #ticked: NamedStep | undefined;

  constructor(spot: PlanSpot) {
    this.#spot = spot;
  }

  get spot(): PlanSpot {
    return this.#spot;
  }

  /** The plan as it was last known; null if there is no such establishment, `undefined` before it is known. */
  get plan(): EstablishmentPlan | null | undefined {
    return this.#plan;
  }

  /** The open steps in the order in which they are shown, and `END`. */
  get sequence(): readonly string[] {
    const slugs = (this.#plan?.steps ?? []).map(({ item }) => item.slug);
    return sequenceOf(slugs, this.#spot.later);
  }

  /** The step that was ticked here a moment ago. */
  get ticked(): NamedStep | undefined {
    return this.#ticked;
  }

  /** Takes a new plan. If the step whose tick was asked for is done, the next one is shown, and the done one returned. */
  update(plan: EstablishmentPlan | null): NamedStep | undefined {
    this.#plan = plan;
    if (!plan) return undefined;

    const { sequence } = this;
    const slug = this.#spot.slug ?? sequence[0] ?? END;
    this.#stand(slug);
    if (this.#ticked && sequence.includes(this.#ticked.slug)) this.#ticked = undefined;
    const ticked = this.#ticking;
    if (!ticked || ticked.slug !== slug || sequence.includes(slug)) return undefined;
    this.move(1);
    this.#ticked = ticked;
    return ticked;
  }

  /** Shows the page that comes after (1) or before (-1) the one that is shown. */
  move(by: 1 | -1): void {
    this.go(neighbour(this.sequence, this.#former, this.#spot.slug ?? END, by));
  }

  /** Puts the step that is shown off, so that it comes last, and shows the next one. */
  later(): void {
    const { slug } = this.#spot;
    if (slug === undefined || slug === END || !this.sequence.includes(slug)) return;
    const { sequence } = this;
    const next = neighbour(sequence, sequence, slug, 1);
    this.#spot = { ...this.#spot, later: putOff(this.#spot.later, slug) };
    this.go(next);
  }

  /** Shows a step. */
  go(slug: string): void {
    this.#ticking = undefined;
    this.#ticked = undefined;
    this.#stand(slug);
  }

  /** To be called when a tick of the step that is shown was asked for. */
  willTick(step: NamedStep): void {
    this.#ticking = step;
  }

  /** To be called when the person thought better of it. */
  willNotTick(): void {
    this.#ticking = undefined;
  }

  #stand(slug: string): void {
    this.#spot = { ...this.#spot, slug };
    const { sequence } = this;
    if (sequence.includes(slug)) this.#former = sequence;
  }
}
