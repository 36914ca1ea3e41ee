import { message } from "../../base/message.ts";
import { removal } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./smtp-with-hosted-service.md";

/** An SMTP server of one's own in addition to the service that hosting includes. */
export const smtpWithHostedService = rule({
  id: "smtp-with-hosted-service",
  severity: "error",
  on: "communication.e-mails",
  everyHeir: true,
  docs,

  *check({ value }, context) {
    const service = value.get("service");
    const smtp = value.entry("smtp");
    if (service?.value !== "index-education" || !smtp || value.get("smtp") === undefined) return;
    if (context.get("hebergement", "mode")?.value !== "heberge") return;
    yield {
      at: smtp.key,
      message: message(
        "E-mails leave through the service of Index Éducation (“service: {0}”): an SMTP server of one's own has no effect beside it.",
        service.value,
      ),
      related: [{ at: service.node, message: message("The service is chosen here.") }],
      fixes: removal(value, smtp, "probable"),
    };
  },
});
