/** Every setting of PRONOTE is covered by a step of the checklist, or a reason says why by none. */
import { expect, test } from "vitest";
import { isCovered } from "../server/src/checklist/coverage.ts";
import { items, type KeyPath } from "../server/src/schema/checklist.ts";
import { rootSchema, type Schema } from "../server/src/schema/schema.ts";

/** Settings that no step covers: `*` stands for any key, `**` for any number of them. */
const NOT_COVERED: { readonly [path: string]: string } = {
  "**/comme": "Stands for the values that it takes over, which are covered.",
  "niveaux/**": "Holds for the classes and groups of the niveau, whose values are covered.",
  "etablissement/type": "Tells which steps and rules apply; it is entered nowhere.",
  "etablissement/academie": "Tells who may change the router; it is entered nowhere.",
  "etablissement/chef-etablissement": "Tells who answers for the data; it is entered nowhere.",
  "hebergement/console": "Says where the console is, which a person is asked to have at hand.",
  "imports/netsynchro": "Decides whether the import from SIECLE applies.",
  "imports/texte/**": "The tables complete people and things that are covered where they are written.",
  "eleves/photos": "Says what PRONOTE has. Photos of last year come with the recovery, which is covered.",
};

test("each setting that has a menu path is covered by a step, or a reason is given", () => {
  const reasons = Object.keys(NOT_COVERED).map(patternOf);
  const settings = settingsBelow(rootSchema, [], false);
  expect(settings.length).toBeGreaterThan(700);
  const open = settings.filter((path) => !items.some((item) => isCovered(item, path)));
  expect(open.map((path) => path.join("/")).filter((path) => !reasons.some((one) => one.test(path)))).toEqual(
    [],
  );
  // A reason for what is covered, or does not exist, is wrong.
  expect(reasons.filter((one) => !open.some((path) => one.test(path.join("/"))))).toEqual([]);
});

/** The paths of all values that are entered in PRONOTE: they have a menu path, or something that contains them has. */
function settingsBelow(schema: Schema, path: KeyPath, isEntered: boolean): readonly KeyPath[] {
  const entered = isEntered || schema.pronote !== undefined;
  const below = schema.additional
    ? [...schema.properties, ["*", schema.additional] as const]
    : [...schema.properties];
  if (below.length === 0) return entered ? [path] : [];
  return below.flatMap(([key, value]) => settingsBelow(value, [...path, key], entered));
}

function patternOf(path: string): RegExp {
  const parts = path.split("/").map((part) => (part === "**" ? ".+" : part === "*" ? "[^/]+" : part));
  return new RegExp(`^${parts.join("/")}$`);
}
