import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./two-factor-off.md";

/** Staff or teachers without two-factor authentication on a new device. */
export const twoFactorOff = rule({
  id: "two-factor-off",
  severity: "warning",
  on: "securite.double-authentification",
  docs,

  *check({ value }) {
    for (const audience of ["professeurs", "personnels"] as const) {
      const choice = value.get(audience);
      if (choice?.value !== "desactivee") continue;
      yield {
        at: choice,
        message: message(
          "Without the second step, a stolen password is enough to sign in as one of the {0} from any device.",
          audience,
        ),
        fixes: replacement(choice, "proposee", "probable"),
      };
    }
  },
});
