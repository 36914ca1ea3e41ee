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

const COUNT = Number(process.env["RENTREE_CORPUS"] ?? 40);

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
  const visit = (map: MapValue, path: readonly string[], repeating: string | undefined): void => {
    for (const { name, value } of map.entries.values()) {
      const schema = schemaOfKey(map.schema, name);
      const isName = !map.schema.properties.has(name);
      if (!schema || schema.deprecated || schema.under || name === "comme") continue;
      if (path.length === 0 && (name === "niveaux" || name === "deroulement")) continue;
      const at = [...path, name];
      const isThing = isName && schema.type === "object";
      if (isThing && (value.kind === "map" || value.kind === "absent"))
        found.set(pointer(at), { value: undefined, schema });
      if (value.kind === "map") visit(value, at, isName ? map.schema.mentions?.unless : undefined);
      const isRepetition = name === repeating && value.kind === "leaf" && value.value === path.at(-1);
      if ((value.kind === "leaf" || value.kind === "list") && !isDefault(root, value, schema) && !isRepetition)
        found.set(pointer(at), { value, schema });
    }
  };
  visit(root, [], undefined);
  return found;
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
  const counts = { schools: 0, settings: 0, entered: 0, decided: 0, "not applicable": 0, screens: 0, unknown: 0 };
  for (const [name, workspace, folder] of schools()) {
    const snapshot = snapshotOf(workspace, folder);
    const { value } = effective(snapshot);
    const steps = new Map(stepsOf(snapshot).map((step) => [step.item, step]));
    const planned = planOf(snapshot, [...steps.values()]);
    const entries = [...planned.steps.flatMap((step) => step.entries), ...planned.rest];
    const times = new Map<string, number>();
    for (const { path, at } of entries)
      if (at) times.set(pointer(path), (times.get(pointer(path)) ?? 0) + 1);
    counts.schools++;
    for (const [at, leaf] of leavesOf(value)) {
      const items = enteringItems(pathOfPointer(at), leaf.value === undefined);
      const isOf = (open: boolean) => items.some((item) => isOpen(steps.get(item)?.state ?? "done") === open);
      counts.settings++;
      if (isDecided(at)) {
        counts.decided++;
        expect(times.get(at), `${name} ${at}`).toBeUndefined();
      } else if (items.length > 0 && !isOf(true)) {
        counts["not applicable"]++;
        expect(times.get(at), `${name} ${at}`).toBeUndefined();
      } else {
        counts.entered++;
        expect(times.get(at), `${name} ${at}`).toBe(1);
      }
      times.delete(at);
    }
    expect([...times.keys()], `${name}: entries that are no settings`).toEqual([]);
    const screens = [
      ...planned.steps.flatMap((step) => screensWith(step.entries)),
      ...screensWith(planned.rest),
    ];
    expect(screens.reduce((sum, screen) => sum + shownOn(screen), 0), name).toBe(entries.length);
    for (const screen of screens) {
      counts.screens++;
      if (screen.menu === undefined) counts.unknown++;
    }
  }
  process.stdout.write(`plan: ${JSON.stringify(counts)}\n`);
  expect(counts.entered).toBeGreaterThan(COUNT * 100);
});

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

test("a review lists exactly the settings whose effective value differs", () => {
  const counts = { pairs: 0, changed: 0, "in removed things": 0, same: 0 };
  let last: { readonly former: FormerSettings; readonly leaves: ReadonlyMap<string, Leaf> } | undefined;
  for (const [name, workspace, folder] of schools()) {
    const snapshot = snapshotOf(workspace, folder);
    const leaves = leavesOf(effective(snapshot).value);
    const former = formerSettings(snapshot);
    expect(listed(changedSince(former, snapshot)), name).toEqual(new Set());
    if (last) {
      const shown = changedSince(last.former, snapshot);
      const listedPaths = listed(shown);
      for (const at of new Set([...leaves.keys(), ...last.leaves.keys()])) {
        const isSame = sameLeaf(leaves.get(at), last.leaves.get(at), former.get(at), last.former.get(at));
        const isImplied = !leaves.has(at) && isInRemoved(at, last.leaves, leaves);
        counts[isSame ? "same" : isImplied ? "in removed things" : "changed"]++;
        expect(listedPaths.has(at), `${name} ${at}`).toBe(!isSame && !isImplied);
        listedPaths.delete(at);
      }
      expect([...listedPaths], `${name}: no settings`).toEqual([]);
      counts.pairs++;
    }
    last = { former, leaves };
  }
  process.stdout.write(`review: ${JSON.stringify(counts)}\n`);
  expect(counts.changed).toBeGreaterThan(COUNT * 50);
  expect(counts.same).toBeGreaterThan(COUNT);
});

function listed({ steps, rest }: ReturnType<typeof changedSince>): Set<string> {
  const all: readonly ScreenEntry[] = [...[...steps.values()].flat(), ...rest];
  const paths = all.map(({ path }) => pointer(path));
  expect(new Set(paths).size).toBe(paths.length);
  return new Set(paths);
}

/** Scalars are compared as they are. Lists are sets, in which a name may stand for others: there the engine is believed. */
function sameLeaf(
  one: Leaf | undefined,
  other: Leaf | undefined,
  former: FormerSettings extends ReadonlyMap<string, infer S> ? S | undefined : never,
  last: typeof former,
): boolean {
  if (!one || !other) return false;
  if (one.value?.kind === "list" || other.value?.kind === "list") return former?.canonical === last?.canonical;
  return JSON.stringify(one.value && plainOf(one.value)) === JSON.stringify(other.value && plainOf(other.value));
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
