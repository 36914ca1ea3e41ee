/** The effective configuration, read again as a configuration, says the same. */
import { expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import { establishmentOf as effectiveValues } from "../../server/src/model/establishment.ts";
import type { Snapshot } from "../../server/src/model/snapshot.ts";
import { derivedValues } from "../../server/src/rollout/derived-values.ts";
import { effectiveText } from "../../server/src/rollout/effective.ts";
import { settings } from "../../server/src/rollout/entered-values.ts";
import { pointer } from "../../server/src/schema/pointer.ts";
import { leafAt, mapsIn } from "../../server/src/schema/value.ts";
import { establishmentOf, workspaceWith } from "./establishment.ts";

const COUNT = Number(process.env["RENTREE_CORPUS"] ?? 300) / 5;
const localize = localizerFor("en");
const MARKER = "file:///effective/etablissement.pronote.yaml";

function canonical(snapshot: Snapshot): ReadonlyMap<string, string> {
  return new Map(
    settings(effectiveValues(snapshot).value).map((value) => [pointer(value.path), value.canonical]),
  );
}

/** Which niveau is a part of which: PRONOTE does not hold it, but it decides which classes a name selects. */
function niveauxOf(snapshot: Snapshot): string {
  const niveaux = effectiveValues(snapshot).value.get("niveaux");
  const lines = [...mapsIn(niveaux)].flatMap(({ name, value }) => {
    const comme = leafAt(value, "comme", "string")?.value;
    return comme === undefined ? [] : [`  ${JSON.stringify(name)}: { comme: ${JSON.stringify(comme)} }\n`];
  });
  return lines.length > 0 ? `niveaux:\n${lines.join("")}` : "";
}

test(`the effective text of ${COUNT} establishments says what they say, and what follows from it`, () => {
  let compared = 0;
  for (let seed = 1; seed <= COUNT; seed++) {
    const { files } = establishmentOf(seed);
    const [snapshot] = workspaceWith(files.map(({ uri, text }) => [uri, text])).snapshots;
    if (!snapshot?.establishment) throw new Error(`${seed}: no establishment`);
    const text = effectiveText(snapshot, { localize }) + niveauxOf(snapshot);
    const [again] = workspaceWith([[MARKER, text]]).snapshots;
    const derived = derivedValues(effectiveValues(snapshot).value).map(({ path }) => pointer(path));
    const before = canonical(snapshot);
    const after = new Map(again ? canonical(again) : []);
    for (const path of derived) if (!before.has(path)) after.delete(path);
    expect([...after].sort(), `${seed}`).toEqual([...before].sort());
    compared += before.size;
  }
  process.stdout.write(`effective: ${compared} values in ${COUNT} establishments\n`);
  expect(compared).toBeGreaterThan(COUNT * 50);
});
