import { message } from "../../base/message.ts";
import type { MapValue } from "../../schema/value.ts";
import { rule } from "../api/rule.ts";
import { isHosted } from "../shared/hosts.ts";
import { everybody } from "../shared/people.ts";
import docs from "./initiateur-without-rights.md";

/** A transfer from EDT to a hosted base that is run by somebody other than the SPR or a super-administrateur. */
export const initiateurWithoutRights = rule({
  id: "initiateur-without-rights",
  severity: "error",
  on: "edt.transfert",
  docs,

  *check({ value }, context) {
    const name = value.get("initiateur");
    const person = name && context.the("personnels", name.value);
    if (!person || !isHosted(context) || isEntitled(person.value) !== false) return;
    const entitled = everybody("personnels", context).filter((one) => isEntitled(one.value) === true);
    // While no such person is written, this is not decided yet.
    if (entitled.length === 0) return;
    yield {
      at: [name, person.key],
      message: message(
        "“{0}” cannot run the transfer from EDT: into a hosted base only the SPR and super-administrateurs may, here “{1}”.",
        name.value,
        entitled.map((one) => one.name).join(", "),
      ),
      fixes: entitled.slice(0, 3).map((one) => ({
        title: message("Name “{0}”", one.name),
        safety: "probable" as const,
        edits: [{ at: name.node, newText: one.name }],
      })),
      related: [{ at: person.key, message: message("The person is described here.") }],
    };
  },
});

/** Whether a person is the SPR or a super-administrateur; `undefined` if that is not known. */
function isEntitled(person: MapValue): boolean | undefined {
  const boxes = ["spr", "super-administrateur"].map((key) => {
    const box = person.get(key);
    return box?.kind === "leaf" ? box.value : person.has(key) ? undefined : false;
  });
  if (boxes.includes(true)) return true;
  return boxes.includes(undefined) ? undefined : false;
}
