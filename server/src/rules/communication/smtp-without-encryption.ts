import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { SMTP, unencrypted } from "./smtp-connection.ts";
import docs from "./smtp-without-encryption.md";

/** A connection without encryption that cannot work, or that sends its password in clear. */
export const smtpWithoutEncryption = rule({
  id: "smtp-without-encryption",
  severity: "error",
  on: SMTP,
  docs,

  *check({ value }) {
    const misfit = unencrypted(value);
    if (!misfit) return;
    const { chiffrement, port, authentification, usual } = misfit;
    yield {
      at: [chiffrement, ...(authentification ? [authentification] : []), ...(port ? [port] : [])],
      message: authentification
        ? message(
            "This connection identifies itself without encryption (“{0}”): the password would cross the network in the clear.",
            chiffrement.value,
          )
        : message(
            "Port {0} is encrypted from the start: with “{1}”, no e-mail would leave.",
            465,
            chiffrement.value,
          ),
      fixes: replacement(chiffrement, usual, "probable"),
    };
  },
});
