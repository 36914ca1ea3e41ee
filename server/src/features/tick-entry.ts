import { changesSinceFingerprint, fingerprintOf } from "../checklist/fingerprint.ts";
import type { ChecklistStep } from "../checklist/step.ts";
import { isOfAnotherYear, type WrittenProof, type WrittenTick } from "../checklist/step-tick.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { ItemSpec } from "../schema/checklist.ts";
import type { Pronote } from "../schema/generated/types.ts";
import { scalarText } from "../schema/problems.ts";
import type { MapValue, TypedMap } from "../schema/value.ts";
import type { ListProof, TickArgument } from "./checklist-protocol.ts";
import { annotationValue } from "./tick-annotation.ts";

/** The value of an item's entry in `deroulement` after an action; `undefined` if there is to be no entry. */
export function entryValue(
  snapshot: Snapshot,
  step: ChecklistStep,
  argument: TickArgument,
): string | undefined {
  const { tick: before, own } = step;
  const { action, par, note } = argument;
  if (action === "annote") return annotationValue(argument, before);
  // What a base says is taken back by a text above it that wants nothing said.
  const assigned = own ? assignment(before) : [];
  if (action === "a-faire") {
    if (before && !own) return "~";
    return assigned.length > 0 ? `{ ${assigned.join(", ")} }` : undefined;
  }
  const establishment = establishmentOf(snapshot).value;
  const by = par ? [`par: ${lineOf(par)}`] : [];
  if (action === "sans-objet") {
    return note ? `{ ${[`sans-objet: ${lineOf(note)}`, ...by, ...assigned].join(", ")} }` : undefined;
  }
  if (action === "preuve") return argument.preuve && proved(step, establishment, argument.preuve);
  return ticked(snapshot, step, establishment, by, note);
}

function ticked(
  { today }: Snapshot,
  step: ChecklistStep,
  establishment: TypedMap<Pronote>,
  by: readonly string[],
  note: string | undefined,
): string {
  const { item, tick: before, own } = step;
  const parts = [
    `fait: ${today}`,
    ...by,
    ...year(establishment),
    ...(own ? proof(step, establishment) : []),
    ...fingerprint(item, establishment),
    ...remark(note ?? (own ? before?.note : undefined)),
    ...(own ? assignment(before) : []),
  ];
  return `{ ${parts.join(", ")} }`;
}

/**
 * The entry with a comparison. What a person said of the item stays as long as it holds: a tick of other values does not,
 * as it would seem to be about those that were compared now.
 */
function proved(step: ChecklistStep, root: TypedMap<Pronote>, preuve: ListProof): string {
  const { item, tick: before, own } = step;
  const annee = root.get("etablissement")?.get("annee-scolaire")?.value;
  const isTicked = before?.entry.value.kind === "map" && before.entry.value.has("fait");
  const kept = own && isTicked && holds(step, root) && !isOfAnotherYear(before, annee) ? before : undefined;
  const parts = [
    ...(kept?.fait === undefined ? [] : [`fait: ${kept.fait}`]),
    ...(kept?.par === undefined ? [] : [`par: ${lineOf(kept.par)}`]),
    ...year(root),
    proofText(preuve),
    ...fingerprint(item, root),
    ...remark(own ? before?.note : undefined),
    ...(own ? assignment(before) : []),
  ];
  return `{ ${parts.join(", ")} }`;
}

/** Whether a tick is about the values that are written now. */
function holds({ item, state, tick: before }: ChecklistStep, root: MapValue): boolean {
  const { empreinte } = before ?? {};
  const isChanged = empreinte && changesSinceFingerprint(empreinte, item, root).keys.length > 0;
  return state !== "to-redo" && !isChanged;
}

function proofText({ liste, du, lues, ecarts }: WrittenProof): string {
  const rows = lues === undefined ? "" : ` lues: ${lues},`;
  return `preuve: { liste: ${liste}, du: ${du},${rows} ecarts: ${ecarts} }`;
}

function year(establishment: TypedMap<Pronote>): readonly string[] {
  const annee = establishment.get("etablissement")?.get("annee-scolaire")?.value;
  return annee === undefined ? [] : [`annee: ${annee}`];
}

function remark(note: string | undefined): readonly string[] {
  return note ? [`note: ${lineOf(note)}`] : [];
}

/** Who is to do it and until when: a tick, and its taking back, leave that as it is. */
function assignment(before: WrittenTick | undefined): readonly string[] {
  return [
    ...(before?.pour === undefined ? [] : [`pour: ${lineOf(before.pour)}`]),
    ...(before?.avant === undefined ? [] : [`avant: ${lineOf(before.avant)}`]),
  ];
}

/** The comparison that is written already, unless the values are no longer those that were compared. */
function proof(step: ChecklistStep, root: MapValue): readonly string[] {
  const { preuve } = step.tick ?? {};
  if (!preuve || !holds(step, root)) return [];
  return [proofText(preuve)];
}

/** That nothing is covered yet is worth writing down, too: what comes later is then a change. */
function fingerprint(item: ItemSpec, root: MapValue): readonly string[] {
  if (item.covers.length === 0) return [];
  const hashes = [...fingerprintOf(item, root)].map(([key, hash]) => `${scalarText(key)}: "${hash}"`);
  return [hashes.length === 0 ? "empreinte: {}" : `empreinte: { ${hashes.join(", ")} }`];
}

function lineOf(text: string): string {
  return scalarText(text.replace(/\s+/g, " ").trim());
}
