import { type Message, message } from "../../base/message.ts";
import type { Leaf, MapValue } from "../../schema/value.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext, Subject } from "../api/rule-context.ts";
import docs from "./password-recovery-without-email.md";

/** At most so many names are shown. */
const MAX_SHOWN = 3;

/** Password recovery for people without a valid e-mail address, which it needs. */
export const passwordRecoveryWithoutEmail = rule({
  id: "password-recovery-without-email",
  severity: "warning",
  on: ["espaces.professeurs", "espaces.vie-scolaire", "espaces.direction"],
  docs,

  *check({ name, value }, context) {
    const allowed = value.get("recuperation-mot-de-passe");
    if (allowed?.value !== true) return;
    const without = usersOf(name, context).flatMap((person) => {
      const email = missingEmail(person.value);
      return email ? [{ name: person.name, email }] : [];
    });
    if (without.length === 0) return;
    const names = without.slice(0, MAX_SHOWN).map((person) => person.name);
    yield {
      at: [allowed, ...without.map(({ email }) => email)],
      message: message(
        "A forgotten password is recovered by e-mail, and PRONOTE has no valid address for {0}.",
        quotedList(names, without.length - names.length),
      ),
      // Several people may have the same box: that of all of them.
      related: [...new Set(without.map(({ email }) => email.node))]
        .slice(0, MAX_SHOWN)
        .map((at) => ({ at, message: message("No e-mail address is known here.") })),
    };
  },
});

function usersOf(espace: string, context: RuleContext): readonly Subject[] {
  if (espace === "professeurs") return context.all("professeurs");
  return context.all("personnels").filter(({ value }) => {
    const mode = value.get(espace === "direction" ? "mode-administratif" : "mode-vie-scolaire");
    return mode?.kind === "leaf" && (espace !== "direction" || mode.value === "Administration");
  });
}

/** The leaf that says that a person has no e-mail address; `undefined` if one is written. */
function missingEmail(person: MapValue): Leaf | undefined {
  if (person.has("email-professionnel")) return undefined;
  const known = person.get("coordonnees");
  const email = known?.kind === "map" ? known.get("email") : undefined;
  return email?.kind === "leaf" && email.value === false ? email : undefined;
}

function quotedList(names: readonly string[], more: number): Message {
  const [first = "", ...rest] = names;
  const list = rest.reduce<Message>(
    (all, name) => message("{0}, {1}", all, message("“{0}”", name)),
    message("“{0}”", first),
  );
  return more > 0 ? message("{0} and {1} more", list, more) : list;
}
