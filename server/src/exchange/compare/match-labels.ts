import { push } from "../grouping.ts";
import { isSame } from "./cells.ts";
import type { Correspondence } from "./comparison.ts";
import type { KnownMatieres } from "./known-matieres.ts";
import type { ListedService } from "./listed-services.ts";
import { type WantedService, wantedAt } from "./wanted-services.ts";

/** What stands in a list for one class or group, and what is wanted of it. */
export interface PublicServices {
  readonly wanted: readonly WantedService[];
  readonly listed: readonly ListedService[];
}

/** The subjects that the labels of a list mean. */
export interface MatchedLabels {
  readonly matieres: ReadonlyMap<string, string>;
  readonly correspondences: readonly Correspondence[];
  /** Whether a label that stays open could stand for a subject: one that has no label of its own in the list. */
  couldBe(matiere: string): boolean;
}

/**
 * Matches labels with subjects: by code, label and kept correspondence; then by elimination: a label that is unmatched in
 * each class that has it, where just one service of the same teachers is left over, is that service's subject.
 */
export function matchLabels(publics: readonly PublicServices[], known: KnownMatieres): MatchedLabels {
  const matching = new LabelMatching(publics, known);
  matching.eliminate();
  matching.takeAlike();
  return matching;
}

/** A row of a label that is no subject yet, and the class or group that it is of. */
interface OpenRow {
  readonly row: ListedService;
  readonly of: PublicServices;
}

class LabelMatching implements MatchedLabels {
  readonly matieres = new Map<string, string>();
  readonly #known: KnownMatieres;
  readonly #open = new Map<string, OpenRow[]>();
  /** The subjects that a row of a class or group is matched with. */
  readonly #matched = new Map<PublicServices, Set<string>>();
  readonly #taken = new Set<string>();
  readonly #correspondences: Correspondence[] = [];

  constructor(publics: readonly PublicServices[], known: KnownMatieres) {
    this.#known = known;
    for (const of of publics) {
      this.#matched.set(of, new Set());
      for (const row of of.listed) this.#look(row, of);
    }
  }

  get correspondences(): readonly Correspondence[] {
    return this.#correspondences;
  }

  couldBe(matiere: string): boolean {
    return !this.#taken.has(matiere);
  }

  /** Goes on as long as something is found: what is taken leaves less over. */
  eliminate(): void {
    for (let before = -1; before !== this.matieres.size; ) {
      before = this.matieres.size;
      for (const [label, rows] of [...this.#open]) {
        const matiere = this.#onlyOneLeft(rows);
        if (matiere !== undefined) this.#take(label, matiere, "elimination");
      }
    }
  }

  takeAlike(): void {
    for (const label of [...this.#open.keys()]) {
      const matiere = this.#known.alike(label);
      if (matiere !== undefined && this.couldBe(matiere)) this.#take(label, matiere, "spelling");
    }
  }

  #look(row: ListedService, of: PublicServices): void {
    const { label, code } = row;
    const matiere = (code === undefined ? undefined : this.#known.find(code)) ?? this.#known.find(label);
    if (matiere === undefined) {
      push(this.#open, label, { row, of });
      return;
    }
    this.matieres.set(label, matiere);
    this.#taken.add(matiere);
    this.#matched.get(of)?.add(matiere);
  }

  #take(label: string, name: string, by: Correspondence["by"]): void {
    const rows = this.#open.get(label) ?? [];
    this.#open.delete(label);
    this.matieres.set(label, name);
    this.#taken.add(name);
    for (const { of } of rows) this.#matched.get(of)?.add(name);
    this.#correspondences.push({ section: "matieres", label, name, by, times: rows.length });
  }

  /** The one subject that a label can be in all classes that have it. */
  #onlyOneLeft(rows: readonly OpenRow[]): string | undefined {
    let found: string | undefined;
    for (const row of rows) {
      const [only, ...others] = new Set(this.#leftFor(row).map(({ matiere }) => matiere));
      const isAnother = found !== undefined && found !== only;
      if (only === undefined || others.length > 0 || isAnother) return undefined;
      found = only;
    }
    return found;
  }

  /** The services that no row is matched with yet, of the same teachers and the same state as a row. */
  #leftFor({ row, of }: OpenRow): readonly WantedService[] {
    const teachers = row.values.get("professeurs");
    if (typeof teachers !== "object" || teachers.items.length === 0) return [];
    const actif = row.values.get("actif");
    const isActive = typeof actif !== "object" || actif.items.includes("true");
    const matched = this.#matched.get(of);
    return of.wanted.filter((service) => {
      if (service.isActive !== isActive || matched?.has(service.matiere) || !this.couldBe(service.matiere))
        return false;
      const ours = wantedAt(service.value, "professeurs");
      return ours !== undefined && isSame(ours, teachers);
    });
  }
}
