import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { SMTP, unencrypted, unusual } from "./smtp-connection.ts";
import docs from "./smtp-port-of-other-encryption.md";

/** A port that is usually used with another encryption. */
export const smtpPortOfOtherEncryption = rule({
  id: "smtp-port-of-other-encryption",
  severity: "warning",
  on: SMTP,
  docs,

  *check({ value }) {
    const misfit = unencrypted(value) ? undefined : unusual(value);
    if (!misfit?.port) return;
    const { chiffrement, port, usual } = misfit;
    yield {
      at: [chiffrement, port],
      message: message(
        "Port {0} usually goes with “{1}”, not with “{2}”: the sending test would fail.",
        port.value,
        usual,
        chiffrement.value,
      ),
      fixes: replacement(chiffrement, usual, "probable"),
    };
  },
});
