import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "../model/establishment.ts";
import { reach } from "../model/reach.ts";
import { isOfAnotherYear, tickOf, type WrittenTick } from "./step-tick.ts";

function tick(text: string): WrittenTick | undefined {
  const { snapshot } = fixture(`deroulement: { creation-base: ${text} }\n`).context;
  const { entry } = reach(establishmentOf(snapshot).value, ["deroulement", "creation-base"]);
  return entry && tickOf(entry);
}

test("what is written about an item is read, each key by its own name", () => {
  expect(
    tick("{ fait: 2026-08-24, par: durand, annee: 2026-2027, note: x, pour: martin, avant: 2026-09-01 }"),
  ).toMatchObject({
    fait: "2026-08-24",
    par: "durand",
    annee: "2026-2027",
    note: "x",
    pour: "martin",
    avant: "2026-09-01",
  });
  expect(tick("{ sans-objet: rien ici }")).toMatchObject({ sansObjet: "rien ici" });
  expect(tick("[x]")).toBeUndefined();
});

test("a day that no calendar has is none", () => {
  expect(tick("{ fait: 2026-02-30 }")).not.toHaveProperty("fait");
});

test("a proof has a list, its day and its result; how many lines were read need not be written", () => {
  const proof = { liste: "classes", du: "2026-08-24", ecarts: 0 };
  const text = (more: string) => tick(`{ preuve: { liste: classes, du: 2026-08-24${more} } }`)?.preuve;
  expect(text(", ecarts: 0")).toEqual(proof);
  expect(text(", ecarts: 0, lues: 12")).toEqual({ ...proof, lues: 12 });
  expect(text("")).toBeUndefined();
  expect(tick("{ fait: 2026-08-24 }")).not.toHaveProperty("preuve");
  expect(tick("{ preuve: { liste: classes, du: 2026-02-30, ecarts: 0 } }")).not.toHaveProperty("preuve");
});

test("a tick is of another year by its school year, without one only if it is older than the calendar year", () => {
  const isOld = (text: string, year?: string) => {
    const written = tick(text);
    return written && isOfAnotherYear(written, year);
  };
  expect(isOld("{ fait: 2026-08-24, annee: 2025-2026 }", "2026-2027")).toBe(true);
  expect(isOld("{ fait: 2020-08-24, annee: 2026-2027 }", "2026-2027")).toBe(false);
  expect(isOld("{ fait: 2025-12-31 }", "2026-2027")).toBe(true);
  expect(isOld("{ fait: 2026-01-01 }", "2026-2027")).toBe(false);
  expect(isOld("{ fait: 2020-08-24 }")).toBe(false);
  expect(isOld("{ note: x }", "2026-2027")).toBe(false);
});
