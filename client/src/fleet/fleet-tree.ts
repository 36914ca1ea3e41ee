import {
  type Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from "vscode";
import type {
  FleetAction,
  FleetEstablishment,
  FleetFinding,
  FleetPlace,
  FleetStep,
} from "../../../server/src/features/fleet-protocol.ts";
import type { FleetState } from "./fleet.ts";
import {
  arranged,
  descriptionOf,
  establishmentsIn,
  type FleetArrangement,
  grouped,
  iconOf,
  shortStepDescription,
  spokenOf,
  stepDescription,
  wordsFor,
} from "./fleet-lines.ts";

/** A line of the view of all establishments. */
export type FleetNode =
  | { readonly kind: "establishment"; readonly establishment: FleetEstablishment }
  | { readonly kind: "group"; readonly name: string; readonly members: readonly FleetEstablishment[] }
  | { readonly kind: "action"; readonly establishment: FleetEstablishment; readonly action: FleetAction }
  | { readonly kind: "findings" | "steps" }
  | { readonly kind: "finding"; readonly finding: FleetFinding }
  | { readonly kind: "place"; readonly place: FleetPlace; readonly name: string }
  | { readonly kind: "step"; readonly step: FleetStep }
  | { readonly kind: "openIn"; readonly step: FleetStep; readonly uri: string; readonly name: string };

/** Shows all establishments, and what several of them have in common; decides nothing. */
export class FleetTree implements TreeDataProvider<FleetNode>, Disposable {
  readonly #state: FleetState;
  readonly #arrangement: () => FleetArrangement;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(state: FleetState, arrangement: () => FleetArrangement) {
    this.#state = state;
    this.#arrangement = arrangement;
  }

  redraw(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  getChildren(node?: FleetNode): FleetNode[] {
    if (!node) return this.#roots();
    const { findings, steps } = this.#state.current;
    switch (node.kind) {
      case "group":
        return node.members.map(asNode);
      case "establishment":
        return node.establishment.next.map((action) => ({
          kind: "action",
          establishment: node.establishment,
          action,
        }));
      case "findings":
        return findings.map((finding) => ({ kind: "finding", finding }));
      case "finding":
        return node.finding.places.map((place) => ({
          kind: "place",
          place,
          name: this.#nameOf(place.establishment),
        }));
      case "steps":
        return steps.map((step) => ({ kind: "step", step }));
      case "step":
        return node.step.open.map((uri) => ({
          kind: "openIn",
          step: node.step,
          uri,
          name: this.#nameOf(uri),
        }));
      default:
        return [];
    }
  }

  getTreeItem(node: FleetNode): TreeItem {
    switch (node.kind) {
      case "establishment":
        return establishmentLine(node.establishment);
      case "group":
        return folded(node.name === "" ? l10n.t("Without") : node.name, "folder", node.members.length);
      case "action":
        return actionLine(node.establishment, node.action);
      case "findings":
        return folded(l10n.t("The same finding in several"), "warning", this.#state.current.findings.length);
      case "finding":
        return findingLine(node.finding);
      case "place":
        return placeLine(node.place, node.name);
      case "steps":
        return folded(l10n.t("The same step open in several"), "checklist", this.#state.current.steps.length);
      case "step":
        return stepLine(node.step);
      case "openIn":
        return openInLine(node);
    }
  }

  #roots(): FleetNode[] {
    const { findings, steps } = this.#state.current;
    const arrangement = this.#arrangement();
    const all = arranged(this.#state.current, arrangement);
    const { group } = arrangement;
    const lines: FleetNode[] =
      group === "none"
        ? all.map(asNode)
        : [...grouped(all, group)].map(([name, members]) => ({ kind: "group", name, members }));
    return [
      ...(findings.length > 0 ? [{ kind: "findings" } as const] : []),
      ...(steps.length > 0 ? [{ kind: "steps" } as const] : []),
      ...lines,
    ];
  }

  #nameOf(uri: string): string {
    return this.#state.current.establishments.find((one) => one.uri === uri)?.name ?? "";
  }
}

function asNode(establishment: FleetEstablishment): FleetNode {
  return { kind: "establishment", establishment };
}

function establishmentLine(one: FleetEstablishment): TreeItem {
  const line = new TreeItem(
    one.name,
    one.next.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  // An id keeps what is unfolded unfolded when a new answer comes.
  line.id = one.uri;
  line.description = descriptionOf(one);
  line.iconPath = icon(...iconOf(one));
  line.tooltip = new MarkdownString()
    .appendMarkdown("**")
    .appendText(one.name)
    .appendMarkdown("**\n\n")
    .appendText(wordsFor(one, l10n))
    .appendMarkdown("\n\n")
    .appendText(one.answer);
  line.accessibilityInformation = { label: spokenOf(one, l10n) };
  line.contextValue = "establishment";
  return line;
}

function folded(label: string, image: string, count: number): TreeItem {
  const line = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  line.id = `${image}#${label}`;
  line.description = String(count);
  line.iconPath = icon(image);
  return line;
}

function actionLine(establishment: FleetEstablishment, { slug, title, why }: FleetAction): TreeItem {
  const line = new TreeItem(title);
  line.id = `${establishment.uri}#${slug}`;
  line.iconPath = icon("arrow-small-right");
  line.tooltip = new MarkdownString().appendText(why);
  line.contextValue = "action";
  line.command = {
    command: "rentree.checklist.reveal",
    title: l10n.t("Show in the Checklist"),
    arguments: [{ establishment: establishment.uri, slug }],
  };
  return line;
}

const SEVERITIES: Readonly<Record<FleetFinding["severity"], readonly [string, string?]>> = {
  error: ["error", "list.errorForeground"],
  warning: ["warning", "list.warningForeground"],
  information: ["info"],
  hint: ["lightbulb"],
};

function findingLine(finding: FleetFinding): TreeItem {
  const line = new TreeItem(finding.message, TreeItemCollapsibleState.Collapsed);
  line.id = `${finding.rule}#${finding.message}`;
  line.description = l10n.t("in {0} establishments", establishmentsIn(finding).length);
  line.iconPath = icon(...SEVERITIES[finding.severity]);
  line.tooltip = new MarkdownString().appendText(finding.message);
  line.accessibilityInformation = { label: `${finding.message}, ${line.description}` };
  line.contextValue = finding.fix === undefined ? "finding" : "finding fixable";
  return line;
}

function placeLine({ establishment, at: { uri, range } }: FleetPlace, name: string): TreeItem {
  const line = new TreeItem(name);
  const file = Uri.parse(uri);
  line.id = `${establishment}#${uri}#${range.start.line}:${range.start.character}`;
  line.description = `${file.path.split("/").at(-1)}:${range.start.line + 1}`;
  line.iconPath = icon("file");
  line.command = {
    command: "rentree.fleet.open",
    title: l10n.t("Go to the Place"),
    arguments: [{ uri, range }],
  };
  return line;
}

function stepLine(step: FleetStep): TreeItem {
  const line = new TreeItem(step.title, TreeItemCollapsibleState.Collapsed);
  line.id = `step#${step.slug}`;
  // The number first: the rest is cut where the view is narrow.
  line.description = shortStepDescription(step, l10n);
  line.iconPath = icon("circle-large-outline");
  const spoken = `${step.title}, ${stepDescription(step, l10n)}`;
  line.tooltip = spoken;
  line.accessibilityInformation = { label: spoken };
  line.contextValue = step.tickable.length > 0 ? "step tickable" : "step";
  return line;
}

function openInLine({ step, uri, name }: Extract<FleetNode, { kind: "openIn" }>): TreeItem {
  const line = new TreeItem(name);
  line.id = `step#${step.slug}#${uri}`;
  line.iconPath = icon(step.tickable.includes(uri) ? "circle-large-outline" : "lock");
  line.description = step.tickable.includes(uri) ? "" : l10n.t("not ready");
  line.command = {
    command: "rentree.checklist.reveal",
    title: l10n.t("Show in the Checklist"),
    arguments: [{ establishment: uri, slug: step.slug }],
  };
  return line;
}

function icon(id: string, color?: string): ThemeIcon {
  return new ThemeIcon(id, color === undefined ? undefined : new ThemeColor(color));
}
