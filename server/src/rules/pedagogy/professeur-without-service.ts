import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { idleTeachers } from "../shared/idle-teachers.ts";
import docs from "./professeur-without-service.md";

/** A teacher without any service, once all services have teachers. */
export const professeurWithoutService = rule({
  id: "professeur-without-service",
  severity: "information",
  on: "classes", // not the teachers: otherwise all checks of a teacher would depend on all services
  docs,

  *check(_, context) {
    for (const entry of idleTeachers(context)) {
      if (!context.own(entry.key.block.uri) || context.mistaken("professeurs", entry.name)) continue;
      yield {
        at: entry.key,
        message: message(
          "“{0}” teaches no active service: this account would show no class. Is a service missing, or has the teacher left?",
          entry.name,
        ),
      };
    }
  },
});
