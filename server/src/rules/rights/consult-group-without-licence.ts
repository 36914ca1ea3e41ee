import { say } from "../../base/say.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./consult-group-without-licence.md";

/** A group that only consults, without the licence for it. */
export const consultGroupWithoutLicence = rule({
  id: "consult-group-without-licence",
  severity: "error",
  on: "groupes-utilisateurs.*",
  docs,

  *check({ name, value }, ask) {
    const type = value.get("type");
    const licence = ask.get("licence", "consultation");
    if (type?.value !== "consult" || licence?.value !== false) return;
    yield {
      at: [type, licence],
      message: say(
        "“{0}” may only look, which takes the consultation licence: its members could not connect.",
        name,
      ),
      related: [{ at: licence.node, message: say("There is no consultation licence.") }],
      fixes: replacement(type, "modif", "probable"),
    };
  },
});
