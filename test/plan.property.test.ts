/** What is left to enter: every setting stands on exactly one screen, and a review lists exactly what changed. */
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { isOpen } from "../server/src/checklist/state.ts";
import { plan } from "../server/src/features/plan.ts";
import { establishmentOf as effective } from "../server/src/model/establishment.ts";
import type { Snapshot } from "../server/src/model/snapshot.ts";
import type { Workspace } from "../server/src/model/workspace.ts";
import { changedSince, type FormerSettings, formerSettings } from "../server/src/rollout/changes.ts";
import { enteringItems } from "../server/src/rollout/entering-steps.ts";
import { planOf } from "../server/src/rollout/plan.ts";
import { type ScreenEntry, screensWith } from "../server/src/rollout/screens.ts";
import { selected } from "../server/src/rules/shared/selections.ts";
import { pathOfPointer, pointer } from "../server/src/schema/pointer.ts";
import { type Schema, schemaOfKey } from "../server/src/schema/schema.ts";
import type { MapValue, Value } from "../server/src/schema/value.ts";
import { establishmentOf, generatedFiles, workspaceWith } from "./corpus/establishment.ts";
import { analysis, stepsOf } from "./support/analysis.ts";
import { UNTICKED } from "./support/rollout.ts";

const COUNT = Number(process.env["RENTREE_CORPUS"] ?? 20);

interface Leaf {
  readonly value: Value | undefined;
  readonly schema: Schema;
}

/**
 * The settings of an establishment by their paths, found in another way than the engine finds them: scalars, lists and
 * the names of things, but what the language says is none (`comme`, what lies underneath others, keys of an earlier
 * version) and the values that are equal to their default.
 */
function leavesOf(root: MapValue): ReadonlyMap<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const section of root.entries.keys())
    if (section !== "niveaux" && section !== "deroulement") visit(root, root, [section], found);
  return found;
}

/** Adds what is at a path, the last key of which is in this map, and all below. */
function visit(root: MapValue, map: MapValue, path: readonly string[], found: Map<string, Leaf>): void {
  const name = path.at(-1) ?? "";
  const value = map.entries.get(name)?.value;
  const schema = schemaOfKey(map.schema, name);
  if (!value || !schema || isContained(name, schema)) return;
  const isName = !map.schema.properties.has(name);
  if (isName && isThing(value, schema)) found.set(pointer(path), { value: undefined, schema });
  if (value.kind === "leaf" || value.kind === "list") {
    if (!isDefault(root, value, schema)) found.set(pointer(path), { value, schema });
    return;
  }
  if (value.kind !== "map") return;
  const repeating = isName ? map.schema.mentions?.unless : undefined;
  for (const below of value.entries.values())
    if (below.name !== repeating || plainOf(below.value) !== name)
      visit(root, value, [...path, below.name], found);
}

/** Whether a value, or that nothing is written yet, is about a thing with a name. */
function isThing({ kind }: Value, { type }: Schema): boolean {
  return type === "object" && (kind === "map" || kind === "absent");
}

/** What is contained in other values, or says nothing any more. */
function isContained(name: string, { deprecated, under }: Schema): boolean {
  return name === "comme" || deprecated === true || under !== undefined;
}

/** Whether a value is the default; of a list, whether it selects the same. */
function isDefault(root: MapValue, value: Value, { default: standard, items }: Schema): boolean {
  if (standard === undefined) return false;
  if (typeof standard !== "object" || !items) return plainOf(value) === standard;
  const all = (names: unknown) =>
    new Set([names].flat().flatMap((name) => selected(root, items, String(name))));
  return isDeepStrictEqual(all(plainOf(value)), all(standard));
}

function plainOf(value: Value): unknown {
  if (value.kind === "list") return value.items.map(plainOf);
  return value.kind === "leaf" ? value.value : undefined;
}

function isDecided(path: string): boolean {
  return path.startsWith("rgpd/") || path === "hebergement/mode";
}

/** The names of the corpus's establishments, and of the schools that are written whole. */
function* schools(): Generator<readonly [name: string, workspace: Workspace, folder: string]> {
  for (let seed = 1; seed <= COUNT; seed++) {
    // Without ticks, so that nothing is done yet.
    const { deroulement: _, ...content } = establishmentOf(seed).content;
    const workspace = workspaceWith(generatedFiles(content, seed).map(({ uri, text }) => [uri, text]));
    for (const { folder, establishment } of workspace.snapshots)
      if (establishment) yield [`seed ${seed}`, workspace, folder];
  }
  for (const [school, workspace] of Object.entries(UNTICKED))
    for (const { folder, establishment } of workspace.snapshots)
      if (establishment && folder.endsWith(`/${school}`)) yield [school, workspace, folder];
}

function snapshotOf({ snapshots }: Workspace, folder: string): Snapshot {
  const snapshot = snapshots.find((one) => one.folder === folder);
  if (!snapshot) throw new Error(`no establishment in ${folder}`);
  return snapshot;
}

test("every setting that is neither a default nor derived stands on exactly one screen", () => {
  const counts = {
    schools: 0,
    settings: 0,
    entered: 0,
    decided: 0,
    "not applicable": 0,
    screens: 0,
    unknown: 0,
  };
  for (const [name, workspace, folder] of schools()) {
    const snapshot = snapshotOf(workspace, folder);
    const steps = new Map(stepsOf(snapshot).map((step) => [step.item, step]));
    const planned = planOf(snapshot, [...steps.values()]);
    const entries = [...planned.steps.flatMap((step) => step.entries), ...planned.rest];
    const times = timesOf(entries);
    counts.schools++;
    for (const [at, leaf] of leavesOf(effective(snapshot).value)) {
      const items = enteringItems(pathOfPointer(at), leaf.value === undefined);
      const isLeft = items.length === 0 || items.some((item) => isOpen(steps.get(item)?.state ?? "done"));
      const kind = isDecided(at) ? "decided" : isLeft ? "entered" : "not applicable";
      counts.settings++;
      counts[kind]++;
      expect(times.get(at), `${name} ${at}`).toBe(kind === "entered" ? 1 : undefined);
      times.delete(at);
    }
    expect([...times.keys()], `${name}: entries that are no settings`).toEqual([]);
    const parts = [...planned.steps.map((step) => step.entries), planned.rest];
    const screens = parts.flatMap(screensWith);
    expect(
      screens.reduce((sum, screen) => sum + shownOn(screen), 0),
      name,
    ).toBe(entries.length);
    counts.screens += screens.length;
    counts.unknown += screens.filter(({ menu }) => menu === undefined).length;
  }
  process.stdout.write(`plan: ${JSON.stringify(counts)}\n`);
  expect(counts.entered).toBeGreaterThan(COUNT * 100);
});

/** How often each setting is listed; what follows from others is none. */
function timesOf(entries: readonly ScreenEntry[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { path, at } of entries) if (at) times.set(pointer(path), (times.get(pointer(path)) ?? 0) + 1);
  return times;
}

/** How many entries a screen shows; tables that are one for several things count for each. */
function shownOn({ values, tables }: ReturnType<typeof screensWith>[number]): number {
  return tables.reduce((sum, { around, rows }) => {
    const entries = rows.flatMap(({ entry, cells }) => [entry, ...cells].filter((one) => one !== undefined));
    return sum + entries.length * Math.max(1, around.length);
  }, values.length);
}

test("every screen has a menu path, or says that it is not known", () => {
  let count = 0;
  for (const [name, workspace, folder] of schools()) {
    for (const language of ["en", "fr"] as const) {
      const made = plan(snapshotOf(workspace, folder), { analysis, language, uri: (uri) => uri });
      const screens = [...made.steps.flatMap((step) => step.screens), ...made.rest];
      count += screens.length;
      const wrong = screens.filter(({ path, pathNote, title }) => !(path ?? pathNote) || !title);
      expect(wrong, name).toEqual([]);
    }
  }
  expect(count).toBeGreaterThan(COUNT * 20);
});

interface Revision {
  readonly former: FormerSettings;
  readonly leaves: ReadonlyMap<string, Leaf>;
}

test("a review lists exactly the settings whose effective value differs", () => {
  const counts = { pairs: 0, changed: 0, implied: 0, same: 0 };
  let last: Revision | undefined;
  for (const [name, workspace, folder] of schools()) {
    const snapshot = snapshotOf(workspace, folder);
    const now = { former: formerSettings(snapshot), leaves: leavesOf(effective(snapshot).value) };
    expect(listed(changedSince(now.former, snapshot)), name).toEqual(new Set());
    if (last) {
      counts.pairs++;
      const shown = listed(changedSince(last.former, snapshot));
      for (const at of new Set([...now.leaves.keys(), ...last.leaves.keys()])) {
        const verdict = verdictOn(at, last, now);
        counts[verdict]++;
        expect(shown.has(at), `${name} ${at}`).toBe(verdict === "changed");
        shown.delete(at);
      }
      expect([...shown], `${name}: no settings`).toEqual([]);
    }
    last = now;
  }
  process.stdout.write(`review: ${JSON.stringify(counts)}\n`);
  expect(counts.changed).toBeGreaterThan(COUNT * 50);
  expect(counts.same).toBeGreaterThan(COUNT);
});

/** Whether a setting changed. That it is gone is implied where the thing around it is gone. */
function verdictOn(at: string, before: Revision, after: Revision): "changed" | "implied" | "same" {
  const [one, other] = [before.leaves.get(at), after.leaves.get(at)];
  if (one && other && sameLeaf(at, before, after)) return "same";
  return !other && isInRemoved(at, before.leaves, after.leaves) ? "implied" : "changed";
}

function listed({ steps, rest }: ReturnType<typeof changedSince>): Set<string> {
  const all: readonly ScreenEntry[] = [...[...steps.values()].flat(), ...rest];
  const paths = all.map(({ path }) => pointer(path));
  expect(new Set(paths).size).toBe(paths.length);
  return new Set(paths);
}

/** Scalars are compared as they are. Lists are sets, in which a name may stand for others: there the engine is believed. */
function sameLeaf(at: string, before: Revision, after: Revision): boolean {
  const [one, other] = [before.leaves.get(at)?.value, after.leaves.get(at)?.value];
  if (one?.kind === "list" || other?.kind === "list")
    return before.former.get(at)?.canonical === after.former.get(at)?.canonical;
  return JSON.stringify(one && plainOf(one)) === JSON.stringify(other && plainOf(other));
}

function isInRemoved(
  at: string,
  before: ReadonlyMap<string, Leaf>,
  after: ReadonlyMap<string, Leaf>,
): boolean {
  const keys = at.split("/");
  return keys.slice(1).some((_, length) => {
    const above = keys.slice(0, length + 1).join("/");
    return before.has(above) && before.get(above)?.value === undefined && !after.has(above);
  });
}
