import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { establishmentOf } from "../../server/src/model/establishment.ts";
import { pageOf } from "../../server/src/rules/api/page.ts";
import { rules } from "../../server/src/rules/index.ts";
import { items } from "../../server/src/schema/checklist.ts";
import { rootSchema, type Schema, schemasIn } from "../../server/src/schema/schema.ts";
import type { Value } from "../../server/src/schema/value.ts";
import { findingsIn } from "./check.ts";
import { fixture } from "./fixture.ts";

/** The example for a statement of the booklet; `schemas/README.md` explains the fields. */
export interface BookletExample {
  readonly states?: string;
  readonly contradicts?: string;
  /** The rule that finds the contradiction. */
  readonly by?: string;
  readonly none?: string;
  readonly text?: string;
  readonly untold?: string;
}

const schemas = new URL("../../schemas/", import.meta.url);

/** The examples, by the id of their statement. */
export const bookletExamples: Readonly<Record<string, BookletExample>> = parse(
  readFileSync(new URL("booklet-examples.yaml", schemas), "utf8"),
);

/** The steps of the checklist that answer a statement, by their slug. */
const stepSeeds: ReadonlyMap<string, readonly string[]> = new Map(
  (
    parse(readFileSync(new URL("checklist.yaml", schemas), "utf8")) as {
      readonly items: readonly { readonly slug: string; readonly seed?: readonly string[] }[];
    }
  ).items.map(({ slug, seed = [] }) => [slug, seed]),
);

/** What is wrong with the example of a statement. `guarded`: a rule has to hold what the statement says. */
export function exampleFaults(id: string, example: BookletExample, guarded: boolean): readonly string[] {
  const { states, contradicts, by, none, text, untold } = example;
  if (untold !== undefined) return states || contradicts || guarded ? ["is told after all"] : [];
  return [
    ...(states === undefined ? ["states nothing"] : statementFaults(id, states)),
    ...(contradicts === undefined ? [] : contradictionFaults(contradicts, by)),
    ...(contradicts !== undefined && none !== undefined ? ["is contradicted, and cannot be"] : []),
    ...(guarded && contradicts === undefined && none === undefined ? ["is not guarded"] : []),
    ...(text === undefined || textsOf(id).some((one) => one.includes(text))
      ? []
      : [`does not say “${text}”`]),
  ];
}

/** A statement's example has no finding, and writes a key, a right or a tick that answers the statement. */
function statementFaults(id: string, states: string): readonly string[] {
  const fixed = fixture(states);
  const found = findingsIn(fixed).map(
    ({ id: rule, message }) => `has ${rule}: ${fixed.context.localize(message)}`,
  );
  const seeds = fixed.workspace.snapshots.flatMap((snapshot) => [
    ...seedsIn(establishmentOf(snapshot).value),
  ]);
  return [...found, ...(seeds.includes(id) ? [] : ["writes nothing that answers it"])];
}

function contradictionFaults(contradicts: string, by: string | undefined): readonly string[] {
  const fixed = fixture(contradicts);
  const found = findingsIn(fixed);
  if (found.length === 1 && found[0]?.id === by) return [];
  const told = found.map(({ id, message }) => `${id}: ${fixed.context.localize(message)}`);
  return [`is not contradicted by ${by} alone, but: ${told.join(" | ") || "nothing"}`];
}

/** The statements that written keys, rights and ticks answer. */
function* seedsIn(value: Value): Iterable<string> {
  if (value.kind === "list") for (const item of value.items) yield* seedsIn(item);
  if (value.kind !== "map") return;
  for (const { name, value: below } of value.entries.values()) {
    const schema = "schema" in below ? below.schema : undefined;
    yield* schema?.seed ?? [];
    yield* stepSeeds.get(name) ?? [];
    yield* seedsIn(below);
  }
}

/** What users read about a statement, in English. */
function textsOf(id: string): readonly string[] {
  const texts: string[] = [];
  const walk = (schema: Schema): void => {
    if (schema.seed?.includes(id)) texts.push(schema.title?.en ?? "", schema.description?.en ?? "");
    for (const below of schemasIn(schema)) walk(below);
    if (schema.items) walk(schema.items);
  };
  walk(rootSchema);
  for (const { slug, what } of items) if (stepSeeds.get(slug)?.includes(id)) texts.push(what.en);
  for (const { docs } of rules) if (pageOf(docs).source.includes(id)) texts.push(pageOf(docs).text.en);
  return texts;
}
