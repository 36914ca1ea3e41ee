import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { localizerFor } from "../base/localize.ts";
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
