import { expect, test } from "vitest";
import { participationOf } from "./participation.ts";

const PLACES = {
  folders: ["file:///ws", "vscode-vfs://github/a/b"],
  excluded: new Set(["file:///ws/lien", "file:///ws/ferme"]),
};

test.each([
  ["file:///ws/ecole/classes.pronote.yaml", "member"],
  ["file:///ws/ecole/CLASSES.PRONOTE.YML", "member"],
  ["file:///ws/archive.pronote.yaml/classes.pronote.yaml", "member"],
  ["vscode-vfs://github/a/b/ecole/classes.pronote.yaml", "member"],
  ["file:///ws/docker-compose.yaml", "none"],
  ["file:///ws/pronote.yaml", "none"],
  ["file:///ws/ecole/classes.pronote.yaml.orig", "none"],
  ["git:/ws/docker-compose.yaml", "none"],
  ["file:///ailleurs/ecole/classes.pronote.yaml", "alone"],
  ["file:///wsx/ecole/classes.pronote.yaml", "alone"],
  ["file:///ws/node_modules/a/classes.pronote.yaml", "alone"],
  ["file:///ws/.git/classes.pronote.yaml", "alone"],
  ["file:///ws/lien/ecole/classes.pronote.yaml", "alone"],
  ["file:///ws/ferme/classes.pronote.yaml", "alone"],
  ["git:/ws/ecole/classes.pronote.yaml", "alone"],
  ["fugitive:///ws/.git//0123/ecole/classes.pronote.yaml", "alone"],
  ["diffview:///ws/.git/0123/ecole/classes.pronote.yaml", "alone"],
  ["untitled:/ws/ecole/classes.pronote.yaml", "alone"],
  ["vscode-scm:git/classes.pronote.yaml", "alone"],
  ["vscode-vfs://github/a/c/ecole/classes.pronote.yaml", "alone"],
])("with workspace folders: %s", (uri, expected) => {
  expect(participationOf(uri, PLACES)).toBe(expected);
});

test.each([
  ["file:///ailleurs/ecole/classes.pronote.yaml", "member"],
  ["file:///ailleurs/notes.yaml", "none"],
  ["git:/ailleurs/ecole/classes.pronote.yaml", "alone"],
])("without workspace folders: %s", (uri, expected) => {
  expect(participationOf(uri, { folders: [], excluded: new Set() })).toBe(expected);
});

test("a workspace folder that is skipped elsewhere, or cannot be read", () => {
  const inside = "file:///ws/node_modules/a/classes.pronote.yaml";
  const folders = ["file:///ws", "file:///ws/node_modules/a"];
  expect(participationOf(inside, { folders, excluded: new Set() })).toBe("member");
  expect(participationOf(inside, { folders, excluded: new Set(["file:///ws/node_modules/a"]) })).toBe(
    "alone",
  );
});
