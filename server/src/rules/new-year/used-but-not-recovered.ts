import { message } from "../../base/message.ts";
import { kinds } from "../../schema/kinds.ts";
import { type Schema, schemasIn } from "../../schema/schema.ts";
import { type Leaf, leafAt, type Value } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./used-but-not-recovered.md";

/** For each kind, the checkbox of the recovery that includes it. */
const BOXES: ReadonlyMap<string, string> = new Map([
  ["modeles/lettres", "modeles"],
  ["modeles/sms", "modeles"],
  ["modeles/e-mails", "modeles"],
  ["modeles/etiquettes", "modeles"],
  ["maquettes", "maquettes"],
  ["groupes-utilisateurs", "autorisations"],
  ["profils-personnels", "autorisations"],
  ["profils-professeurs", "autorisations"],
]);

/** A name that is used but not declared, of a kind that is not recovered from last year. */
export const usedButNotRecovered = rule({
  id: "used-but-not-recovered",
  severity: "warning",
  on: "**",
  docs,
  where: (schema) => schemasIn(schema).some(holdsRecovered),

  *check({ value }, context) {
    for (const entry of value.entries.values()) {
      for (const leaf of mentionsIn(entry.value)) {
        const box = missingBox(leaf, context);
        if (!box) continue;
        yield {
          at: [box.leaf, leaf],
          message: message(
            "“{0}” is used and described nowhere here, and “{1}” is not recovered: PRONOTE will not know it.",
            String(leaf.value),
            box.name,
          ),
          fixes: replacement(box.leaf, true, "probable"),
          related: [{ at: leaf.node, message: message("It is used here.") }],
        };
      }
    }
  },
});

function mentionsIn(value: Value): readonly Leaf[] {
  if (value.kind === "leaf") return value.schema.mentions ? [value] : [];
  if (value.kind !== "list") return [];
  return value.items.filter((item) => item.kind === "leaf").filter(({ schema }) => schema.mentions);
}

function missingBox(
  leaf: Leaf,
  context: RuleContext,
): { readonly name: string; readonly leaf: Leaf<boolean> } | undefined {
  const [kind = "", ...others] = leaf.schema.mentions?.kinds ?? [];
  const name = BOXES.get(kind);
  if (name === undefined || others.length > 0) return undefined;
  // Once anything of a kind is written, an unknown name is a matter of unknown-reference.
  if (context.has(kind, String(leaf.value)) !== undefined) return undefined;
  if (kinds.get(kind)?.paths.some((path) => context.written(...path) !== false)) return undefined;
  const box = leafAt(context.get("recuperation", "donnees"), name, "boolean");
  return box?.value === false ? { name, leaf: box } : undefined;
}

/** Whether a value may be a name of a kind that can be recovered. */
function holdsRecovered({ mentions, items }: Schema): boolean {
  const [kind = "", ...others] = (mentions ?? items?.mentions)?.kinds ?? [];
  return others.length === 0 && BOXES.has(kind);
}
