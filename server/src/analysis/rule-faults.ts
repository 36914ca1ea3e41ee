import type { Rule } from "../rules/api/rule.ts";

/** Is told of an error that the code of a rule threw; the other rules go on. */
export type OnRuleFault = (rule: Rule, error: unknown) => void;

/** Throws the error on: for tests, in which no rule may fail. */
export const throwOn: OnRuleFault = (_, error) => {
  throw error;
};

/** Tells each rule once, however often it fails: its code runs for every entry, and again after each edit. */
export function oncePerRule(tell: OnRuleFault): OnRuleFault {
  const told = new Set<string>();
  return (rule, error) => {
    if (told.has(rule.id)) return;
    told.add(rule.id);
    tell(rule, error);
  };
}

/** Calls the code of a rule. If it throws, that is told, and the result is `otherwise`. */
export function guarded<T>(rule: Rule, onFault: OnRuleFault, call: () => T, otherwise: T): T {
  try {
    return call();
  } catch (error) {
    onFault(rule, error);
    return otherwise;
  }
}
