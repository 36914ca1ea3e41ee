import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { privateIpFixe } from "./private-ip-fixe.ts";

const says = (ip: string) =>
  `“${ip}” is an address of an internal network: from outside nobody reaches the Espaces there. Write the public address that the internet provider gave.`;

test.each(["10.0.0.1", "172.31.255.1", "192.168.1.10", "127.0.0.1", "169.254.1.1", "fd00::1"])(
  "reports %s",
  (ip) => {
    checkRule(
      privateIpFixe,
      `
serveurs: { pronote-net: { ip-fixe: "${ip}" } }
#                                   ${"^".repeat(ip.length + 2)} ${says(ip)}
`,
    );
  },
);

test("reports it in block style", () => {
  checkRule(
    privateIpFixe,
    `
serveurs:
  pronote-net:
    ip-fixe: 192.168.1.10
#            ^^^^^^^^^^^^ ${says("192.168.1.10")}
`,
  );
});

test.each(["203.0.113.10", "172.32.0.1", "192.0.2.10", "pronote.exemple.fr", "10.exemple.fr"])(
  "accepts %s",
  (ip) => {
    checkRule(privateIpFixe, `serveurs: { pronote-net: { ip-fixe: ${ip}, adresse: 192.168.1.10 } }\n`);
  },
);
