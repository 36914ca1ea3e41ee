import type { Rule } from "../api/rule.ts";
import { connectionNotToPublication } from "./connection-not-to-publication.ts";
import { espacesNotHttps } from "./espaces-not-https.ts";
import { externalPortTwice } from "./external-port-twice.ts";
import { privateIpFixe } from "./private-ip-fixe.ts";
import { pronoteNetViaRelais } from "./pronote-net-via-relais.ts";
import { publishedWithoutRedirection } from "./published-without-redirection.ts";
import { relaisWhenHosted } from "./relais-when-hosted.ts";
import { sameAddressAndPort } from "./same-address-and-port.ts";
import { unusualHostedPort } from "./unusual-hosted-port.ts";

/** Servers, ports, connections and redirections. */
export const network: readonly Rule[] = [
  connectionNotToPublication,
  espacesNotHttps,
  externalPortTwice,
  privateIpFixe,
  pronoteNetViaRelais,
  publishedWithoutRedirection,
  relaisWhenHosted,
  sameAddressAndPort,
  unusualHostedPort,
];
