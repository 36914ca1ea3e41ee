import { appendAll } from "../../base/append-all.ts";
import type { ContentPath } from "../content.ts";
import { push } from "../grouping.ts";
import { isSame } from "./cells.ts";
import { differencesOf, type ValueLookup } from "./compare-values.ts";
import type { ListDifference, UntoldReason } from "./comparison.ts";
import type { Found } from "./found.ts";
import { heldService } from "./held-values.ts";
import type { Public } from "./known-publics.ts";
import type { ListedService } from "./listed-services.ts";
import type { MatchedLabels, PublicServices } from "./match-labels.ts";
import { pairServices } from "./pair-services.ts";
import type { WantedService } from "./wanted-services.ts";

/** How a list says that a service is active: by a column, by having it, or not at all. */
export type TellsActive = "column" | "presence" | "not";

/** What classes and groups are compared with. */
export interface ServiceLookup extends ValueLookup {
  readonly tellsActive: TellsActive;
  readonly labels: MatchedLabels;
}

/** Compares the services of a class or a group with the rows that a list has of it. */
export class PublicComparison {
  readonly #lookup: ServiceLookup;
  readonly #found: Found;
  readonly #path: ContentPath;
  readonly #wanted: readonly WantedService[];
  readonly #byMatiere = new Map<string, ListedService[]>();
  /** Rows whose label is no subject here. */
  readonly #open: ListedService[] = [];
  /** Why a row that could not be matched with a class may be of this one. */
  readonly #unmatched: UntoldReason | undefined;
  /** Whether something is missing that an open label may stand for. */
  #isExplaining = false;

  constructor(
    { section, name }: Public,
    { wanted, listed }: PublicServices,
    lookup: ServiceLookup,
    found: Found,
    unmatched?: UntoldReason,
  ) {
    this.#path = [section, name, "services"];
    this.#wanted = wanted;
    this.#lookup = lookup;
    this.#found = found;
    this.#unmatched = unmatched;
    for (const row of listed) this.#sort(row);
  }

  /** Tells all differences. */
  compare(): void {
    const matieres = new Set([...this.#wanted.map(({ matiere }) => matiere), ...this.#byMatiere.keys()]);
    for (const matiere of matieres) this.#compareMatiere(matiere);
    for (const row of this.#open) this.#tellExtra(row, this.#isExplaining);
  }

  #sort(row: ListedService): void {
    const matiere = this.#lookup.labels.matieres.get(row.label);
    const name = matiere ?? row.label;
    if (this.#wanted.some((service) => service.matiere !== name && service.parts.has(name)))
      this.#found.parts++;
    else if (matiere === undefined) this.#open.push(row);
    else push(this.#byMatiere, matiere, row);
  }

  #compareMatiere(matiere: string): void {
    const wanted = this.#wanted.filter((service) => service.matiere === matiere);
    const { pairs, missing, extra } = pairServices(wanted, this.#byMatiere.get(matiere) ?? []);
    for (const [service, row] of pairs) this.#comparePair(service, row);
    for (const service of missing) this.#tellMissing(service);
    for (const row of extra) {
      const twin = pairs.find(([, other]) => isTwin(row, other));
      if (twin) this.#tell({ sign: "twice", path: twin[0].path, ours: "", theirs: row.label, row: row.row });
      else this.#tellExtra(row, false);
    }
  }

  #comparePair(service: WantedService, { row, values }: ListedService): void {
    const { path, value, isActive } = service;
    const compared = isActive ? values : new Map([...values].filter(([key]) => key === "actif"));
    const differences = differencesOf({ path, value, row, values: compared }, this.#lookup);
    appendAll(this.#found.differences, differences);
    if (isActive) {
      this.#found.compared++;
      if (differences.length === 0) this.#found.agreeing++;
    } else if (this.#lookup.tellsActive === "presence") {
      const reason = "shown-inactive";
      this.#tell({ sign: "untold", path: [...path, "actif"], ours: "false", theirs: "", row, reason });
    }
  }

  #tellMissing({ path, matiere, isActive, value }: WantedService): void {
    if (!isActive) {
      this.#found.hidden++;
      return;
    }
    this.#found.compared++;
    const isOpen = this.#open.length > 0 && this.#lookup.labels.couldBe(matiere);
    const reason = this.#unmatched ?? (isOpen ? "open-label" : undefined);
    this.#isExplaining ||= reason !== undefined;
    const node = [...value.entries.values()].flatMap(({ value: one }) =>
      one.kind === "leaf" || one.kind === "list" ? [one.node] : [],
    )[0];
    this.#tell({
      sign: reason ? "untold" : "missing",
      path,
      ours: matiere,
      theirs: "",
      ...(node && { node }),
      ...this.#reasonFor(reason),
      ...(!reason && this.#heldInstead(path)),
    });
  }

  /** PRONOTE has no such service; where the list hides inactive ones, it may be one. */
  #heldInstead(path: ContentPath): Pick<ListDifference, "held"> {
    const { tellsActive } = this.#lookup;
    if (tellsActive === "presence") return { held: { path: [...path, "actif"], text: "false" } };
    return tellsActive === "column" ? { held: { path, text: "" } } : {};
  }

  #reasonFor(reason: UntoldReason | undefined): Pick<ListDifference, "reason"> {
    if (reason) return { reason };
    return this.#lookup.tellsActive === "presence" ? { reason: "or-inactive" } : {};
  }

  /** A row that nothing here wants. An inactive service is nothing that PRONOTE shows to anybody. */
  #tellExtra(service: ListedService, isOpen: boolean): void {
    const { values, label, row } = service;
    const actif = values.get("actif");
    if (typeof actif === "object" && actif.items.includes("false")) return;
    const matiere = this.#lookup.labels.matieres.get(label);
    const taken = new Set(this.#wanted.map(({ path }) => path.at(-1) ?? ""));
    const held = matiere === undefined ? undefined : heldService(this.#path, matiere, service, taken);
    this.#tell({
      sign: isOpen ? "untold" : "extra",
      path: this.#path,
      ours: "",
      theirs: label,
      row,
      ...(isOpen && { reason: "open-label" as const }),
      ...(held && { held }),
    });
  }

  #tell(difference: ListDifference): void {
    this.#found.differences.push(difference);
  }
}

/** Whether two rows of one subject are one service: nobody could tell them apart. */
function isTwin(one: ListedService, other: ListedService): boolean {
  return ["professeurs", "modalite"].every((key) => {
    const [ours, theirs] = [one.values.get(key), other.values.get(key)];
    if (typeof ours !== "object" || typeof theirs !== "object") return ours === theirs;
    return isSame(ours, theirs);
  });
}
