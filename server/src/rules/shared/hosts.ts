import type { Leaf } from "../../schema/value.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { ownMode, ownRne } from "./identity.ts";
import { hostedHost } from "./rne.ts";

/** The applications that others connect to. */
export type Application = "serveur" | "relais" | "pronote-net";

/**
 * The address and port at which an application is published, as far as they are known, and the leaves that determine
 * them.
 */
export interface Publication {
  readonly adresse?: string;
  readonly port?: number;
  readonly at: readonly Leaf[];
}

/** The port of a hosted Server. */
export const HOSTED_PORT = 49300;

/** Where an application is published. The host of a hosted one follows from the RNE, whatever is written. */
export function publishedAt(context: RuleContext, application: Application): Publication {
  const adresse = context.get("serveurs", application, "adresse");
  const port = context.get("serveurs", application, "port");
  const rne = isHosted(context) && application !== "relais" ? ownRne(context) : undefined;
  const host = rne ? hostedHost(rne.value) : isHosted(context) ? undefined : adresse?.value;
  return {
    ...(host === undefined ? undefined : { adresse: host }),
    ...(port === undefined ? undefined : { port: port.value }),
    at: [rne ?? adresse, port].filter((leaf) => leaf !== undefined),
  };
}

/** Whether the hosting mode is written, and is “hosted”. */
export function isHosted(context: RuleContext): boolean {
  return ownMode(context)?.value === "heberge";
}

/** Whether the hosting mode is written, and is “self-hosted”. */
export function isSelfHosted(context: RuleContext): boolean {
  return ownMode(context)?.value === "non-heberge";
}

/** Whether two hosts are the same machine; `undefined` for a name and an IP address. */
export function sameHost(one: string, other: string): boolean | undefined {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  return isIp(one) === isIp(other) ? false : undefined;
}

/** Whether a host is an IP address. */
export function isIp(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.includes(":");
}

/** Whether an IP address is in a private, local or shared range, which cannot be reached from the internet. */
export function isPrivateIp(host: string): boolean {
  if (host.includes(":")) return /^(?:f[cd]|fe[89ab]|::1$)/i.test(host);
  const [a = 0, b = 0] = isIp(host) ? host.split(".").map(Number) : [];
  return (
    a === 10 ||
    a === 127 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127)
  );
}

/** Placeholders for an establishment's own part in the addresses of a guide. */
const PLACEHOLDER =
  /(?<![A-Za-z0-9])(?:RNE|UAI|[xX]{4,}[A-Za-z]?|(?:rne|uai)(?=\.index-education))(?![A-Za-z0-9])/;

/** The placeholder in an address that was copied from a guide and not filled in; `undefined` if there is none. */
export function placeholderIn(address: string): string | undefined {
  return PLACEHOLDER.exec(address)?.[0];
}
