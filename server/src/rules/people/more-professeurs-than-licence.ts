import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./more-professeurs-than-licence.md";

/** More teachers than the licence allows at the same time. */
export const moreProfesseursThanLicence = rule({
  id: "more-professeurs-than-licence",
  severity: "warning",
  on: "licence",
  docs,

  *check({ value }, context) {
    const limit = value.get("professeurs");
    if (!limit || limit.value === "illimite") return;
    const count = context.names("professeurs").length;
    if (count <= Number(limit.value)) return;
    yield {
      at: limit,
      message: message(
        "The licence lets {0} teachers connect at the same time, and {1} have an account: the last to come may be refused.",
        limit.value,
        count,
      ),
    };
  },
});
