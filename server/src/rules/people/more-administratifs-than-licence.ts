import { message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./more-administratifs-than-licence.md";

/** More people who may change data in administrative mode than the licence allows at the same time. */
export const moreAdministratifsThanLicence = rule({
  id: "more-administratifs-than-licence",
  severity: "warning",
  on: "licence",
  docs,

  *check({ value }, context) {
    const limit = value.get("utilisateurs-administratifs");
    if (!limit) return;
    const people: readonly Person[] = [...context.all("personnels"), ...context.all("professeurs")];
    const count = people.filter((person) =>
      modifies(person.value.get("mode-administratif")?.value, context),
    ).length;
    if (count <= limit.value) return;
    yield {
      at: limit,
      message: message(
        "The licence lets {0} administrative users connect at the same time, and {1} people have a group that may change data.",
        limit.value,
        count,
      ),
    };
  },
});

interface Person {
  readonly value: { get(key: "mode-administratif"): Leaf<string> | undefined };
}

/** Whether the members of a group may change data. Groups that only consult need no administrative connection. */
function modifies(groupe: string | undefined, context: RuleContext): boolean {
  if (groupe === undefined) return false;
  const value = context.the("groupes-utilisateurs", groupe)?.value;
  return value?.has("type")
    ? value.get("type")?.value !== "consult" && value.get("type") !== undefined
    : true;
}
