import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./pronote-net-via-relais.md";

/** A PRONOTE.net that connects to the Relais instead of the Server. */
export const pronoteNetViaRelais = rule({
  id: "pronote-net-via-relais",
  severity: "error",
  on: "serveurs.pronote-net",
  docs,

  *check({ value }) {
    const target = value.get("se-connecte-a");
    if (target?.value !== "relais") return;
    yield {
      at: target,
      message: message(
        "PRONOTE.net connects to the Server, never to the Relais, which serves Clients only. Write: {0}",
        "serveur",
      ),
      fixes: replacement(target, "serveur", "probable"),
    };
  },
});
