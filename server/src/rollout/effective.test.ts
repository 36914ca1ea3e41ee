import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { localizerFor } from "../base/localize.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { editFile } from "../syntax/file.ts";
import { effectiveText } from "./effective.ts";
import { HIDDEN } from "./value-words.ts";

const textOf = (source: string) =>
  effectiveText(fixture(source).context.snapshot, { localize: localizerFor("en") });

test("of a private line, neither names nor values are in the effective configuration", () => {
  const school = (comment: string) =>
    `matieres:\n  FRANC: { libelle: Français }${comment}\n  EPS: { libelle: Sport }\n`;
  expect(textOf(school(""))).toContain("libelle: Français");
  const hidden = textOf(school(" # mdp: Soleil-2026!"));
  expect(hidden).not.toMatch(/FRANC|Français|Soleil/);
  expect(hidden).toContain(HIDDEN);
  expect(hidden).toContain("libelle: Sport");
  // The value alone is on such a line.
  const inBlock = school("").replace("{ libelle: Français }", "\n    libelle: Français # mdp: Soleil-2026!");
  expect(textOf(inBlock)).toMatch(/FRANC:\n {4}libelle: /);
  expect(textOf(inBlock)).not.toMatch(/Français|Soleil/);
});

test("after a line is inserted above, the origins say where the values stand now", () => {
  const school = "matieres:\n  EPS: { libelle: Sport }\nprofesseurs:\n  martin: { nom: MARTIN }\n";
  const { file, workspace, snapshot } = fixture(school).context;
  const originsIn = (one: Snapshot) =>
    effectiveText(one, { localize: localizerFor("en"), nameOf: () => "f" }).match(/f:\d+/g);
  expect(originsIn(snapshot)).toEqual(["f:2", "f:4"]);
  const end = { line: 1, character: school.split("\n")[1]?.length ?? 0 };
  const now = editFile(file, [{ range: { start: end, end }, newText: "\n  # vu" }]);
  const [after = snapshot] = workspace.with([[now.uri, now]]).of(now.uri);
  expect(originsIn(after)).toEqual(["f:2", "f:5"]);
});
