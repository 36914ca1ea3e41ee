import { say } from "../../base/say.ts";
import type { Leaf, MapValue } from "../../schema/value.ts";
import type { Ask } from "../api/ask.ts";
import { replacement } from "../api/fixes.ts";
import { type Found, rule } from "../api/rule.ts";
import { everybody, refusalsOf } from "../shared/people.ts";
import docs from "./desiderata-out-of-reach.md";

type Wish = "desiderata" | "indisponibilites";

/** Wishes are allowed for a meeting, and the page on which they are entered is off. */
export const desiderataOutOfReach = rule({
  id: "desiderata-out-of-reach",
  severity: "error",
  on: "rencontres.sessions.*",
  docs,

  *check({ name, value }, ask) {
    for (const wish of ["desiderata", "indisponibilites"] as const) {
      const allowed = value.get(wish) as MapValue | undefined;
      const parents = boxOf(allowed, "responsables");
      if (parents) yield* forParents(parents, wish, name, ask);
      const teachers = boxOf(allowed, "professeurs");
      if (teachers) yield* forTeachers(teachers, wish, name, ask);
    }
  },
});

/** The box that allows it, if it is ticked. */
function boxOf(allowed: MapValue | undefined, audience: string): Leaf | undefined {
  const of = allowed?.get(audience);
  const box = of?.kind === "map" ? of.get("autorise") : undefined;
  return box?.kind === "leaf" && box.value === true ? box : undefined;
}

function* forParents(allowed: Leaf, wish: Wish, name: string, ask: Ask): Iterable<Found> {
  const rubrique = ask.get("espaces", "parents", "rubriques")?.get("rencontres");
  const off = [rubrique?.get("publie"), rubrique?.get(wish)].find((box) => box?.value === false);
  if (!off) return;
  yield {
    at: [allowed, off],
    message: say(
      "Parents may enter their “{0}” for “{1}”, but the page for it is off in the Espace Parents.",
      wish,
      name,
    ),
    fixes: replacement(off, true, "probable", say("Publish it in the Espace Parents")),
    related: [{ at: off.node, message: say("It is off here.") }],
  };
}

function* forTeachers(allowed: Leaf, wish: Wish, name: string, ask: Ask): Iterable<Found> {
  const right = (one: string) => ({
    "profils-professeurs": [`rencontres/${one}`],
    "profils-personnels": [],
    "groupes-utilisateurs": [],
  });
  const teachers = everybody("professeurs", ask);
  const refusals = teachers.map((person) => {
    const access = refusalsOf(person, right("acceder-aux-rencontres"), ask);
    return access.length > 0 ? access : refusalsOf(person, right(`saisir-${wish}`), ask);
  });
  const [first] = refusals.flat();
  if (!first || refusals.some((boxes) => boxes.length === 0)) return;
  yield {
    at: [allowed, first],
    message: say(
      "Teachers may enter their “{0}” for “{1}”, but every profile in use refuses them the right.",
      wish,
      name,
    ),
    fixes: replacement(first, true, "probable", say("Tick the right in the profile")),
    related: [{ at: first.node, message: say("It is off here.") }],
  };
}
