import { message } from "../../base/message.ts";
import { removal } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./unused-declaration.md";

/** A thing that the establishment's own files declare and nothing refers to. */
export const unusedDeclaration = rule({
  id: "unused-declaration",
  severity: "hint",
  on: [
    "groupes-utilisateurs",
    "profils-personnels",
    "profils-professeurs",
    "matieres",
    "maquettes",
    "communication.modeles.lettres",
    "communication.modeles.sms",
    "communication.modeles.etiquettes",
  ],
  docs,

  *check({ value }, context) {
    const kind = value.schema.declares?.kind;
    if (kind === undefined) return;
    const names = [...value.entries.keys()];
    // While nothing refers to any of them, their use is still to be written.
    if (!names.some((name) => context.used(kind, name) === true)) return;
    for (const name of names) {
      const entry = value.entry(name);
      if (entry?.value.kind !== "map" || value.schema.predeclared?.includes(name)) continue;
      if (!context.own(entry.key.block.uri) || context.used(kind, name) !== false) continue;
      if (context.mistaken(kind, name)) continue; // a reference is misspelt, or this name is: that is reported there
      yield {
        at: entry.key,
        message: message("Nothing refers to “{0}”.", name),
        fixes: removal(value, entry, "probable"),
      };
    }
  },
});
