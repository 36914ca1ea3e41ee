import { expect, test } from "vitest";
import { localizerFor } from "../base/localize.ts";
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

test("values that mean nothing are told, and those that were not set are not", () => {
  const told = (sent: unknown) => settingsFrom(sent).problems.map(localizerFor("en"));
  const right = {
    language: "fr-FR",
    inlayHints: "all",
    codeLens: false,
    openFilesOnly: null,
    rules: {},
    format: {},
  };
  for (const sent of [undefined, {}, right, { language: "auto", format: { enable: true } }])
    expect(told(sent)).toEqual([]);
  expect(
    told({
      language: "de",
      inlayHints: true,
      codeLens: "off",
      openFilesOnly: 1,
      rules: 3,
      format: { enable: "no" },
    }),
  ).toEqual([
    "“3” is not a value of the setting “rentree.rules”: {…}.",
    "“de” is not a value of the setting “rentree.language”: auto, fr, en.",
    "“true” is not a value of the setting “rentree.inlayHints”: off, minimal, all.",
    "“off” is not a value of the setting “rentree.codeLens”: true, false.",
    "“1” is not a value of the setting “rentree.openFilesOnly”: true, false.",
    "“no” is not a value of the setting “rentree.format.enable”: true, false.",
  ]);
});
