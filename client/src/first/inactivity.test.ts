import { expect, test } from "vitest";
import { inactivityOf } from "./inactivity.ts";

const active = {
  path: "/a/classes.pronote.yaml",
  isUntitled: false,
  language: "pronote",
  isInFolder: true,
  isRunning: true,
};

test.each([
  [{}, undefined],
  [{ path: "/a/CLASSES.PRONOTE.YML" }, undefined],
  [{ path: undefined }, "no-file"],
  [{ isRunning: false }, "server-off"],
  [{ path: undefined, isRunning: false }, "server-off"],
  [{ isInFolder: false }, "outside"],
  [{ language: "yaml" }, "other-language"],
  [{ path: "Untitled-1", isUntitled: true, isInFolder: false }, "untitled"],
  [{ path: "/a/etablissement.yaml", language: "yaml" }, "marker-misnamed"],
  [{ path: "/a/classes.yml", language: "yaml" }, "name-without-pronote"],
  [{ path: "/a/README.md", language: "markdown" }, "other-file"],
])("with %j it is inactive for the reason %s", (situation, reason) => {
  const { path, ...others } = { ...active, ...situation };
  expect(inactivityOf({ ...others, ...(path === undefined ? {} : { path }) })).toBe(reason);
});
