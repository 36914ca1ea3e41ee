import { expect, test } from "vitest";
import { planOf, planStep } from "../../../test/support/plan.ts";
import { END } from "./sequence.ts";
import { PlanSession } from "./session.ts";

const plan = (...slugs: readonly string[]) => planOf(slugs.map((slug) => planStep(slug)));

function session(slug?: string, ...later: readonly string[]): PlanSession {
  const made = new PlanSession({
    establishment: "file:///s/a",
    later,
    ...(slug === undefined ? {} : { slug }),
  });
  made.update(plan("a", "b", "c"));
  return made;
}

test("begins with the first step, or with the one that is asked for", () => {
  expect(session().spot.slug).toBe("a");
  expect(session("b").spot.slug).toBe("b");
  expect(session(undefined, "a").spot.slug).toBe("b");
});

test("a whole plan is gone through from its first step to its end and back", () => {
  const at = session();
  const seen = [at.spot.slug];
  for (let step = 0; step < 3; step++) {
    at.move(1);
    seen.push(at.spot.slug);
  }
  expect(seen).toEqual(["a", "b", "c", END]);
  at.move(-1);
  expect(at.spot.slug).toBe("c");
});

test("a step that is put off comes after all others", () => {
  const at = session();
  at.later();
  expect(at.spot).toMatchObject({ slug: "b", later: ["a"] });
  at.move(1);
  at.move(1);
  expect(at.spot.slug).toBe("a");
  at.move(1);
  expect(at.spot.slug).toBe(END);
});

test("who puts every step off again and again comes to the end, not in a circle", () => {
  const at = session();
  const seen = [at.spot.slug];
  for (let step = 0; step < 6; step++) {
    at.later();
    seen.push(at.spot.slug);
  }
  expect(seen).toEqual(["a", "b", "c", "a", "b", "c", END]);
});

test("the last step that is left can be put off too, and the end is not", () => {
  const at = session("c", "a", "b");
  at.update(plan("c"));
  at.later();
  expect(at.spot.slug).toBe(END);
  at.later();
  expect(at.spot.later).toEqual(["a", "b", "c"]);
});

test("a tick goes on once the plan says that the step is done, and not before", () => {
  const at = session("b");
  at.willTick({ slug: "b", title: "Step b" });
  expect(at.update(plan("a", "b", "c"))).toBeUndefined();
  expect(at.spot.slug).toBe("b");
  expect(at.update(plan("a", "c"))).toEqual({ slug: "b", title: "Step b" });
  expect(at.spot.slug).toBe("c");
  expect(at.ticked?.slug).toBe("b");
  expect(at.update(plan("a", "c"))).toBeUndefined();
});

test("the tick of the last step leads to the end", () => {
  const at = session("c");
  at.willTick({ slug: "c", title: "c" });
  at.update(plan());
  expect(at.spot.slug).toBe(END);
});

test("who takes a tick back, or goes elsewhere, is not led on by it later", () => {
  for (const otherwise of [(at: PlanSession) => at.willNotTick(), (at: PlanSession) => at.go("b")]) {
    const at = session("b");
    at.willTick({ slug: "b", title: "b" });
    otherwise(at);
    expect(at.update(plan("a", "c"))).toBeUndefined();
    expect(at.spot.slug).toBe("b");
  }
});

test("a tick that was taken back elsewhere is no longer told", () => {
  const at = session("b");
  at.willTick({ slug: "b", title: "b" });
  at.update(plan("a", "c"));
  at.update(plan("a", "b", "c"));
  expect(at.ticked).toBeUndefined();
});

test("a step that others settled stays in view, and what came after it is next", () => {
  const at = session("b");
  at.update(plan("a", "c"));
  expect(at.spot.slug).toBe("b");
  at.move(1);
  expect(at.spot.slug).toBe("c");
});

test("an establishment that is gone keeps the spot, for it may come back", () => {
  const at = session("b", "a");
  at.update(null);
  expect(at.plan).toBeNull();
  at.update(plan("a", "b"));
  expect(at.spot).toEqual({ establishment: "file:///s/a", slug: "b", later: ["a"] });
});
