/** Every statement of the booklet has an example that runs, and where a rule guards it, a contradiction that it finds. */
import { expect, test } from "vitest";
import { bookletExamples, exampleFaults } from "./support/booklet-examples.ts";
import { answers } from "./support/traceability.ts";

const all = answers();

test("each statement has an example, and each example a statement", () => {
  expect(Object.keys(bookletExamples)).toEqual(all.map(({ id }) => id));
});

test.each(all.map(({ id, guarded }) => [id, guarded] as const))(
  "%s is stated, and contradicted where it can be",
  (id, guarded) => {
    expect(exampleFaults(id, bookletExamples[id] ?? {}, guarded)).toEqual([]);
  },
);

const STATES = "edt: { licence: reseau }\n";
const EXAMPLE = {
  states: STATES,
  contradicts: "edt: { licence: aucune, droit-connexion: true }\n",
  by: "edt-right-against-licence",
};

test.each([
  ["nothing", {}, "states nothing"],
  ["an example that is found", { ...EXAMPLE, states: "edt: { licence: rezeau }\n" }, "has unknown-value"],
  [
    "an example of something else",
    { ...EXAMPLE, states: "hebergement: { mode: heberge }\n" },
    "writes nothing that answers it",
  ],
  ["a contradiction that is right", { ...EXAMPLE, contradicts: STATES }, "alone, but: nothing"],
  [
    "a contradiction that another rule finds",
    { ...EXAMPLE, by: "unknown-key" },
    "alone, but: edt-right-against-licence",
  ],
  ["no contradiction", { states: STATES }, "is not guarded"],
  ["a reason and a contradiction", { ...EXAMPLE, none: "why" }, "is contradicted, and cannot be"],
  ["a text that nobody reads", { ...EXAMPLE, text: "a text of nowhere" }, "does not say “a text of nowhere”"],
  ["a reason to be left out", { untold: "why" }, "is told after all"],
])("an example with %s is found", (_, example, fault) => {
  expect(exampleFaults("S15-02", example, true)).toContainEqual(expect.stringContaining(fault));
});
