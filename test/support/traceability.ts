import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { pageOf } from "../../server/src/rules/api/page.ts";
import { rules } from "../../server/src/rules/index.ts";
import { rootSchema, type Schema } from "../../server/src/schema/schema.ts";
import { bookletExamples } from "./booklet-examples.ts";

interface Data {
  readonly kinds: { readonly [kind: string]: readonly string[] };
  readonly dependent: readonly string[];
}

/** What covers a statement of the booklet. */
export interface Answer {
  readonly id: string;
  readonly kind: string;
  /** Paths of keys in the schema. */
  readonly keys: readonly string[];
  readonly rights: number;
  readonly rules: readonly string[];
  readonly steps: readonly string[];
  /** Whether the statement needs a rule: it is a constraint, a check, or a dependency between settings. */
  readonly guarded: boolean;
}

const ID = /S[0-9]{2}-[0-9]{2}/g;
const schemas = new URL("../../schemas/", import.meta.url);
const { items: steps } = parse(readFileSync(new URL("checklist.yaml", schemas), "utf8")) as {
  readonly items: readonly { readonly slug: string; readonly seed?: readonly string[] }[];
};
const data = parse(readFileSync(new URL("traceability.yaml", schemas), "utf8")) as Data;

/** The listed statements, by kind. */
export const { kinds } = data;

/** All statements, and what covers them. Statements that are referred to but not listed have no kind. */
export function answers(): readonly Answer[] {
  const keys = keysBySeed();
  const byRule = gathered(rules.map(({ id, docs }) => [id, pageOf(docs).source.match(ID) ?? []]));
  const bySteps = gathered(steps.map(({ slug, seed = [] }) => [slug, seed.filter((id) => id.match(ID))]));
  const rights = readFileSync(new URL("permissions.yaml", schemas), "utf8").match(ID) ?? [];
  const kindOf = new Map(
    Object.entries(kinds).flatMap(([kind, ids]) => ids.map((id) => [id, kind] as const)),
  );
  const all = new Set([...kindOf.keys(), ...keys.keys(), ...byRule.keys(), ...bySteps.keys(), ...rights]);
  return [...all].sort().map((id) => {
    const kind = kindOf.get(id) ?? "";
    return {
      id,
      kind,
      keys: keys.get(id) ?? [],
      rights: rights.filter((one) => one === id).length,
      rules: byRule.get(id) ?? [],
      steps: bySteps.get(id) ?? [],
      guarded: kind === "constraint" || kind === "check" || data.dependent.includes(id),
    };
  });
}

function gathered(
  list: readonly (readonly [name: string, ids: readonly string[]])[],
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, ids] of list)
    for (const id of new Set(ids)) found.set(id, [...(found.get(id) ?? []), name]);
  return found;
}

function keysBySeed(): Map<string, readonly string[]> {
  const found: (readonly [string, readonly string[]])[] = [];
  const walk = (schema: Schema, path: readonly string[]): void => {
    found.push([path.join("/"), (schema.seed ?? []).filter((id) => id.match(ID))]);
    for (const [key, below] of schema.properties) walk(below, [...path, key]);
    if (schema.additional) walk(schema.additional, [...path, "*"]);
    if (schema.items) walk(schema.items, [...path, "-"]);
  };
  walk(rootSchema, []);
  return gathered(found);
}

/** The figures by kind, as Markdown. */
export function figures(all: readonly Answer[]): string {
  const count = (list: readonly Answer[], holds: (one: Answer) => unknown) =>
    String(list.filter(holds).length);
  const row = (name: string, list: readonly Answer[]) => [
    name,
    String(list.length),
    count(list, isAnswered),
    count(list, ({ keys, rights }) => keys.length + rights > 0),
    count(list, ({ rules: named }) => named.length > 0),
    count(list, ({ steps }) => steps.length > 0),
    count(list, ({ id }) => bookletExamples[id]?.states),
    count(list, ({ id }) => bookletExamples[id]?.contradicts),
    count(list, ({ id }) => bookletExamples[id]?.none),
  ];
  const rows = [
    [
      "kind",
      "statements",
      "answered",
      "by a key or a right",
      "by a rule",
      "by a step",
      "example",
      "contradiction that is found",
      "that nothing can contradict",
    ],
    ...Object.keys(kinds).map((kind) =>
      row(
        kind,
        all.filter((one) => one.kind === kind),
      ),
    ),
    row("all", all),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return `# What answers the booklet

The statements of the booklet, by kind, and what answers them; \`traceability.yaml\` says more, and
\`booklet-examples.yaml\` has the examples, which run as tests. Written by
\`npx vitest run --project unit test/traceability.test.ts -u\`.

${[line(head), rule, ...body.map(line)].join("\n")}
`;
}

/** Whether a statement is covered as its kind requires. */
export function isAnswered({ kind, keys, rights, rules: named, steps }: Answer): boolean {
  if (kind === "setting" || kind === "constraint") return keys.length + rights + named.length > 0;
  if (kind === "action" || kind === "check") return steps.length > 0;
  return keys.length + rights + named.length + steps.length > 0;
}
