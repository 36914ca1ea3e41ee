import { message } from "../../base/message.ts";
import type { Entry, Leaf, MapValue } from "../../schema/value.ts";
import { removal, replacement } from "../api/fixes.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./ent-audience-with-own-passwords.md";

type Audience = "responsables" | "eleves" | "professeurs" | "personnels";

/** The users of each Espace. */
const USERS: { readonly [espace: string]: Audience } = {
  parents: "responsables",
  eleves: "eleves",
  professeurs: "professeurs",
  "vie-scolaire": "personnels",
  direction: "personnels",
};

/** Passwords of PRONOTE's own for users who log in through the ENT. */
export const entAudienceWithOwnPasswords = rule({
  id: "ent-audience-with-own-passwords",
  severity: "warning",
  on: ["informations-connexion", "espaces"],
  everyHeir: true,
  docs,

  *check({ name, value }, context) {
    for (const entry of value.entries.values()) {
      const thing = entry.value;
      if (thing.kind !== "map") continue;
      if (name === "informations-connexion") yield* letters(value, entry, thing, context);
      else yield* recovery(entry.name, thing, context);
    }
  },
});

function* letters(map: MapValue, entry: Entry, thing: MapValue, context: RuleContext): Iterable<RuleResult> {
  const sent = thing.get("envoi");
  const ticked = sent?.kind === "map" ? [...sent.entries.values()].filter(({ value }) => isTrue(value)) : [];
  const [first] = ticked;
  const audience = Object.values(USERS).find((one) => one === entry.name);
  const box = first && audience ? onlyThroughEnt(audience, context) : undefined;
  if (!box || !first) return;
  const isOwn = ticked.some(({ key }) => context.own(key.block.uri));
  yield {
    at: isOwn ? entry.key : first.key,
    message: message(
      "“{0}” sign in through the ENT: the connection details of PRONOTE that they are sent are of no use there.",
      entry.name,
    ),
    fixes: removal(map, entry, "probable"),
    related: [{ at: box.node, message: message("They sign in through the ENT.") }],
  };
}

function* recovery(espace: string, thing: MapValue, context: RuleContext): Iterable<RuleResult> {
  const allowed = thing.get("recuperation-mot-de-passe");
  const audience = USERS[espace];
  const box = audience && allowed && isTrue(allowed) ? onlyThroughEnt(audience, context) : undefined;
  if (!box || allowed?.kind !== "leaf" || audience === undefined) return;
  yield {
    at: allowed,
    message: message(
      "“{0}” sign in through the ENT: a forgotten password is recovered there, not in PRONOTE.",
      audience,
    ),
    fixes: replacement(allowed, false, "probable"),
    related: [{ at: box.node, message: message("They sign in through the ENT.") }],
  };
}

/** Whether users log in to a Client with PRONOTE's own password, which they do unless the ENT is used for that too. */
function hasClient(audience: Audience, context: RuleContext): boolean {
  if (audience !== "professeurs" && audience !== "personnels") return false;
  return context.get("ent", "clients")?.value !== true;
}

/** The checkbox that lets users log in through the ENT, if they have no other use for a password of PRONOTE's own. */
function onlyThroughEnt(audience: Audience, context: RuleContext): Leaf<boolean> | undefined {
  return hasClient(audience, context) ? undefined : throughEnt(audience, context);
}

/**
 * The checkbox that lets users log in through the ENT. With double authentication they need their PRONOTE password
 * once, so it does not count.
 */
function throughEnt(audience: Audience, context: RuleContext): Leaf<boolean> | undefined {
  if (context.get("ent", "actif")?.value !== true) return undefined;
  const method = context.get("ent", "reconnaissance");
  if (
    method ? method.value === "double-authentification" : context.written("ent", "reconnaissance") !== false
  )
    return undefined;
  const box = context.get("ent", "profils", audience);
  return box?.value === true ? box : undefined;
}

function isTrue(value: Entry["value"]): boolean {
  return value.kind === "leaf" && value.value === true;
}
