import { type Message, say } from "../../base/say.ts";
import type { Leaf, MapValue } from "../../schema/value.ts";
import type { Ask, Thing } from "../api/ask.ts";
import { rule } from "../api/rule.ts";
import docs from "./password-recovery-without-email.md";

/** More names than this are counted. */
const SHOWN = 3;

/** Recovering a forgotten password takes a valid e-mail address. */
export const passwordRecoveryWithoutEmail = rule({
  id: "password-recovery-without-email",
  severity: "warning",
  on: ["espaces.professeurs", "espaces.vie-scolaire", "espaces.direction"],
  docs,

  *check({ name, value }, ask) {
    const allowed = value.get("recuperation-mot-de-passe");
    if (allowed?.value !== true) return;
    const without = usersOf(name, ask).flatMap((person) => {
      const email = missingEmail(person.value as MapValue);
      return email ? [{ name: person.name, email }] : [];
    });
    if (without.length === 0) return;
    const names = without.slice(0, SHOWN).map((person) => person.name);
    yield {
      at: [allowed, ...without.map(({ email }) => email)],
      message: say(
        "A forgotten password is recovered by e-mail, and PRONOTE has no valid address of {0}.",
        listOf(names, without.length - names.length),
      ),
      related: without
        .slice(0, SHOWN)
        .map(({ email }) => ({ at: email.node, message: say("No e-mail address is known here.") })),
    };
  },
});

function usersOf(espace: string, ask: Ask): readonly Thing[] {
  if (espace === "professeurs") return ask.all("professeurs") as readonly Thing[];
  return (ask.all("personnels") as readonly Thing[]).filter(({ value }) => {
    const mode = value.get(espace === "direction" ? "mode-administratif" : "mode-vie-scolaire");
    return mode?.kind === "leaf" && (espace !== "direction" || mode.value === "Administration");
  });
}

/** The box that says so, unless an address is written all the same. */
function missingEmail(person: MapValue): Leaf | undefined {
  if (person.has("email-professionnel")) return undefined;
  const known = person.get("coordonnees");
  const email = known?.kind === "map" ? known.get("email") : undefined;
  return email?.kind === "leaf" && email.value === false ? email : undefined;
}

function listOf(names: readonly string[], more: number): Message {
  const [first = "", ...rest] = names;
  const list = rest.reduce<Message>(
    (all, name) => say("{0}, {1}", all, say("“{0}”", name)),
    say("“{0}”", first),
  );
  return more > 0 ? say("{0} and {1} more", list, more) : list;
}
