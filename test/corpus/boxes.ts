import { type Schema, schemaAt } from "../../server/src/schema/schema.ts";
import type { Content, Group } from "./content.ts";
import type { Dice } from "./dice.ts";

/** Rights and options with prerequisites, which are ticked where these are decided. */
const TIED =
  /sms|maileva|acces-par-famille|publier-incidents|^reserver|^pour-|recuperation-mot|voir-tous-les/;

/** Some of the checkboxes of the schema at a path, ticked or not. */
export function boxes(d: Dice, path: readonly string[], percent: number, ticked?: boolean): Group {
  const content: Record<string, Content> = {};
  for (const [key, schema] of schemaAt(path)?.properties ?? []) {
    // What lies underneath other values is written with these.
    if (TIED.test(key) || schema.under !== undefined || !d.chance(percent)) continue;
    if (schema.type === "boolean") content[key] = ticked ?? d.chance(70);
    if (schema.type === "integer") content[key] = Math.max(schema.minimum ?? 0, d.of(5));
  }
  return content;
}

/** Some of the groups of checkboxes at a path, each published if it can be. */
export function groupsOfBoxes(d: Dice, path: readonly string[], percent: number): Group {
  const content: Record<string, Content> = {};
  for (const [key, schema] of schemaAt(path)?.properties ?? []) {
    if (!d.chance(percent)) continue;
    content[key] = published(d, [...path, key], schema);
  }
  return content;
}

function published(d: Dice, path: readonly string[], schema: Schema): Group {
  if (!schema.properties.has("publie")) return boxes(d, path, 60, true);
  if (d.chance(10)) return { publie: false };
  return { ...boxes(d, path, 40), publie: true };
}
