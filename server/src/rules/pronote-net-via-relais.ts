import { say } from "../say.ts";
import { replacement } from "./fixes.ts";
import docs from "./pronote-net-via-relais.md";
import { rule } from "./rule.ts";

/** PRONOTE.net connects to the Server. */
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
      message: say(
        "PRONOTE.net connects to the Server, never to the Relais, which serves Clients only. Write: {0}",
        "serveur",
      ),
      fixes: replacement(target, "serveur", "probable"),
    };
  },
});
