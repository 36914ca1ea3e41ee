import { type Message, message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { type Application, type Publication, placeholderIn, publishedAt, sameHost } from "../shared/hosts.ts";
import docs from "./connection-not-to-publication.md";

/** A connection to another address or port than those at which the application is published. */
export const connectionNotToPublication = rule({
  id: "connection-not-to-publication",
  severity: "error",
  on: ["clients.connexions.*", "edt.client", "routeur.redirections.*"],
  docs,

  *check({ name, value }, context) {
    const vers = value.get("vers");
    if (!vers) return;
    const published = publishedAt(context, vers.value);
    const adresse = value.get("adresse");
    const wrong = differences(adresse, value.get("port"), published);
    const [first] = wrong;
    if (!first) return;
    yield {
      at: [...wrong.map(({ leaf }) => leaf), ...published.at],
      message: messageFor(name, vers.value, wrong),
      fixes: wrong.flatMap(({ leaf, expected }) => replacement(leaf, expected, "probable")),
      related: published.at.map(({ node }) => ({
        at: node,
        message: message("It is published as written here."),
      })),
    };
  },
});

interface Difference {
  readonly leaf: Leaf;
  readonly expected: string | number;
}

function differences(
  adresse: Leaf<string> | undefined,
  port: Leaf<number> | undefined,
  published: Publication,
): readonly Difference[] {
  const found: Difference[] = [];
  if (
    adresse &&
    published.adresse !== undefined &&
    placeholderIn(adresse.value) === undefined &&
    sameHost(adresse.value, published.adresse) === false
  )
    found.push({ leaf: adresse, expected: published.adresse });
  if (port && published.port !== undefined && port.value !== published.port)
    found.push({ leaf: port, expected: published.port });
  return found;
}

function messageFor(name: string, application: Application, wrong: readonly Difference[]): Message {
  const pair = (text: (one: Difference) => string | number) => wrong.map(text).join(", ");
  return message(
    "“{0}” connects to “{1}”, which is published at {2}, not at {3}: nothing would answer. Without it, what is right follows.",
    name,
    application,
    pair(({ expected }) => expected),
    pair(({ leaf }) => String(leaf.value)),
  );
}
