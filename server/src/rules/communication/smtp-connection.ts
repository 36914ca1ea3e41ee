import type { Leaf, TypedMap } from "../../schema/value.ts";
import type { ThingAt } from "../api/rule.ts";

/** An SMTP connection, of the Server or of a sending profile. */
export type Smtp = TypedMap<ThingAt<"communication.e-mails.smtp">>;
type Encryption = "aucun" | "ssl-tls" | "starttls";

/** The paths at which SMTP connections are written. */
export const SMTP = ["communication.e-mails.smtp", "communication.e-mails.profils-envoi.*.smtp"] as const;

/** An encryption that does not fit, and the usual one. */
export interface EncryptionFault {
  readonly chiffrement: Leaf<Encryption>;
  readonly port?: Leaf<number>;
  /** The leaf that shows that a password would be sent unencrypted. */
  readonly authentification?: Leaf;
  readonly usual: Encryption;
}

/** For each port the usual encryption, and those that do not fit. */
const PORTS: {
  readonly [port: number]: { readonly usual: Encryption; readonly unusual: readonly Encryption[] };
} = {
  25: { usual: "starttls", unusual: ["ssl-tls"] },
  465: { usual: "ssl-tls", unusual: ["starttls"] },
  587: { usual: "starttls", unusual: ["ssl-tls", "aucun"] },
};

/** The fault of a connection without encryption: a password would be sent in clear, or the port only works with TLS. */
export function unencrypted(smtp: Smtp): EncryptionFault | undefined {
  const chiffrement = smtp.get("chiffrement");
  if (chiffrement?.value !== "aucun") return undefined;
  const port = smtp.get("port");
  const usual = PORTS[port?.value ?? 0]?.usual ?? "starttls";
  const authentification = authenticated(smtp);
  if (authentification) return { chiffrement, ...(port ? { port } : undefined), authentification, usual };
  return port?.value === 465 ? { chiffrement, port, usual } : undefined;
}

/** The fault of a port with another encryption than the usual one. */
export function unusual(smtp: Smtp): EncryptionFault | undefined {
  const chiffrement = smtp.get("chiffrement");
  const port = smtp.get("port");
  const row = port && PORTS[port.value];
  if (!chiffrement || !port || !row?.unusual.includes(chiffrement.value)) return undefined;
  return { chiffrement, port, usual: row.usual };
}

/** The leaf that shows that the connection uses authentication; `undefined` if none does. */
function authenticated(smtp: Smtp): Leaf | undefined {
  if (!smtp.has("authentification")) return smtp.get("mot-de-passe")?.get("env");
  const written = smtp.get("authentification");
  return written?.value === true ? written : undefined;
}
