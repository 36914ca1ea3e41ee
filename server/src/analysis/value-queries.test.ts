import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "../model/establishment.ts";
import { ValueQueries } from "./value-queries.ts";

const queriesOn = (text: string) => new ValueQueries(establishmentOf(fixture(text).context.snapshot).value);

test("a thing is found by its kind and name, removed ones are not", () => {
  const queries = queriesOn("salles: { CDI: { capacite: 30 }, B12: ~ }\nclasses: { 6A: { niveau: 6e } }\n");
  expect(queries.the("salles", "CDI")?.name).toBe("CDI");
  expect(queries.the("salles", "B12")).toBeUndefined();
  expect(queries.the("salles", "6A")).toBeUndefined();
  expect(queries.all("salles").map(({ name }) => name)).toEqual(["CDI"]);
  expect(queries.names("salles")).toEqual(["CDI"]);
  expect(queries.has("salles", "CDI")).toBe(true);
  expect(queries.has("salles", "B12")).toBe(false);
});

test("a value is found by its path, and what cannot be read is unknown", () => {
  const queries = queriesOn("classes:\n  6A: { niveau: 6e }\n  6B: [x]\n");
  expect(queries.get(["classes", "6A", "niveau"])).toMatchObject({ kind: "leaf", value: "6e" });
  expect(queries.get(["classes", "6A", "libelle"])).toBeUndefined();
  expect(queries.written(["classes", "6A", "niveau"])).toBe(true);
  expect(queries.written(["classes", "6A", "libelle"])).toBe(false);
  expect(queries.written(["classes", "6B", "libelle"])).toBeUndefined();
});
