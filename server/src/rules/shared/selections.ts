import { memo } from "../../base/memo.ts";
import { reach, thingsOf } from "../../model/reach.ts";
import type { KeyPath } from "../../schema/checklist.ts";
import { kinds } from "../../schema/kinds.ts";
import { type Schema, schemaAt } from "../../schema/schema.ts";
import type { MapValue } from "../../schema/value.ts";

/**
 * Whether a name in a list of this schema may select several things: a niveau its classes, a fonction the people who
 * have it.
 */
export function selects({ mentions }: Schema): boolean {
  const kinds = mentions?.kinds ?? [];
  return kinds.includes("fonctions") || (kinds.includes("niveaux") && kinds.includes("classes"));
}

/** Whether there can be such a list at a path or below it. */
export function selectsBelow(path: KeyPath): boolean {
  const schema = schemaAt(path);
  return schema !== undefined && containsSelection(schema);
}

const containsSelection = memo((schema: Schema): boolean => {
  const below = [...schema.properties.values(), schema.additional, schema.items];
  return selects(schema) || below.some((one) => one !== undefined && containsSelection(one));
});

/** The sections that determine what a name selects. */
export const SELECTED = ["classes", "personnels", "professeurs"] as const;

/** The names that a name in a list selects; otherwise the name itself. */
export function selected(root: MapValue, { mentions }: Schema, name: string): readonly string[] {
  if (mentions?.kinds.includes("niveaux")) {
    const classes = classesOf(root);
    if (name === "toutes") return [...classes.keys()];
    return classes.has(name) || !isNiveau(name, classes) ? [name] : namesWith(classes, name);
  }
  if (mentions?.kinds.includes("fonctions")) {
    const people = peopleOf(root);
    if (mentions.words?.includes(name)) return [...(people.get(name)?.keys() ?? [])];
    const all = mentions.kinds.flatMap((kind) => [...(people.get(kind) ?? [])]);
    if (all.some(([person]) => person === name)) return [name];
    const selectedPeople = namesWith(new Map(all), name);
    return selectedPeople.length > 0 ? selectedPeople : [name];
  }
  return [name];
}

type Attributes = ReadonlyMap<string, string | undefined>;

const classesOf = memo((root: MapValue): Attributes => attributes(root, "classes", "niveau"));

const peopleOf = memo(
  (root: MapValue): ReadonlyMap<string, Attributes> =>
    new Map(["personnels", "professeurs"].map((kind) => [kind, attributes(root, kind, "fonction")])),
);

function attributes(root: MapValue, section: string, key: string): Attributes {
  return new Map(
    [...thingsOf(reach(root, [section]).entry)].map(({ name, value }) => {
      const leaf = value.kind === "map" ? value.get(key) : undefined;
      return [name, leaf?.kind === "leaf" ? String(leaf.value) : undefined];
    }),
  );
}

function isNiveau(name: string, classes: Attributes): boolean {
  return kinds.get("niveaux")?.predeclared.has(name) === true || [...classes.values()].includes(name);
}

function namesWith(things: Attributes, attribute: string): readonly string[] {
  return [...things].flatMap(([name, value]) => (value === attribute ? [name] : []));
}
