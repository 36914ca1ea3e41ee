import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "./establishment.ts";
import { mapAt, withMap } from "./map-at.ts";

const { value: root } = establishmentOf(
  fixture("niveaux: { 6e: { services: { EPS: {} } } }\nannee-scolaire: 2026-2027\n").context.snapshot,
);

test("a map is replaced at its path, and nothing where there is none", () => {
  const services = mapAt(root, ["niveaux", "6e", "services"])!;
  const changed = withMap(root, ["niveaux"], services);
  expect(mapAt(changed, ["niveaux"])).toBe(services);
  expect(mapAt(changed, ["niveaux", "6e"])).toBeUndefined();
  for (const path of [["classes"], ["annee-scolaire"], ["niveaux", "5e"], ["niveaux", "6e", "x"]])
    expect([...withMap(root, path, services).entries]).toEqual([...root.entries]);
});
