import { message } from "../../base/message.ts";
import { removal } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { repeatedIn } from "../shared/repeated-services.ts";
import docs from "./duplicate-service.md";

/** Two active services with the same matière, teachers, modality and period. */
export const duplicateService = rule({
  id: "duplicate-service",
  severity: "warning",
  on: ["classes.*", "groupes-eleves.*"],
  docs,

  *check(thing) {
    const services = thing.value.get("services");
    if (!services) return;
    for (const [first, service] of repeatedIn(services)) {
      const entry = services.entry(service.name);
      if (!entry) continue;
      yield {
        at: [service.key, first.key],
        message: message(
          "“{0}” is the same service as “{1}”: same subject, teachers and modality. The bulletin would have the line twice.",
          service.name,
          first.name,
        ),
        related: [{ at: first.key, message: message("Written here first.") }],
        fixes: removal(services, entry, "probable"),
      };
    }
  },
});
