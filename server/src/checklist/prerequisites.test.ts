import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "../model/establishment.ts";
import { type ItemPrerequisite, type ItemSpec, itemBySlug } from "../schema/checklist.ts";
import { Prerequisites } from "./prerequisites.ts";
import type { StepState } from "./state.ts";
import type { ChecklistStep } from "./step.ts";

const A = "acces-console-hebergement";
const B = "choix-hebergement";
const SELF_HOSTED = "installation-serveur";

/** A step of each item, to be done unless another state is given. */
function stepsWith(states: Readonly<Record<string, StepState>>): ReadonlyMap<ItemSpec, ChecklistStep> {
  const stepOf = (item: ItemSpec) => ({ item, state: states[item.slug] ?? "to-do" }) as ChecklistStep;
  return new Map([...itemBySlug.values()].map((item) => [item, stepOf(item)]));
}

/** The slugs of the open prerequisites of an item, where some items have other states than `to-do`. */
function open(
  after: readonly ItemPrerequisite[],
  states: Readonly<Record<string, StepState>>,
  text = "edt: {}\n",
) {
  const root = establishmentOf(fixture(text).context.snapshot).value;
  const steps = stepsWith(states);
  const prerequisites = new Prerequisites(root, (item) => steps.get(item)!);
  const item = { ...itemBySlug.get("coordonnees")!, after };
  return prerequisites.failing(item, ({ state }) => state === "to-do").map((step) => step.item.slug);
}

test("each prerequisite that is open is one, once", () => {
  expect(open([A, B, A], {})).toEqual([A, B]);
  expect(open([A, B], { [A]: "done" })).toEqual([B]);
});

test("of several alternatives one that is done is enough, one that does not apply is not", () => {
  expect(open([{ any: [A, B] }], {})).toEqual([A, B]);
  expect(open([{ any: [A, B] }], { [B]: "done" })).toEqual([]);
  expect(open([{ any: [A, B] }], { [B]: "not-applicable" })).toEqual([A]);
});

test("a prerequisite that does not apply is replaced by its own, of alternatives too if none applies", () => {
  const replaced = open([SELF_HOSTED], { [SELF_HOSTED]: "not-applicable" });
  expect(replaced).toEqual(open(itemBySlug.get(SELF_HOSTED)!.after, {}));
  expect(replaced.length).toBeGreaterThan(0);
  expect(open([{ any: [SELF_HOSTED] }], { [SELF_HOSTED]: "not-applicable" })).toEqual(replaced);
});

test("by the hosting mode another item comes before; while it is not known, either is enough", () => {
  const byMode = [{ heberge: A, "non-heberge": B }];
  expect(open(byMode, {}, "hebergement: { mode: heberge }\n")).toEqual([A]);
  expect(open(byMode, {}, "hebergement: { mode: non-heberge }\n")).toEqual([B]);
  expect(open(byMode, {})).toEqual([A, B]);
  expect(open(byMode, { [A]: "done" })).toEqual([]);
  expect(open([{ heberge: A }], {}, "hebergement: { mode: non-heberge }\n")).toEqual([]);
});

test("all prerequisites are the direct ones and theirs", () => {
  const root = establishmentOf(fixture("hebergement: { mode: heberge }\n").context.snapshot).value;
  const steps = stepsWith({});
  const all = new Prerequisites(root, (item) => steps.get(item)!);
  const slugs = [...all.all(itemBySlug.get("coordonnees")!)].map(({ item }) => item.slug);
  expect(slugs).toEqual(expect.arrayContaining(["creation-base", A]));
  expect(slugs).not.toContain("coordonnees");
});
