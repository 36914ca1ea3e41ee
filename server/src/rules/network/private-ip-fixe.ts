import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { isPrivateIp } from "../shared/hosts.ts";
import docs from "./private-ip-fixe.md";

/** A private address as the fixed IP, which has to be the one on the internet. */
export const privateIpFixe = rule({
  id: "private-ip-fixe",
  severity: "error",
  on: "serveurs.pronote-net",
  docs,

  *check({ value }) {
    const ip = value.get("ip-fixe");
    if (!ip || !isPrivateIp(ip.value)) return;
    yield {
      at: ip,
      message: message(
        "“{0}” is an address of an internal network: from outside nobody reaches the Espaces there. Write the public address that the internet provider gave.",
        ip.value,
      ),
    };
  },
});
