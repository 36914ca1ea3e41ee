import { type LocalizedText, message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import docs from "./channel-without-coordonnee.md";

/** What each channel needs PRONOTE to have. */
const NEEDS: readonly (readonly [
  "sms" | "courriers" | "e-mails",
  "mobile" | "adresse" | "email",
  LocalizedText,
])[] = [
  ["sms", "mobile", { en: "mobile number", fr: "numéro de mobile" }],
  ["courriers", "adresse", { en: "postal address", fr: "adresse postale" }],
  ["e-mails", "email", { en: "e-mail address", fr: "adresse e-mail" }],
];

interface Boxes<K extends string> {
  get(key: K): Leaf<boolean> | undefined;
}

type Channels = Boxes<(typeof NEEDS)[number][0]>;
type Details = Boxes<(typeof NEEDS)[number][1]>;

/** A way of being contacted that is accepted without what it needs. */
export const channelWithoutCoordonnee = rule({
  id: "channel-without-coordonnee",
  severity: "error",
  on: ["personnels.*", "professeurs.*", "preferences-contact.responsables", "preferences-contact.eleves"],
  docs,

  *check({ name, value }, context) {
    if (value.schema.properties.has("coordonnees")) {
      const person = value as unknown as { get(key: "preferences-contact"): Channels | undefined } & {
        get(key: "coordonnees"): Details | undefined;
      };
      yield* unmet(name, person.get("preferences-contact"), person.get("coordonnees"));
    } else if (name === "responsables" || name === "eleves") {
      yield* unmet(name, value as unknown as Channels, context.get(name, "coordonnees"));
    }
  },
});

function* unmet(
  name: string,
  channels: Channels | undefined,
  details: Details | undefined,
): Iterable<RuleResult> {
  for (const [channel, detail, words] of channels && details ? NEEDS : []) {
    const accepted = channels?.get(channel);
    const known = details?.get(detail);
    if (accepted?.value !== true || known?.value !== false) continue;
    yield {
      at: [accepted, known],
      message: message(
        "“{0}” accepts “{1}”, and PRONOTE has no {2}: nothing would arrive.",
        name,
        channel,
        words,
      ),
      related: [{ at: known.node, message: message("PRONOTE has no {0}.", words) }],
      fixes: replacement(accepted, false, "probable"),
    };
  }
}
