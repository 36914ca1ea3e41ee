import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./nothing-to-recover.md";

/** A recovery in which every checkbox is off. */
export const nothingToRecover = rule({
  id: "nothing-to-recover",
  severity: "warning",
  on: "recuperation.donnees",
  docs,

  *check({ key, value }) {
    const boxes = [...value.schema.properties.keys()].map((name) => value.entries.get(name)?.value);
    if (!boxes.every((box) => box?.kind === "leaf" && box.value === false)) return;
    yield {
      at: key,
      message: message(
        "Not one of the {0} kinds of data is ticked: the recovery would take nothing over from last year.",
        boxes.length,
      ),
    };
  },
});
