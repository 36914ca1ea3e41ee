import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { ResolvedNode } from "./resolve.ts";

const SCALAR = [
  "enum",
  "pattern",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "minLength",
  "maxLength",
] as const;

/**
 * Generates one ajv validator for each distinct scalar schema, as standalone code, with the number of the validator for
 * each node. Maps and lists are checked during the conversion; ajv checks scalars.
 */
export function validatorsOf(nodes: readonly ResolvedNode[]): {
  readonly code: string;
  readonly checks: readonly (number | undefined)[];
} {
  const numbers = new Map<string, number>();
  const checks = nodes.map((node) => {
    const limits = SCALAR.filter((keyword) => node[keyword] !== undefined);
    if (node.type === "object" || node.type === "array" || limits.length === 0) return undefined;
    const shape = JSON.stringify({
      type: node.type,
      ...Object.fromEntries(limits.map((key) => [key, node[key]])),
    });
    const known = numbers.get(shape) ?? numbers.size;
    numbers.set(shape, known);
    return known;
  });
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true },
    allErrors: false,
    unicodeRegExp: true,
  });
  const names: Record<string, string> = {};
  for (const [shape, number] of numbers) {
    ajv.addSchema({ $id: `s${number}`, ...JSON.parse(shape) });
    names[`v${number}`] = `s${number}`;
  }
  const list = [...numbers.values()].map((number) => `v${number}`).join(",");
  const generate = standalone as unknown as (ajv: Ajv, names: Record<string, string>) => string;
  return { code: `${generate(ajv, names)}\nexport const checks = [${list}];`, checks };
}
