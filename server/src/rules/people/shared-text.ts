import { type Entry, type Leaf, leafAt } from "../../schema/value.ts";
import type { RuleContext } from "../api/rule-context.ts";

/** A text of one person that an earlier person has too. */
export interface Shared {
  readonly leaf: Leaf<string>;
  readonly other: Leaf<string>;
  readonly of: string;
}

/** The people of a section whose text at a key is also that of an earlier person. Staff come before teachers. */
export function sharedTexts(
  section: { readonly name: string; readonly value: { readonly entries: ReadonlyMap<string, Entry> } },
  key: "identifiant" | "email-professionnel",
  context: RuleContext,
): readonly Shared[] {
  const known = new Map<string, { leaf: Leaf<string>; of: string }>();
  const staff = section.name === "professeurs" ? textsOf(context.get("personnels")?.entries, key) : [];
  for (const { of, leaf } of staff) if (!known.has(folded(leaf))) known.set(folded(leaf), { of, leaf });
  const found: Shared[] = [];
  for (const { of, leaf } of textsOf(section.value.entries, key)) {
    const other = known.get(folded(leaf));
    if (!other) known.set(folded(leaf), { of, leaf });
    else if (other.of !== of && leaf.value !== "") found.push({ leaf, other: other.leaf, of: other.of });
  }
  return found;
}

function textsOf(
  people: ReadonlyMap<string, Entry> | undefined,
  key: "identifiant" | "email-professionnel",
): readonly { of: string; leaf: Leaf<string> }[] {
  return [...(people?.values() ?? [])].flatMap(({ name, value }) => {
    const leaf = leafAt(value, key, "string");
    return leaf ? [{ of: name, leaf }] : [];
  });
}

function folded({ value }: Leaf<string>): string {
  return value.trim().toLowerCase();
}
