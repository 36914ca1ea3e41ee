import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./groupe-type-reserved.md";

/** The type that is reserved for the group Administration in another group, or another type in that group. */
export const groupeTypeReserved = rule({
  id: "groupe-type-reserved",
  severity: "error",
  on: "groupes-utilisateurs.*",
  docs,

  *check({ name, value }) {
    const type = value.get("type");
    const isAdministration = name === "Administration";
    if (!type || (type.value === "admin") === isAdministration) return;
    yield {
      at: type,
      message: isAdministration
        ? message("The group “{0}” is PRONOTE's own: its type is “{1}” and cannot be changed.", name, "admin")
        : message("“{0}” cannot have the type “{1}”: only the group Administration has it.", name, "admin"),
      fixes: replacement(type, isAdministration ? "admin" : "modif", "probable"),
    };
  },
});
