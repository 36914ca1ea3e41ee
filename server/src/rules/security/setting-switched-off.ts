import { message } from "../../base/message.ts";
import type { MapValue } from "../../schema/value.ts";
import { removal } from "../api/fixes.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import docs from "./setting-switched-off.md";

/** A setting without effect because of another one next to it. */
export const settingSwitchedOff = rule({
  id: "setting-switched-off",
  severity: "information",
  on: ["demi-pension", "securite"],
  docs,

  *check({ name, value }) {
    if (name === "demi-pension") {
      yield* withoutEffect(value, "heure-decompte", "decompte-automatique", (counting) => counting === false);
    } else {
      yield* withoutEffect(value, "renouvellement-jours", "renouvellement", (kind) => kind !== "periodique");
    }
  },
});

function* withoutEffect(
  map: MapValue,
  key: string,
  gate: string,
  isOff: (value: string | number | boolean) => boolean,
): Iterable<RuleResult> {
  const entry = map.entry(key);
  const choice = map.get(gate);
  if (!entry || map.get(key) === undefined || choice?.kind !== "leaf" || !isOff(choice.value)) return;
  yield {
    at: [entry.key, choice],
    message: message("“{0}” has no effect while “{1}” is “{2}”.", key, gate, String(choice.value)),
    related: [{ at: choice.node, message: message("This leaves it without effect.") }],
    fixes: removal(map, entry, "probable"),
  };
}
