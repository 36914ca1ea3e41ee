import { expect, test } from "vitest";
import { settingsFrom } from "./settings.ts";

test("settings are merged: the later ones replace the earlier ones", () => {
  const settings = settingsFrom(
    { language: "en" },
    { language: "fr", rules: { "unknown-reference": "off" } },
  );
  expect(settings.language).toBe("fr");
  expect([...settings.severities]).toEqual([["unknown-reference", "off"]]);
  expect(settingsFrom({ language: "fr" }, null).language).toBe("fr");
});

test("findings are shown of open files only if this is set", () => {
  expect(
    [{}, { openFilesOnly: true }, { openFilesOnly: "true" }].map((sent) => settingsFrom(sent).openFilesOnly),
  ).toEqual([false, true, false]);
});

test("with `auto`, no value or a malformed one, the editor decides the language", () => {
  for (const sent of [undefined, null, 3, "fr", {}, { language: "auto" }, { language: 7 }, { rules: [] }]) {
    expect(settingsFrom(sent).language).toBeUndefined();
  }
});
