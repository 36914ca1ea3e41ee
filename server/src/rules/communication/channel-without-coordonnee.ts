import { type LocalizedText, message } from "../../base/message.ts";
import { leafAt, type MapValue, type Value } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import docs from "./channel-without-coordonnee.md";

/** For each channel, the contact detail that it needs, and what that is called. */
const NEEDS: readonly (readonly [
  "sms" | "courriers" | "e-mails" | "e-mails-parents",
  "mobile" | "adresse" | "email",
  LocalizedText,
])[] = [
  ["sms", "mobile", { en: "mobile number", fr: "numéro de mobile" }],
  ["courriers", "adresse", { en: "postal address", fr: "adresse postale" }],
  ["e-mails", "email", { en: "e-mail address", fr: "adresse e-mail" }],
  ["e-mails-parents", "email", { en: "e-mail address", fr: "adresse e-mail" }],
];

/** A channel that a person accepts although PRONOTE lacks the contact detail for it. */
export const channelWithoutCoordonnee = rule({
  id: "channel-without-coordonnee",
  severity: "error",
  on: [
    "personnels.*",
    "professeurs.*",
    "preferences-contact.personnels",
    "preferences-contact.professeurs",
    "preferences-contact.responsables",
    "preferences-contact.eleves",
  ],
  everyHeir: true,
  docs,

  *check({ name, value }, context) {
    const map: MapValue = value;
    const isPerson = map.schema.properties.has("preferences-contact");
    const isGuardianOrPupil = !isPerson && (name === "responsables" || name === "eleves");
    yield* channelsWithoutDetail(
      name,
      isPerson ? map.get("preferences-contact") : map,
      isGuardianOrPupil ? context.get(name, "coordonnees") : map.get("coordonnees"),
      map.has("email-professionnel") ? NEEDS.filter(([, detail]) => detail !== "email") : NEEDS,
    );
  },
});

function* channelsWithoutDetail(
  name: string,
  channels: Value | undefined,
  details: Value | undefined,
  needs: typeof NEEDS,
): Iterable<RuleResult> {
  for (const [channel, detail, words] of needs) {
    const accepted = leafAt(channels, channel, "boolean");
    const hasDetail = leafAt(details, detail, "boolean");
    if (accepted?.value !== true || hasDetail?.value !== false) continue;
    yield {
      at: accepted,
      message: message(
        "“{0}” accepts “{1}”, and PRONOTE has no {2}: nothing would arrive.",
        name,
        channel,
        words,
      ),
      cause: hasDetail.node,
      related: [{ at: hasDetail.node, message: message("PRONOTE has no {0}.", words) }],
      fixes: replacement(accepted, false, "probable"),
    };
  }
}
