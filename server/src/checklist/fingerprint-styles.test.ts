import fc from "fast-check";
import { expect, test } from "vitest";
import { COVERED_SCHOOL as SCHOOL } from "../../../test/support/covered-school.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { type Choose, choices, type StyledValue, shuffled, written } from "../../../test/support/styles.ts";
import { fileFindings } from "../analysis/file-findings.ts";
import { establishmentOf } from "../model/establishment.ts";
import { items } from "../schema/checklist.ts";
import { pointer } from "../schema/pointer.ts";
import { rootSchema, type Schema, schemaOfKey } from "../schema/schema.ts";
import { fingerprintIn, fingerprintOf } from "./fingerprint.ts";

type Group = { readonly [key: string]: StyledValue };

const CLASSES: readonly string[] = Object.keys(SCHOOL["classes"] as Group);
const CLASS_LISTS = /^(?:referentiels|personnels)\/[^/]+\/classes$/;

test("the fingerprints do not depend on how the same meaning is written", () => {
  const plain = fingerprints(files(SCHOOL, () => 0));
  expect(Object.keys(plain).length).toBeGreaterThan(60);
  const shapes = fileFindings(fixture(files(SCHOOL, () => 0)).context.file);
  expect(shapes.map(({ message }) => message.args)).toEqual([]);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const choose = choices(seed);
      expect(fingerprints(files(rephrased(SCHOOL, rootSchema, choose), choose))).toEqual(plain);
    }),
    { numRuns: 80 },
  );
});

test("another value changes exactly the fingerprints that cover it", () => {
  const leaves = leavesOf(SCHOOL, []);
  fc.assert(
    fc.property(fc.nat(leaves.length - 1), fc.integer(), (index, seed) => {
      const path = leaves[index] ?? [];
      const choose = choices(seed);
      const [before, after] = [SCHOOL, changedAt(SCHOOL, rootSchema, path)].map((school) =>
        fingerprints(files(rephrased(school, rootSchema, choose), choose)),
      );
      const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
      const changed = keys.filter((key) => before?.[key] !== after?.[key]);
      expect(changed.filter((key) => !isSelection(path, key)).sort()).toEqual(
        covering(path)
          .filter((key) => !isSelection(path, key))
          .sort(),
      );
    }),
    { numRuns: 120 },
  );
});

// The results of a version must never change: the steps of existing schools would be reopened. A change needs a new
// version.
test.each(["1", "2"])("the fingerprints of version %s", async (version) => {
  const of: typeof fingerprintOf = (item, root) => fingerprintIn(version, item, root) ?? new Map();
  const found = fingerprints(
    files(SCHOOL, () => 0),
    of,
  );
  const lines = Object.entries(found).map(([key, hash]) => `${key} ${hash}\n`);
  await expect(lines.sort().join("")).toMatchFileSnapshot(`./fingerprint-version-${version}.txt`);
});

function fingerprints(source: string, of = fingerprintOf): { readonly [key: string]: string } {
  const root = establishmentOf(fixture(source).context.snapshot).value;
  return Object.fromEntries(
    items.flatMap((item) => [...of(item, root)].map(([key, hash]) => [`${item.slug} ${key}`, hash])),
  );
}

/** A school as a marker, another member and a base. */
function files(school: Group, choose: Choose): string {
  const texts: Record<string, StyledValue>[] = [{}, {}, {}];
  for (const [section, values] of Object.entries(school)) {
    const names = rootSchema.properties.get(section)?.additional ? Object.entries(values) : [];
    const parts =
      names.length > 1 && choose(2) === 1 ? names.map((name) => Object.fromEntries([name])) : [values];
    for (const part of parts) {
      const text = texts[section === "etablissement" ? 0 : choose(3)] as Record<string, StyledValue>;
      text[section] = { ...(text[section] as Group | undefined), ...(part as Group) };
    }
  }
  const [marker = {}, member = {}, base = {}] = texts.map((text) => written(text, rootSchema, choose));
  return `#- etablissement.pronote.yaml\nherite-de: base.pronote.yaml\n${marker}#- autre.pronote.yaml\n${member}#- base.pronote.yaml\n${base}`;
}

/**
 * The same meaning written differently: explicit defaults, selections, values that come from a niveau or another
 * profile.
 */
function rephrased(school: Group, schema: Schema, choose: Choose): Group {
  const values = rephrasedValue(school, schema, choose, []) as Record<string, StyledValue>;
  const classes = values["classes"] as { [name: string]: Group };
  for (const [name, value] of Object.entries(classes)) {
    const niveau = (values["niveaux"] as { [name: string]: Group })[String(value["niveau"])];
    if (choose(2) === 1)
      values["classes"] = { ...(values["classes"] as Group), [name]: { ...niveau, ...value } };
  }
  const profils = values["profils-professeurs"] as { [name: string]: { autorisations: Group } };
  const [one, two] = [profils["Profil 1"], profils["Profil 2"]];
  if (one && two && choose(2) === 1) {
    const own = Object.entries(two.autorisations).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(one.autorisations[key]),
    );
    const isMore = Object.keys(one.autorisations).every((key) => key in two.autorisations);
    const like = { ...two, comme: "Profil 1", autorisations: Object.fromEntries(own) };
    if (isMore) values["profils-professeurs"] = { ...profils, "Profil 2": like };
  }
  return values;
}

function rephrasedValue(
  values: StyledValue,
  schema: Schema,
  choose: Choose,
  path: readonly string[],
): StyledValue {
  if (Array.isArray(values))
    return CLASS_LISTS.test(path.join("/")) ? selection(values as readonly string[], choose) : values;
  if (typeof values !== "object") return values;
  const entries = Object.entries(values).map(([key, value]) => {
    const below = schemaOfKey(schema, key) as Schema;
    return [key, rephrasedValue(value, below, choose, [...path, key])] as const;
  });
  const defaults = [...schema.properties].filter(
    ([key, below]) => below.default !== undefined && !(key in values) && path.length > 0 && choose(3) === 0,
  );
  const repeated = /\/services\/[^/]+$/.test(path.join("/")) && !("matiere" in values) && choose(2) === 1;
  return {
    ...Object.fromEntries(entries),
    ...Object.fromEntries(defaults.map(([key, below]) => [key, below.default as StyledValue])),
    ...(repeated ? { matiere: path.at(-1) ?? "" } : undefined),
  };
}

function selection(names: readonly string[], choose: Choose): readonly string[] {
  if (names.length === CLASSES.length) return [["toutes"], ["6e", "5A"], names, names][choose(4)] ?? names;
  return names.join() === "6A,6B"
    ? ([["6e"], names, ["6A", "6e"]][choose(3)] ?? names)
    : shuffled(names, choose);
}

function leavesOf(values: StyledValue, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof values !== "object" || Array.isArray(values)) return [path];
  return Object.entries(values).flatMap(([key, value]) => leavesOf(value, [...path, key]));
}

function changedAt(school: Group, schema: Schema, [key = "", ...rest]: readonly string[]): Group {
  const below = schemaOfKey(schema, key) as Schema;
  const value = school[key] as StyledValue;
  return {
    ...school,
    [key]: rest.length > 0 ? changedAt(value as Group, below, rest) : another(value, below),
  };
}

function another(value: StyledValue, schema: Schema): StyledValue {
  if (Array.isArray(value)) return value.length > 1 ? value.slice(1) : ["autre.xml"];
  const texts = ["autre", "2026-10-05", "2027-2028", "2027", "autre.xml", "0759901E", "AUTRE"];
  const candidates: StyledValue[] =
    typeof value === "boolean"
      ? [!value]
      : typeof value === "number"
        ? [value + 1]
        : [...(schema.enum ?? []), ...texts];
  const other = candidates.find((one) => one !== value && (schema.allows?.(one) ?? true));
  if (other === undefined) throw new Error(`nothing else than ${value}`);
  return other;
}

/** The keys of the fingerprints that cover a path, as `slug key`. */
function covering(path: readonly string[]): string[] {
  // The values of a niveau apply to its classes.
  const paths =
    path[0] !== "niveaux"
      ? [path]
      : CLASSES.filter(
          (name) => (SCHOOL["classes"] as { [name: string]: Group })[name]?.["niveau"] === path[1],
        )
          .filter(
            (name) =>
              !((SCHOOL["classes"] as { [name: string]: Group })[name]?.[path[2] ?? ""] !== undefined),
          )
          .map((name) => ["classes", name, ...path.slice(2)]);
  const keys = items.flatMap(({ slug, covers }) =>
    covers.flatMap((cover) =>
      paths
        .filter(
          (one) =>
            cover.every((key, index) => key === "*" || key === one[index]) && one.length >= cover.length,
        )
        .map(
          (one) =>
            `${slug} ${pointer(one.slice(0, cover.includes("*") ? cover.indexOf("*") + 1 : cover.length))}`,
        ),
    ),
  );
  return [...new Set(keys)];
}

/** Whether a fingerprint may change because the selected names change. */
function isSelection(path: readonly string[], key: string): boolean {
  return (
    path.at(-1) === "niveau" &&
    (key.includes("referentiels/") ||
      key.includes("personnels/") ||
      key.includes("periodicite") ||
      key.includes("classes/"))
  );
}
