import { memo } from "../../base/memo.ts";
import { reach, thingsOf } from "../../model/reach.ts";
import type { KeyPath } from "../../schema/checklist.ts";
import { kinds } from "../../schema/kinds.ts";
import { type Schema, schemaAt } from "../../schema/schema.ts";
import type { MapValue } from "../../schema/value.ts";

/** Whether names in a list of this schema may stand for several: a niveau for its classes, a fonction for its holders. */
export function selects({ mentions }: Schema): boolean {
  const kinds = mentions?.kinds ?? [];
  return kinds.includes("fonctions") || (kinds.includes("niveaux") && kinds.includes("classes"));
}

/** Whether such a list may stand at a path or below it. */
export function selectsBelow(path: KeyPath): boolean {
  const schema = schemaAt(path);
  return schema !== undefined && anySelects(schema);
}

const anySelects = memo((schema: Schema): boolean => {
  const below = [...schema.properties.values(), schema.additional, schema.items];
  return selects(schema) || below.some((one) => one !== undefined && anySelects(one));
});

/** The sections on which it depends what a selection stands for. */
export const SELECTED = ["classes", "personnels", "professeurs"] as const;

/** What a name in a list stands for: itself, or the things that it selects. */
export function selected(root: MapValue, { mentions }: Schema, name: string): readonly string[] {
  if (mentions?.kinds.includes("niveaux")) {
    const classes = classesOf(root);
    if (name === "toutes") return [...classes.keys()];
    return classes.has(name) || !isNiveau(name, classes) ? [name] : holders(classes, name);
  }
  if (mentions?.kinds.includes("fonctions")) {
    const people = peopleOf(root);
    if (mentions.words?.includes(name)) return [...(people.get(name)?.keys() ?? [])];
    const all = mentions.kinds.flatMap((kind) => [...(people.get(kind) ?? [])]);
    if (all.some(([person]) => person === name)) return [name];
    const holding = holders(new Map(all), name);
    return holding.length > 0 ? holding : [name];
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

function holders(things: Attributes, attribute: string): readonly string[] {
  return [...things].flatMap(([name, value]) => (value === attribute ? [name] : []));
}
