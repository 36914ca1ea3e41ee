import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./ent-address-not-https.md";

/** Identities that ENT and PRONOTE exchange without encryption. */
export const entAddressNotHttps = rule({
  id: "ent-address-not-https",
  severity: "error",
  on: "ent",
  docs,

  *check({ value }) {
    const url = value.get("url-cas");
    if (!url || !/^http:/i.test(url.value)) return;
    yield {
      at: url,
      message: message(
        "“{0}” is not encrypted: the identities that pass between the ENT and PRONOTE could be read on the way. Write: {1}",
        url.value,
        "https://…",
      ),
      fixes: replacement(url, url.value.replace(/^http:/i, "https:"), "probable"),
    };
  },
});
