import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { PERIODES, type Periode, periodesIn } from "./periodes.ts";
import docs from "./periodes-out-of-order.md";

/** Numbered periods whose dates are in another order. */
export const periodesOutOfOrder = rule({
  id: "periodes-out-of-order",
  severity: "warning",
  on: PERIODES,
  docs,

  *check({ value }) {
    const [first, ...others] = periodesIn(value).flatMap(numbered);
    let before = first;
    for (const one of others) {
      if (before && one.prefix === before.prefix && one.number < before.number) {
        yield {
          at: [one.periode.debut, before.periode.debut],
          message: message(
            "The period “{0}” begins after “{1}”: bulletins and averages would follow the dates, not the numbers.",
            one.periode.name,
            before.periode.name,
          ),
          related: [{ at: before.periode.debut.node, message: message("The other one begins here.") }],
        };
      } else before = one;
    }
  },
});

function numbered(periode: Periode): readonly { prefix: string; number: number; periode: Periode }[] {
  const [, prefix, number] = /^(\D*)(\d+)\D*$/.exec(periode.name) ?? [];
  return prefix === undefined ? [] : [{ prefix, number: Number(number), periode }];
}
