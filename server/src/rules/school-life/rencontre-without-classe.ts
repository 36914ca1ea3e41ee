import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./rencontre-without-classe.md";

/** A session of meetings with an empty list of classes. */
export const rencontreWithoutClasse = rule({
  id: "rencontre-without-classe",
  severity: "warning",
  on: "rencontres.sessions.*",
  docs,

  *check({ name, value }) {
    const classes = value.get("classes");
    const node = classes?.node;
    if (!classes || node?.kind !== "list" || node.items.length > 0) return;
    yield {
      at: classes,
      message: message(
        "No class is invited to “{0}”: nobody would see the session. Name classes, a niveau, or: {1}",
        name,
        "toutes",
      ),
      fixes: [
        {
          title: message("Invite all classes"),
          safety: "placeholder",
          edits: [{ at: classes.node, newText: "[toutes]" }],
        },
      ],
    };
  },
});
