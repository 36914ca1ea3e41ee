import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./hosted-service-when-self-hosted.md";

/** The sending service of Index Éducation, in an establishment that is self-hosted. */
export const hostedServiceWhenSelfHosted = rule({
  id: "hosted-service-when-self-hosted",
  severity: "error",
  on: "communication.e-mails",
  docs,

  *check({ value }, context) {
    const service = value.get("service");
    const mode = context.get("hebergement", "mode");
    if (service?.value !== "index-education" || mode?.value !== "non-heberge") return;
    yield {
      at: [service, mode],
      message: message(
        "“{0}” sends e-mails as part of the hosting; a self-hosted establishment sends through an SMTP server.",
        service.value,
      ),
      related: [{ at: mode.node, message: message("The hosting mode is chosen here.") }],
      fixes: replacement(service, "smtp", "probable"),
    };
  },
});
