import { message } from "../../base/message.ts";
import type { Leaf, MapValue } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { everybody, refusalsOf } from "../shared/people.ts";
import docs from "./desiderata-out-of-reach.md";

type Wish = "desiderata" | "indisponibilites";

/** Wishes that are allowed for a meeting, while the page to enter them is off. */
export const desiderataOutOfReach = rule({
  id: "desiderata-out-of-reach",
  severity: "error",
  on: "rencontres.sessions.*",
  docs,

  *check({ name, value }, context) {
    for (const wish of ["desiderata", "indisponibilites"] as const) {
      const allowed = value.get(wish);
      const parents = boxOf(allowed, "responsables");
      if (parents) yield* forParents(parents, wish, name, context);
      const teachers = boxOf(allowed, "professeurs");
      if (teachers) yield* forTeachers(teachers, wish, name, context);
    }
  },
});

/** The checkbox that allows wishes, if it is ticked. */
function boxOf(allowed: MapValue | undefined, audience: string): Leaf | undefined {
  const of = allowed?.get(audience);
  const box = of?.kind === "map" ? of.get("autorise") : undefined;
  return box?.kind === "leaf" && box.value === true ? box : undefined;
}

function* forParents(allowed: Leaf, wish: Wish, name: string, context: RuleContext): Iterable<RuleResult> {
  const rubrique = context.get("espaces", "parents", "rubriques")?.get("rencontres");
  const off = [rubrique?.get("publie"), rubrique?.get(wish)].find((box) => box?.value === false);
  if (!off) return;
  yield {
    at: [allowed, off],
    message: message(
      "Parents may enter their “{0}” for “{1}”, but the page for it is off in the Espace Parents.",
      wish,
      name,
    ),
    fixes: replacement(off, true, "probable", message("Publish it in the Espace Parents")),
    related: [{ at: off.node, message: message("It is off here.") }],
  };
}

function* forTeachers(allowed: Leaf, wish: Wish, name: string, context: RuleContext): Iterable<RuleResult> {
  const right = (one: string) => ({
    "profils-professeurs": [`rencontres/${one}`],
    "profils-personnels": [],
    "groupes-utilisateurs": [],
  });
  const teachers = everybody("professeurs", context);
  const refusals = teachers.map((person) => {
    const access = refusalsOf(person, right("acceder-aux-rencontres"), context);
    return access.length > 0 ? access : refusalsOf(person, right(`saisir-${wish}`), context);
  });
  const [first] = refusals.flat();
  if (!first || refusals.some((boxes) => boxes.length === 0)) return;
  yield {
    at: [allowed, first],
    message: message(
      "Teachers may enter their “{0}” for “{1}”, but every profile in use refuses them the right.",
      wish,
      name,
    ),
    fixes: replacement(first, true, "probable", message("Tick the right in the profile")),
    related: [{ at: first.node, message: message("It is off here.") }],
  };
}
