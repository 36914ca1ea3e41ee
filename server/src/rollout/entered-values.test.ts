import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { countReads } from "../../../test/support/reads.ts";
import { localizerFor } from "../base/localize.ts";
import { establishmentOf } from "../model/establishment.ts";
import { mapAt } from "../model/map-at.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import { isAtOrBelow } from "../schema/screens.ts";
import { editFile } from "../syntax/file.ts";
import { effectiveText, effectiveTextInParts } from "./effective.ts";
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

test("the settings of an unchanged thing follow the names that it selects", () => {
  const school = "personnels: { petit: { nom: PETIT, classes: [6A, 6B] } }\nclasses: { 6A: {}, 6B: {} }\n";
  const { file, workspace } = fixture(school).context;
  const pathsIn = (of: Workspace) =>
    settings(establishmentOf(of.of(file.uri)[0] as Snapshot).value).map(({ path }) => path.join("/"));
  expect(pathsIn(workspace)).not.toContain("personnels/petit/classes");
  const end = { line: 1, character: "classes: { 6A: {}, 6B: {}".length };
  const now = editFile(file, [{ range: { start: end, end }, newText: ", 6C: {}" }]);
  const after = workspace.with([[now.uri, now]]);
  expect(pathsIn(after)).toContain("personnels/petit/classes");
  // The thing itself is the same.
  const thingIn = (of: Workspace) =>
    mapAt(establishmentOf(of.of(file.uri)[0] as Snapshot).value, ["personnels"])?.entries.get("petit");
  expect(thingIn(after)).toBe(thingIn(workspace));
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

test("between two pauses of an effective configuration, few things are looked at", () => {
  const classes = Array.from({ length: 600 }, (_, at) => `  C${at}: { niveau: 6e, libelle: c${at} }\n`);
  const { snapshot } = fixture(`niveaux: { 6e: {} }\nclasses:\n${classes.join("")}`).context;
  const style = { localize: localizerFor("en"), nameOf: () => "f" };
  const things = mapAt(establishmentOf(snapshot).value, ["classes"])?.entries.values() ?? [];
  const reads = countReads([...things], "value");
  let [most, before, parts] = [0, 0, 0];
  const work = effectiveTextInParts(snapshot, style);
  let step = work.next();
  for (; !step.done; step = work.next()) {
    most = Math.max(most, reads() - before);
    before = reads();
    parts++;
  }
  expect(parts).toBeGreaterThan(600);
  expect(reads()).toBeGreaterThan(600);
  expect(most).toBeLessThan(600);
  expect(step.value).toBe(effectiveText(snapshot, style));
});
