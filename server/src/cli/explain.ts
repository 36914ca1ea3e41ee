import { ruleById, rules } from "../rules/index.ts";
import type { Io, Run } from "./command.ts";
import { paintOf } from "./report/paint.ts";
import { unknownRule } from "./severities.ts";

/** Prints the page of a rule, or the list of all. */
export const explain: Run = async (args, io) => {
  const [id] = args.operands;
  if (id === undefined) {
    io.out(list(io));
    return 0;
  }
  const rule = ruleById.get(id);
  if (!rule) throw unknownRule(id);
  io.out(`${rule.docs.trimEnd()}\n`);
  return 0;
};

function list({ color }: Io): string {
  const { severity: painted } = paintOf(color);
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, severity }) => `${id.padEnd(width)}  ${painted(severity, severity)}\n`)
    .join("");
}
