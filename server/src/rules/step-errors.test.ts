import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "../model/establishment.ts";
import { itemBySlug } from "../schema/checklist.ts";
import type { MapValue } from "../schema/value.ts";
import { errorsIn, errorsOf } from "./step-errors.ts";

test("an item is blocked by its own rules although it covers nothing there", () => {
  const { snapshot } = fixture(
    "classes: { 6A: { periodicite: mensuel } }\nlicence: { professeurs: 7 }\n",
  ).context;
  const root = establishmentOf(snapshot).value as MapValue;
  const item = itemBySlug.get("choix-hebergement")!;
  const errors = errorsOf(snapshot);
  expect(errors).toHaveLength(2);
  expect(errorsIn(item, root, errors)).toEqual([]);
  expect(errorsIn({ ...item, rules: ["unknown-value"] }, root, errors)).toEqual(errors);
});
