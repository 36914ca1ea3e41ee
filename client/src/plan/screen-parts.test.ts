import { expect, test } from "vitest";
import type { PlanTable } from "../../../server/src/features/plan-protocol.ts";
import { plainWords } from "../../../test/support/plan.ts";
import { screenParts } from "./screen-parts.ts";

const place = {
  uri: "file:///s/a/x.pronote.yaml",
  range: { start: { line: 3, character: 2 }, end: { line: 3, character: 9 } },
};
const tableOf = (table: Omit<PlanTable, "title">, onlyChanges = false) =>
  screenParts(
    [{ title: "", values: [], tables: [{ title: "Services", ...table }] }],
    onlyChanges,
    plainWords,
  )[0]?.tables[0];

test("the values of a screen: each is copied as it is pasted, and says where it is written and comes from", () => {
  const [screen] = screenParts(
    [
      {
        title: "Identité",
        path: "Paramètres > Identité (seen in 2019)",
        menu: "Paramètres > Identité",
        values: [
          { label: "Nom", value: "Collège A", copy: "Collège A", place },
          { label: "Espace", value: "ticked", before: "not ticked", from: "academie" },
        ],
        tables: [],
      },
    ],
    false,
    plainWords,
  );
  expect(screen?.path).toBe("In PRONOTE: Paramètres > Identité (seen in 2019)");
  expect(screen?.buttons.map(({ action }) => action)).toEqual([
    { type: "copy", text: "Paramètres > Identité", what: "Paramètres > Identité" },
    { type: "copy", text: "Nom\tCollège A\nEspace\tticked", what: "Identité" },
  ]);
  const [name, box] = screen?.values ?? [];
  expect(name?.buttons.map(({ spoken, action }) => [spoken, action])).toEqual([
    ["Copy: Nom", { type: "copy", text: "Collège A", what: "Nom" }],
    ["In the file: Nom", { type: "open", place }],
  ]);
  expect(box).toMatchObject({ value: "ticked", notes: ["before: not ticked", "academie"], buttons: [] });
});

test("a table: cells say what they are of, empty ones have no button, removed rows are not copied", () => {
  const shown = tableOf({
    columns: ["Matière", "Professeur"],
    rows: [
      { name: "EPS", cells: [{ value: "" }] },
      { name: "FRANC", cells: [{ value: "DURAND", before: "ROUX" }], place },
      { name: "LATIN", cells: [{ value: "ROUX" }], removed: true },
    ],
  });
  expect(shown?.buttons[0]?.action).toMatchObject({ text: "Matière\tProfesseur\nEPS\t\nFRANC\tDURAND" });
  expect(shown?.rows[0]?.cells[1]?.button).toBeUndefined();
  expect(shown?.rows[1]?.cells[1]).toMatchObject({
    notes: ["before: ROUX"],
    button: { spoken: "Copy FRANC, Professeur: DURAND", action: { text: "DURAND" } },
  });
  expect(shown?.rows[1]?.buttons).toHaveLength(1);
  expect(shown?.rows[2]?.note).toBe("to be removed in PRONOTE");
});

test("of a table with very many rows only the first are shown, it says so, and all are copied", () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ({ name: `P${at}`, cells: [] }));
  const table = tableOf({ columns: ["Nom"], rows });
  expect(table?.rows).toHaveLength(300);
  expect(table?.hint).toContain("Rows that are not shown: 700");
  const [copy] = table?.buttons ?? [];
  expect(copy?.action.type === "copy" && copy.action.text.split("\n")).toHaveLength(1001);
});

test("that a row is to be added is told only among changes: in a first rollout all are", () => {
  const table = { columns: ["Nom"], rows: [{ name: "EPS", cells: [], added: true }] };
  expect(tableOf(table)?.rows[0]?.note).toBeUndefined();
  expect(tableOf(table, true)?.rows[0]?.note).toBe("to be added in PRONOTE");
});
