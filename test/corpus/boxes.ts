import { type Schema, schemaAt } from "../../server/src/schema/schema.ts";
import type { Dice } from "./dice.ts";
import type { Group, SaidValue } from "./said.ts";

/** Rights and options that presuppose something else, so that they are ticked where that is decided. */
const TIED = /sms|maileva|acces-par-famille|publier-incidents|recuperation-mot|voir-tous-les/;

/** Some of the boxes that the schema knows at a path, ticked or not. */
export function boxes(d: Dice, path: readonly string[], percent: number, ticked?: boolean): Group {
  const said: Record<string, SaidValue> = {};
  for (const [key, schema] of schemaAt(path)?.properties ?? []) {
    if (TIED.test(key) || !d.chance(percent)) continue;
    if (schema.type === "boolean") said[key] = ticked ?? d.chance(70);
    if (schema.type === "integer") said[key] = Math.max(schema.minimum ?? 0, d.of(5));
  }
  return said;
}

/** Some of the groups of boxes at a path; each published where it can be. */
export function groupsOfBoxes(d: Dice, path: readonly string[], percent: number): Group {
  const said: Record<string, SaidValue> = {};
  for (const [key, schema] of schemaAt(path)?.properties ?? []) {
    if (!d.chance(percent)) continue;
    said[key] = published(d, [...path, key], schema);
  }
  return said;
}

function published(d: Dice, path: readonly string[], schema: Schema): Group {
  if (!schema.properties.has("publie")) return boxes(d, path, 60, true);
  if (d.chance(10)) return { publie: false };
  return { ...boxes(d, path, 40), publie: true };
}
