import { expect, test } from "vitest";
import { fixture } from "../../../../test/support/fixture.ts";
import { QueryDatabase } from "../../analysis/query-database.ts";
import { establishmentOf } from "../../model/establishment.ts";
import { mapAt } from "../../model/map-at.ts";
import { MAX_HELD } from "../../syntax/problem.ts";
import { unknownReference } from "./unknown-reference.ts";

test("of more names than are held, all are counted; what the others mean is not looked for", () => {
  const names = Array.from({ length: MAX_HELD + 50 }, (_, at) => `x${at}`);
  const { context } = fixture(`professeurs: { martin: { nom: MARTIN } }
matieres: { FRANC: {} }
classes: { 6A: { services: { FRANC: [${names.join(", ")}] } } }\n`);
  const entry = mapAt(establishmentOf(context.snapshot).value, ["classes", "6A", "services"])?.entry("FRANC");
  if (entry?.value.kind !== "map") throw new Error("no service");
  const { recorder } = new QueryDatabase().at(context.snapshot);
  recorder.begin();
  const results = [...(unknownReference.check?.({ ...entry, value: entry.value }, recorder) ?? [])];
  expect(results).toHaveLength(names.length);
  expect(results.filter(({ fixes }) => fixes)).toHaveLength(MAX_HELD);
  expect(results.at(-1)?.message.args[0]).toBe(names.at(-1));
});
