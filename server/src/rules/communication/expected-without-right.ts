import { say } from "../../base/say.ts";
import { mapAt } from "../../model/establishment.ts";
import type { Leaf, ListValue, MapValue } from "../../schema/value.ts";
import type { Ask } from "../api/ask.ts";
import { type At, type Found, rule } from "../api/rule.ts";
import docs from "./expected-without-right.md";

/** Means of communication that are expected from people whose profile refuses them. */
export const expectedWithoutRight = rule({
  id: "expected-without-right",
  severity: "warning",
  on: "communication",
  docs,

  *check({ value }, ask) {
    const spread = value.get("informations-sondages");
    yield* refused(spread?.get("informations"), "diffuser-informations", ask);
    yield* refused(spread?.get("sondages"), "effectuer-sondages", ask);
    yield* refused(value.get("casier-numerique")?.get("depots"), "deposer-casiers-numeriques", ask);
  },
});

type Person = MapValue<At<"personnels.*"> & At<"professeurs.*">>;

function* refused(list: ListValue<string> | undefined, right: string, ask: Ask): Iterable<Found> {
  for (const item of list?.items ?? []) {
    const people = peopleIn(item.value, ask);
    const found = people.flatMap(({ name, person, kind }) => {
      const profil = profilOf(person, kind);
      const leaf = profil === undefined ? undefined : rightOf(kind, profil, right, ask);
      return leaf?.value === false && profil !== undefined ? [{ name, profil, leaf }] : [];
    });
    const [first] = found;
    // Where several are meant, some may have the right and others not.
    if (!first || found.length < people.length) continue;
    yield {
      at: [item, first.leaf],
      message: say(
        "“{0}” is expected to do this, and the profile “{1}” does not allow it (“{2}”).",
        first.name,
        first.profil,
        right,
      ),
      related: [{ at: first.leaf.node, message: say("Refused here.") }],
    };
  }
}

type Kind = "profils-professeurs" | "profils-personnels";

/** Those whom a name, a function or a word for all stands for. */
function peopleIn(name: string, ask: Ask): readonly { name: string; person: Person; kind: Kind }[] {
  const named = (all: readonly { name: string; value: unknown }[], kind: Kind, word: string) =>
    all.flatMap((one) => {
      const person = one.value as Person;
      const meant = one.name === name || name === word || person.get("fonction")?.value === name;
      return meant ? [{ name: one.name, person, kind }] : [];
    });
  return [
    ...named(ask.all("professeurs"), "profils-professeurs", "professeurs"),
    ...named(ask.all("personnels"), "profils-personnels", "personnels"),
  ];
}

/** The only profile that decides; who also has another mode may have the right there. */
function profilOf(person: Person, kind: Kind): string | undefined {
  if (person.has("mode-administratif")) return undefined;
  if (kind === "profils-personnels") return person.get("mode-vie-scolaire")?.value;
  if (person.has("mode-vie-scolaire")) return undefined;
  return person.has("profil") ? person.get("profil")?.value : "Profil 1";
}

function rightOf(kind: Kind, profil: string, right: string, ask: Ask): Leaf | undefined {
  const value = ask.the(kind, profil)?.value as MapValue | undefined;
  const leaf = value && mapAt(value, ["autorisations", "communication"])?.get(right);
  return leaf?.kind === "leaf" ? leaf : undefined;
}
