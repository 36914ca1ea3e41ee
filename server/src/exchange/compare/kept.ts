import { mapAt } from "../../model/map-at.ts";
import type { MapValue } from "../../schema/value.ts";
import { leafAt } from "../../schema/value.ts";
import type { NamedSection } from "./comparison.ts";
import type { WrittenTitles } from "./title-fit.ts";

/** What `correspondances` says about the names in PRONOTE's lists. */
export function keptNames(root: MapValue, section: NamedSection): ReadonlyMap<string, string> {
  const map = mapAt(root, ["correspondances", section]);
  const kept = new Map<string, string>();
  for (const label of map?.entries.keys() ?? []) {
    const name = leafAt(map, label, "string")?.value;
    if (name !== undefined) kept.set(label, name);
  }
  return kept;
}

/** What `correspondances` says about the titles of lists; what the command line says wins. */
export function keptTitles(root: MapValue, said: ReadonlyMap<string, string>): WrittenTitles {
  return (kind, title) => {
    const now = said.get(title);
    if (now !== undefined) return now === "" || now === "~" ? "not-wanted" : now;
    const map = mapAt(root, ["correspondances", "colonnes", kind]);
    const entry = map?.entries.get(title);
    if (entry?.value.kind === "removed") return "not-wanted";
    return leafAt(map, title, "string")?.value;
  };
}

/** The places of differences that are accepted. */
export function acceptedPlaces(root: MapValue): readonly string[] {
  return [...(mapAt(root, ["correspondances", "ecarts"])?.entries.keys() ?? [])];
}
