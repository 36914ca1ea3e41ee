import { closest } from "../closest.ts";
import { ruleById, rules } from "../rules/index.ts";
import { say } from "../say.ts";
import { type Io, type Run, UsageError } from "./command.ts";

/** Prints the page of a rule, or the list of all. */
export const explain: Run = async (args, io) => {
  const [id] = args.operands;
  if (id === undefined) {
    io.out(list(io));
    return 0;
  }
  const rule = ruleById.get(id);
  if (rule) {
    io.out(`${rule.docs.trimEnd()}\n`);
    return 0;
  }
  const near = closest(id, ruleById.keys());
  throw new UsageError(
    near[0] === undefined
      ? say("There is no rule “{0}”. “{1}” lists them.", id, "rentree explain")
      : say("There is no rule “{0}”. Did you mean “{1}”?", id, near[0]),
  );
};

function list({ words }: Io): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, severity }) => `${id.padEnd(width)}  ${severity}\n`)
    .join("");
}
