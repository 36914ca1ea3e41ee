import { l10n } from "vscode";
import type { StepName } from "../../../server/src/features/checklist-protocol.ts";
import type { ChecklistNode } from "../checklist-tree.ts";
import { pickItems } from "../pick-item.ts";
import { tick } from "../tick.ts";
import { chooseCandidates } from "../tick-preview.ts";
import type { Command, Tools } from "./command.ts";
import { stepsOf } from "./subject.ts";

/** Records that a person has done items in PRONOTE: those selected, those of a phase, or the one that a code action names. */
export const tickItem: Command = async (tools, argument, selection) => {
  if (isPhase(argument)) return tickPhase(tools, argument);
  if (isStepName(argument)) return tick(tools, [argument], "fait");
  const nodes = await pickItems({ argument, selection }, tools, ({ tickable }) => tickable);
  if (nodes.length > 0) await tick(tools, stepsOf(nodes), "fait");
};

async function tickPhase(tools: Tools, { establishment, phase }: PhaseArgument): Promise<void> {
  const chosen = await chooseCandidates(
    tools.client,
    { action: "fait", establishment: establishment.uri, phase: phase.id },
    l10n.t("Tick: {0}", phase.title),
    ({ title }) => title,
  );
  if (chosen) await tick(tools, chosen, "fait");
}

type PhaseArgument = Required<Pick<Extract<ChecklistNode, { phase: object }>, "establishment" | "phase">>;

function isPhase(value: unknown): value is PhaseArgument {
  if (typeof value !== "object" || value === null || !("phase" in value)) return false;
  return value.phase !== undefined && (!("item" in value) || value.item === undefined);
}

function isStepName(value: unknown): value is StepName {
  return typeof value === "object" && value !== null && "slug" in value && typeof value.slug === "string";
}
