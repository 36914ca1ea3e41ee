import type { Leaf, MapValue } from "../../schema/value.ts";

/** The Espaces that are published, each with its checkbox. */
export function publishedIn(espaces: MapValue): readonly { readonly name: string; readonly box: Leaf }[] {
  return [...espaces.entries.values()].flatMap(({ name, value }) => {
    const box = value.kind === "map" ? value.get("publie") : undefined;
    return box?.kind === "leaf" && box.value === true ? [{ name, box }] : [];
  });
}
