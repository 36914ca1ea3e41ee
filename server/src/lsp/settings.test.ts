import { expect, test } from "vitest";
import { settingsFrom } from "./settings.ts";

test("reads what is set, the later over the earlier", () => {
  const settings = settingsFrom(
    { language: "en" },
    { language: "fr", rules: { "unknown-reference": "off" } },
  );
  expect(settings.language).toBe("fr");
  expect([...settings.severities]).toEqual([["unknown-reference", "off"]]);
  expect(settingsFrom({ language: "fr" }, null).language).toBe("fr");
});

test("`auto`, nothing and nonsense leave the language to the editor", () => {
  for (const sent of [undefined, null, 3, "fr", {}, { language: "auto" }, { language: 7 }, { rules: [] }]) {
    expect(settingsFrom(sent).language).toBeUndefined();
  }
});
