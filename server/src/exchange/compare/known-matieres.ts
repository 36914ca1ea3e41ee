import { mapAt } from "../../model/map-at.ts";
import { leafAt, type MapValue } from "../../schema/value.ts";
import { looseLabel } from "../spelling.ts";
import { keptNames } from "./kept.ts";

/** The subjects of an establishment, found by the labels of PRONOTE's lists. */
export class KnownMatieres {
  readonly #kept: ReadonlyMap<string, string>;
  readonly #names = new Set<string>();
  /** By label without case, accents and punctuation: the same thing for sure. */
  readonly #byLabel = new Map<string, string | undefined>();
  /** With `&` for `et` besides: taken for the same, and said. */
  readonly #byLooseLabel = new Map<string, string | undefined>();

  constructor(root: MapValue) {
    this.#kept = keptNames(root, "matieres");
    for (const { name, value } of mapAt(root, ["matieres"])?.entries.values() ?? []) {
      if (value.kind === "removed") continue;
      this.#names.add(name);
      for (const label of [name, leafAt(value, "libelle", "string")?.value]) {
        if (label === undefined) continue;
        put(this.#byLabel, strictLabel(label), name);
        put(this.#byLooseLabel, looseLabel(label), name);
      }
    }
  }

  /** The subject with a code or a label; `undefined` if there is none, or several have the label. */
  find(label: string): string | undefined {
    return this.#kept.get(label) ?? (this.#names.has(label) ? label : this.#byLabel.get(strictLabel(label)));
  }

  /** The subject whose label differs by `&` and `et` alone. */
  alike(label: string): string | undefined {
    return this.#byLooseLabel.get(looseLabel(label));
  }
}

/** A label without case, accents and punctuation, `&` apart. */
export function strictLabel(label: string): string {
  return looseLabel(label.replaceAll("&", " uetu "));
}

/** Two subjects with one label cannot be told apart by it. */
function put(map: Map<string, string | undefined>, label: string, name: string): void {
  map.set(label, map.has(label) && map.get(label) !== name ? undefined : name);
}
