import { join } from "node:path";
import type { ChecklistStep } from "../../server/src/checklist/step.ts";
import { missingFor } from "../../server/src/checklist/step-needs.ts";
import { establishmentOf } from "../../server/src/model/establishment.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import { items } from "../../server/src/schema/checklist.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { type Group, put } from "../corpus/content.ts";
import { stepsOf } from "./analysis.ts";
import { ROOT } from "./fixture.ts";
import { valueAt } from "./schema-value.ts";
import { workspaceOf } from "./workspace.ts";

/** The days on which items were ticked, by slug. */
export type Ticks = ReadonlyMap<string, string>;

const examples = workspaceOf(join(import.meta.dirname, "../../examples"));

/** Complete establishments without any tick. The schools that are written whole are taken as they are. */
export const UNTICKED: { readonly [school: string]: Workspace } = {
  "college-des-tilleuls": completed(
    examples.with([[`${ROOT}/college-des-tilleuls/deroulement.pronote.yaml`, undefined]]),
    "college-des-tilleuls",
  ),
  "college-du-gue": examples,
  "lycee-du-belvedere": examples,
};

/** With a value of the schema for whatever an item needs that the examples do not write yet: an item that is new. */
function completed(workspace: Workspace, folder: string): Workspace {
  const snapshot = workspace.snapshots.find((one) => one.folder === `${ROOT}/${folder}`);
  if (!snapshot) throw new Error(`no establishment in ${folder}`);
  const toWrite = stepsOf(snapshot).filter(({ state }) => state === "to-write");
  let content: Group = {};
  for (const { item } of toWrite) {
    for (const { path } of missingFor(item, establishmentOf(snapshot).value)) {
      const keys = path.map((key) => key.split("|")[0] ?? key);
      content = put(content, keys, valueAt(keys));
    }
  }
  return withText(workspace, `${folder}/nouveau.pronote.yaml`, JSON.stringify(content));
}

/** All steps of one of them by slug, with these ticks. */
export function stepsWith(school: string, ticks: Ticks = new Map()): ReadonlyMap<string, ChecklistStep> {
  const unticked = UNTICKED[school];
  if (!unticked) throw new Error(`no school ${school}`);
  return stepsIn(unticked, school, ticks);
}

/** The same for an establishment in a folder of a workspace. */
export function stepsIn(
  workspace: Workspace,
  folder: string,
  ticks: Ticks = new Map(),
): ReadonlyMap<string, ChecklistStep> {
  const lines = [...ticks].map(([slug, day]) => `  ${slug}: { fait: ${day}, annee: 2026-2027 }\n`);
  const text = lines.length === 0 ? "" : `deroulement:\n${lines.join("")}`;
  const ticked = withText(workspace, `${folder}/coches.pronote.yaml`, text);
  const snapshot = ticked.snapshots.find((one) => one.folder === `${ROOT}/${folder}`);
  if (!snapshot) throw new Error(`no establishment in ${folder}`);
  return new Map(stepsOf(snapshot).map((step) => [step.item.slug, step]));
}

/** Ticks everything that is to do, round by round, until nothing is left; yields each round. */
export function* rounds(workspace: Workspace, folder: string): Generator<readonly string[]> {
  const ticks = new Map<string, string>();
  for (let round = 0; round <= items.length; round++) {
    const open = [...stepsIn(workspace, folder, ticks).values()].filter(({ state }) => state === "to-do");
    if (open.length === 0) return;
    const slugs = open.map(({ item }) => item.slug);
    for (const slug of slugs) ticks.set(slug, `2026-08-${String(round + 1).padStart(2, "0")}`);
    yield slugs;
  }
}

function withText(workspace: Workspace, name: string, text: string): Workspace {
  const uri = `${ROOT}/${name}`;
  return workspace.with([[uri, parseFile(uri, text)]]);
}
