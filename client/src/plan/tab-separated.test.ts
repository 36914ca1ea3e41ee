import { expect, test } from "vitest";
import { tableText, valuesText } from "./tab-separated.ts";

test("a cell never begins another cell or line", () => {
  const rows = [{ name: "a\tb", cells: [{ value: "c\r\nd" }, { value: "" }] }];
  expect(tableText({ title: "", columns: ["N", "X", "Y"], rows })).toBe("N\tX\tY\na b\tc d\t");
});

test("of a value that is shown otherwise than it is pasted, the second is copied", () => {
  expect(valuesText([{ label: "Adresse", value: "(lien)", copy: "https://a.fr" }])).toBe(
    "Adresse\thttps://a.fr",
  );
});
