import {
  ConfigurationTarget,
  type Disposable,
  EventEmitter,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  window,
  workspace,
} from "vscode";
import { knownAuthor } from "./author.ts";
import type { Checklist } from "./checklist.ts";
import { SHOWS, type Show } from "./checklist-filter.ts";
import type { Arrangement } from "./checklist-tree.ts";

/** What the checklist shows, and in which order: the settings, and the phase that is shown for now. */
export class ArrangementChoice implements Disposable {
  readonly #checklist: Checklist;
  readonly #changed = new EventEmitter<void>();
  readonly #listener: Disposable;
  readonly onDidChange = this.#changed.event;
  #phase: { readonly id: number; readonly title: string } | undefined;
  #me = "";

  constructor(checklist: Checklist) {
    this.#checklist = checklist;
    this.#listener = workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("rentree.checklist"))
        void this.#identify().then(() => this.#changed.fire());
    });
    void this.#identify();
  }

  get current(): Arrangement {
    const settings = workspace.getConfiguration("rentree.checklist");
    const show = SHOWS.find((one) => one === settings.get("show")) ?? "all";
    return {
      show,
      order: settings.get("order") === "next" ? "next" : "phase",
      me: this.#me,
      ...(this.#phase === undefined ? {} : { phase: this.#phase.id }),
    };
  }

  /** What is shown, in a word or two; empty if that is everything that applies. */
  get description(): string {
    const { show } = this.current;
    return [show === "all" ? "" : titleOf(show), this.#phase?.title ?? ""]
      .filter((part) => part !== "")
      .join(" · ");
  }

  /** Lets the user choose what is shown, or the order. */
  async choose(): Promise<void> {
    await this.#identify();
    const { show, order } = this.current;
    const chosen = await window.showQuickPick(
      [
        separator(l10n.t("Show")),
        ...SHOWS.map((one) =>
          pick(titleOf(one), one === show && this.#phase === undefined, () => this.#show(one)),
        ),
        separator(l10n.t("Order")),
        pick(l10n.t("by phase"), order === "phase", () => update("order", "phase")),
        pick(l10n.t("by what comes next"), order === "next", () => update("order", "next")),
        separator(l10n.t("Only one phase")),
        ...this.#phases().map((phase) =>
          pick(phase.title, phase.id === this.#phase?.id, async () => {
            this.#phase = phase;
          }),
        ),
      ],
      { title: l10n.t("Checklist: Filter and Order") },
    );
    if (!chosen) return;
    await chosen.apply?.();
    this.#changed.fire();
  }

  /** Shows all that applies, or all that is open. */
  async show(show: Show): Promise<void> {
    await this.#show(show);
    this.#changed.fire();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  async #show(show: Show): Promise<void> {
    this.#phase = undefined;
    await update("show", show);
  }

  #phases(): readonly { readonly id: number; readonly title: string }[] {
    return this.#checklist.establishments.find(({ isLoaded }) => isLoaded)?.phases ?? [];
  }

  async #identify(): Promise<void> {
    this.#me = await knownAuthor(this.#checklist.establishments[0]?.uri);
  }
}

interface ArrangementPick extends QuickPickItem {
  readonly apply?: () => PromiseLike<void>;
}

function pick(label: string, isCurrent: boolean, apply: () => PromiseLike<void>): ArrangementPick {
  return { label: `${isCurrent ? "$(check)" : "$(blank)"} ${label}`, apply };
}

function separator(label: string): ArrangementPick {
  return { label, kind: QuickPickItemKind.Separator };
}

function update(name: "show" | "order", value: string): Thenable<void> {
  return workspace.getConfiguration("rentree.checklist").update(name, value, ConfigurationTarget.Global);
}

function titleOf(show: Show): string {
  switch (show) {
    case "all":
      return l10n.t("all that applies");
    case "todo":
      return l10n.t("open");
    case "mine":
      return l10n.t("mine");
    case "overdue":
      return l10n.t("overdue");
    case "rgpd":
      return l10n.t("personal data (RGPD)");
    case "blocked":
      return l10n.t("blocked");
    case "redo":
      return l10n.t("to redo");
    case "everything":
      return l10n.t("all, also what does not apply");
  }
}
