import type { Leaf, TypedMap } from "../../schema/value.ts";
import type { ThingAt } from "../api/rule.ts";

/** An SMTP connection, of the Server or of a sending profile. */
export type Smtp = TypedMap<ThingAt<"communication.e-mails.smtp">>;
type Encryption = "aucun" | "ssl-tls" | "starttls";

/** Where SMTP connections are written. */
export const SMTP = ["communication.e-mails.smtp", "communication.e-mails.profils-envoi.*.smtp"] as const;

/** What is wrong with an encryption, and the usual one. */
export interface Misfit {
  readonly chiffrement: Leaf<Encryption>;
  readonly port?: Leaf<number>;
  /** What the encryption leaves open, as a leaf. */
  readonly authentification?: Leaf;
  readonly usual: Encryption;
}

/** The usual encryption of each port, and what goes against it. */
const PORTS: {
  readonly [port: number]: { readonly usual: Encryption; readonly unusual: readonly Encryption[] };
} = {
  25: { usual: "starttls", unusual: ["ssl-tls"] },
  465: { usual: "ssl-tls", unusual: ["starttls"] },
  587: { usual: "starttls", unusual: ["ssl-tls", "aucun"] },
};

/** A password that would travel in the clear, or a port that only speaks TLS without it. */
export function unencrypted(smtp: Smtp): Misfit | undefined {
  const chiffrement = smtp.get("chiffrement");
  if (chiffrement?.value !== "aucun") return undefined;
  const port = smtp.get("port");
  const usual = PORTS[port?.value ?? 0]?.usual ?? "starttls";
  const authentification = authenticated(smtp);
  if (authentification) return { chiffrement, ...(port ? { port } : undefined), authentification, usual };
  return port?.value === 465 ? { chiffrement, port, usual } : undefined;
}

/** A port with another encryption than the usual one. */
export function unusual(smtp: Smtp): Misfit | undefined {
  const chiffrement = smtp.get("chiffrement");
  const port = smtp.get("port");
  const row = port && PORTS[port.value];
  if (!chiffrement || !port || !row?.unusual.includes(chiffrement.value)) return undefined;
  return { chiffrement, port, usual: row.usual };
}

/** The text that makes it clear that the connection identifies itself. */
function authenticated(smtp: Smtp): Leaf | undefined {
  if (!smtp.has("authentification")) return smtp.get("mot-de-passe")?.get("env");
  const written = smtp.get("authentification");
  return written?.value === true ? written : undefined;
}
