import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { countReads } from "../../../test/support/reads.ts";
import { establishmentOf } from "../model/establishment.ts";
import { mapAt } from "../model/map-at.ts";
import { isAtOrBelow } from "../schema/screens.ts";
import { settings, settingsBelow } from "./entered-values.ts";

const SOURCE = `
niveaux: { 6e: { libelle: Sixième } }
professeurs: { martin: { nom: MARTIN } }
matieres: { FRANC: { libelle: Français } }
classes:
  6A: { niveau: 6e, services: { FRANC: { professeurs: [martin], coefficient: 2 } } }
  6B: { comme: 6A }
  6C: { niveau: 6e }
`;

function rootOf(source: string) {
  return establishmentOf(fixture(source).context.snapshot).value;
}

test("the settings below a path are those of the whole that stand there", () => {
  const root = rootOf(SOURCE);
  const all = settings(root);
  const paths = [...new Set(all.flatMap(({ path }) => path.map((_, at) => path.slice(0, at))))];
  for (const below of [...paths, ["classes", "*", "services"], ["classes", "none"]])
    expect(settingsBelow(root, below)).toEqual(all.filter(({ path }) => isAtOrBelow(path, below)));
  expect(settingsBelow(root, ["classes", "6B"]).length).toBeGreaterThan(2);
});

test("for the settings of one class, no other class is looked at", () => {
  const root = rootOf(SOURCE);
  const classes = [...(mapAt(root, ["classes"])?.entries.values() ?? [])];
  const reads = countReads(
    classes.filter(({ name }) => name !== "6C"),
    "value",
  );
  expect(settingsBelow(root, ["classes", "6C"]).length).toBeGreaterThan(0);
  expect(reads()).toBe(0);
});
