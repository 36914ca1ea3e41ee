import { memo } from "../../base/memo.ts";
import { niveauxByClasse } from "../../model/niveaux.ts";
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
export const SELECTED = ["classes", "niveaux", "personnels", "professeurs"] as const;

/** The names that a name in a list selects; otherwise the name itself. */
export function selected(root: MapValue, { mentions }: Schema, name: string): readonly string[] {
  if (mentions?.kinds.includes("niveaux")) {
    const classes = niveauxByClasse(root);
    if (name === "toutes") return [...classes.keys()];
    return classes.has(name) || !isNiveau(name, classes) ? [name] : classesOfNiveau(root, name);
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

/** The names of the classes that a niveau selects. */
export function classesOfNiveau(root: MapValue, niveau: string): readonly string[] {
  return [...niveauxByClasse(root)].flatMap(([name, niveaux]) => (niveaux.includes(niveau) ? [name] : []));
}

function isNiveau(name: string, classes: ReadonlyMap<string, readonly string[]>): boolean {
  return (
    kinds.get("niveaux")?.predeclared.has(name) === true ||
    [...classes.values()].some((niveaux) => niveaux.includes(name))
  );
}

function namesWith(things: Attributes, attribute: string): readonly string[] {
  return [...things].flatMap(([name, value]) => (value === attribute ? [name] : []));
}
