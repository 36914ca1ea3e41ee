import { say } from "../../base/say.ts";
import type { MapValue } from "../../schema/value.ts";
import type { Ask } from "../api/ask.ts";
import { type Found, rule } from "../api/rule.ts";
import docs from "./duplicate-declaration.md";

/** One name for a teacher and a member of the staff, or for a class and a niveau that stands for others too. */
export const duplicateDeclaration = rule({
  id: "duplicate-declaration",
  severity: "error",
  on: ["professeurs", "classes"],
  docs,

  *check({ name: section, value }, ask) {
    const names = value as MapValue;
    yield* section === "professeurs" ? people(names, ask) : classes(names, ask);
  },
});

function* people(professeurs: MapValue, ask: Ask): Iterable<Found> {
  if (ask.written("personnels") === false) return;
  for (const { name, key } of professeurs.entries.values()) {
    if (ask.has("personnels", name) !== true) continue;
    const other = ask.get("personnels")?.entries.get(name);
    yield {
      at: [key, ...(other ? [other.key] : [])],
      message: say(
        "“{0}” names a member of the staff already. Teachers and staff share one set of names, so that each can be meant in a list.",
        name,
      ),
      related: other ? [{ at: other.key, message: say("The member of the staff of this name.") }] : [],
    };
  }
}

/** A niveau stands for its classes: one may bear its name only if there is no other. */
function* classes(all: MapValue, ask: Ask): Iterable<Found> {
  const niveaux = ask.names("niveaux");
  for (const { name, key } of all.entries.values()) {
    if (!niveaux.includes(name) || !all.has(name)) continue;
    const others = ask.all("classes").filter((other) => {
      const niveau = other.value.get("niveau")?.value;
      return other.name === name ? niveau !== undefined && niveau !== name : niveau === name;
    });
    if (others.length === 0) continue;
    yield {
      at: key,
      message: say(
        "“{0}” is also a niveau, and this is not its only class: in a list of classes nobody could tell which is meant.",
        name,
      ),
      related: others.map((other) => ({ at: other.key, message: say("“{0}” is a class.", other.name) })),
    };
  }
}
