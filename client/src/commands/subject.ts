import { l10n } from "vscode";
import type { StepName } from "../../../server/src/features/checklist-protocol.ts";
import type { ItemNode } from "../checklist-tree.ts";

/** What a command is about, for the title of its input: the step, or how many there are. */
export function subjectOf(nodes: readonly ItemNode[]): string {
  const [first] = nodes;
  return nodes.length === 1 && first ? first.item.title : l10n.t("{0} steps", nodes.length);
}

/** The establishment on which a menu was opened; `undefined` if the command was started elsewhere. */
export function clickedEstablishment(
  argument: unknown,
): { readonly uri: string; readonly name: string } | undefined {
  const { establishment } = (argument ?? {}) as {
    readonly establishment?: { readonly uri?: unknown; readonly name?: unknown };
  };
  return typeof establishment?.uri === "string"
    ? { uri: establishment.uri, name: String(establishment.name ?? "") }
    : undefined;
}

/** The names of steps, as the server knows them. */
export function stepsOf(nodes: readonly ItemNode[]): readonly StepName[] {
  return nodes.map(({ establishment, item }) => ({ establishment: establishment.uri, slug: item.slug }));
}
