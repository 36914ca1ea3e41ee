import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  STEP_DETAILS,
  STEP_DETAILS_CHANGED,
  type StepDetail,
  type StepDetails,
  type StepName,
} from "../../server/src/features/checklist-protocol.ts";
import type {
  ChecklistItem,
  ChecklistPhase,
  EstablishmentChecklist,
} from "../../server/src/features/protocol.ts";
import type { Checklist, ChecklistChange, ShownEstablishment } from "./checklist.ts";
import { type ChecklistFilter, countShown, isShown } from "./checklist-filter.ts";
import { detailLine, establishmentLine, itemLine, moreLine, phaseLine } from "./tree-lines.ts";

/** An item together with the establishment that it belongs to. */
export interface ItemNode {
  readonly establishment: EstablishmentChecklist;
  readonly phase: ChecklistPhase;
  readonly item: ChecklistItem;
  readonly detail?: undefined;
}

/** What stands behind an item: one line of it. */
export interface DetailNode extends Omit<ItemNode, "detail"> {
  /** A number where so many more values are not listed. */
  readonly detail: StepDetail | number;
  readonly index: number;
}

interface PhaseNode {
  readonly establishment: EstablishmentChecklist;
  readonly phase: ChecklistPhase;
  readonly item?: undefined;
}

interface EstablishmentNode {
  establishment: ShownEstablishment;
  readonly phase?: undefined;
  readonly item?: undefined;
}

/** A line of the tree: an establishment, one of its phases, one item of that, something that stands behind the item. */
export type ChecklistNode = EstablishmentNode | PhaseNode | ItemNode | DetailNode;

/** How the tree is arranged. */
export interface Arrangement extends ChecklistFilter {
  readonly order: "phase" | "next";
}

/** Shows the last checklist as establishments, phases and items; decides nothing. */
export class ChecklistTree implements TreeDataProvider<ChecklistNode>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #checklist: Checklist;
  readonly #arrangement: () => Arrangement;
  readonly #changed = new EventEmitter<ChecklistNode | ChecklistNode[] | undefined>();
  /** The same node for an establishment as long as it exists: VS Code is told by it what to draw again. */
  readonly #nodes = new Map<string, EstablishmentNode>();
  readonly #listener: Disposable;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient, checklist: Checklist, arrangement: () => Arrangement) {
    this.#client = client;
    this.#checklist = checklist;
    this.#arrangement = arrangement;
    this.#listener = client.onNotification(STEP_DETAILS_CHANGED, ({ establishment }: StepName) => {
      const node = this.#nodes.get(establishment);
      if (node) this.#changed.fire(node);
    });
  }

  /** Draws what changed, or everything; also puts right what a click drew ahead of the server. */
  redraw(change?: ChecklistChange): void {
    const isAll = !change || change.isOtherList || this.#arrangement().show !== "all";
    if (isAll) {
      this.#changed.fire(undefined);
      return;
    }
    const nodes = change.changed.flatMap((uri) => this.#nodes.get(uri) ?? []);
    for (const node of nodes)
      node.establishment = this.#current(node.establishment.uri) ?? node.establishment;
    if (nodes.length > 0) this.#changed.fire(nodes);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  async getChildren(node?: ChecklistNode): Promise<ChecklistNode[]> {
    if (!node) return this.#roots();
    if (node.item) return "detail" in node && node.detail !== undefined ? [] : this.#details(node);
    if (node.phase) return this.#itemsIn(node.establishment, [node.phase]);
    const establishment = (await this.#checklist.load(node.establishment.uri)) ?? node.establishment;
    const { phase } = this.#arrangement();
    const phases = establishment.phases.filter(({ id }) => phase === undefined || id === phase);
    if (this.#isFlat) return this.#itemsIn(establishment, phases);
    return phases
      .filter((one) => one.items.some((item) => isShown(this.#arrangement(), item)))
      .map((one) => ({ establishment, phase: one }));
  }

  getTreeItem(node: ChecklistNode): TreeItem {
    if ("detail" in node && node.detail !== undefined) {
      return typeof node.detail === "number"
        ? moreLine(node, node.detail)
        : detailLine(node, node.detail, node.index);
    }
    if (node.item) return itemLine(node as ItemNode);
    if (node.phase) return phaseLine(node.establishment, node.phase);
    return establishmentLine(node.establishment, this.#checklist.establishments.length);
  }

  getParent(node: ChecklistNode): ChecklistNode | undefined {
    const { establishment, phase, item } = node;
    if ("detail" in node && node.detail !== undefined)
      return { establishment, phase: node.phase, item: node.item };
    if (item && phase && !this.#isFlat) return { establishment, phase };
    return phase ? this.#nodes.get(establishment.uri) : undefined;
  }

  /** Whether items stand below their establishment: where few are shown, or another order, phases would be in the way. */
  get #isFlat(): boolean {
    const { order, phase, show } = this.#arrangement();
    return order === "next" || phase !== undefined || !["all", "todo", "everything"].includes(show);
  }

  #roots(): ChecklistNode[] {
    const arrangement = this.#arrangement();
    return this.#checklist.establishments
      .filter((one) => arrangement.show === "all" || countShown(arrangement, one) > 0)
      .map((establishment) => {
        const node = this.#nodes.get(establishment.uri) ?? { establishment };
        node.establishment = establishment;
        this.#nodes.set(establishment.uri, node);
        return node;
      });
  }

  #itemsIn(establishment: EstablishmentChecklist, phases: readonly ChecklistPhase[]): ItemNode[] {
    const arrangement = this.#arrangement();
    const nodes = phases.flatMap((phase) =>
      phase.items
        .filter((item) => isShown(arrangement, item))
        .map((item): ItemNode => ({ establishment, phase, item })),
    );
    return arrangement.order === "next"
      ? nodes.sort((a, b) => (a.item.next ?? 0) - (b.item.next ?? 0))
      : nodes;
  }

  async #details(node: ItemNode | DetailNode): Promise<ChecklistNode[]> {
    const { establishment, phase, item } = node;
    const params = { establishment: establishment.uri, slug: item.slug };
    const { entries = [], more = 0 } = (await this.#detailsOf(params)) ?? {};
    const all = [...entries, ...(more > 0 ? [more] : [])];
    return all.map((detail, index): DetailNode => ({ establishment, phase, item, detail, index }));
  }

  async #detailsOf(params: StepName): Promise<StepDetails | null> {
    try {
      return await this.#client.sendRequest<StepDetails | null>(STEP_DETAILS, params);
    } catch (error) {
      this.#client.outputChannel.warn(`${STEP_DETAILS}: ${error}`);
      return null;
    }
  }

  #current(uri: string): ShownEstablishment | undefined {
    return this.#checklist.establishments.find((one) => one.uri === uri);
  }
}

/** Every item of these checklists, in their order; of those that are not loaded none. */
export function itemsOf(establishments: readonly EstablishmentChecklist[]): ItemNode[] {
  return establishments.flatMap((establishment) =>
    establishment.phases.flatMap((phase) => phase.items.map((item) => ({ establishment, phase, item }))),
  );
}
