import { schemaAt, schemaOfKey } from "../../server/src/schema/schema.ts";
import { at, type Content, isGroup, put } from "./content.ts";
import { type Mutator, type Target, withValue } from "./mutation.ts";

/** Mutations of structure: keys that are missing, misplaced, or in two files. */
export const structureMutators: { readonly [name: string]: Mutator } = {
  "required key removed": (one) => {
    const { parent, key, file, mark, all } = one;
    const above = mark.path.slice(0, -1);
    const siblings = at(file.content, above);
    if (!parent.required.includes(key) || !isGroup(siblings) || Object.keys(siblings).length < 2)
      return undefined;
    if ("comme" in siblings || mark.alias || isElsewhere(one, mark.path)) return undefined;
    if (
      all.files.some((other) => other.uri.includes("ecole/") === false && isGroup(at(other.content, above)))
    )
      return undefined;
    const mutated = withValue(one, put(file.content, mark.path, undefined), [above], "key");
    const places = all.files.flatMap(({ uri, marks }) =>
      uri === file.uri
        ? []
        : marks
            .filter(({ path }) => path.join("/") === above.join("/"))
            .map((other) => ({ uri, at: other.key })),
    );
    return mutated && !usesAnchors(one) ? { ...mutated, places: [...mutated.places, ...places] } : undefined;
  },
  "key one level too high": (one) => {
    const { file, mark, key } = one;
    const up = mark.path.slice(0, -2);
    const other = at(file.content, up);
    if (mark.path.length < 2 || !isMovable(one) || !isGroup(other) || key in other) return undefined;
    const grandparent = schemaAt(up);
    if (!grandparent || schemaOfKey(grandparent, key) || grandparent.nobody) return undefined;
    return withValue(
      one,
      put(put(file.content, mark.path, undefined), [...up, key], mark.content),
      [[...up, key]],
      "key",
    );
  },
  "key one level too low": (one, dice) => {
    const { file, mark, key, parent } = one;
    const above = mark.path.slice(0, -1);
    const here = at(file.content, above);
    if (!isMovable(one) || !isGroup(here)) return undefined;
    const siblingMaps = Object.keys(here).filter((name) => {
      const schema = schemaOfKey(parent, name);
      return (
        name !== key &&
        isGroup(here[name]) &&
        schema &&
        !schemaOfKey(schema, key) &&
        !schema.secret &&
        !schema.nobody
      );
    });
    if (siblingMaps.length === 0) return undefined;
    const into = [...above, dice.pick(siblingMaps), key];
    return withValue(one, put(put(file.content, mark.path, undefined), into, mark.content), [into], "key");
  },
  "the same value in two files": (one, dice) => withSecondValue(one, one.mark.content, dice.of(100)),
  "another value in two files": (one, dice) => {
    const other = otherThan(one.mark.content, one.mark.schema.enum);
    return other === undefined ? undefined : withSecondValue(one, other, dice.of(100));
  },
};

/** Adds the key a second time, in another file of the establishment. */
function withSecondValue(one: Target, value: Content, chance: number): ReturnType<Mutator> {
  const { all, file, mark, parent } = one;
  const members = all.files.filter(({ uri }) => uri.includes("/ecole/"));
  if (
    members.length < 2 ||
    !members.includes(file) ||
    isGroup(value) ||
    parent.ownFile ||
    mark.schema.ownFile
  )
    return undefined;
  if (mark.path.length < 2 || mark.short || mark.path[0] === "deroulement" || isElsewhere(one, mark.path))
    return undefined;
  const into = members.filter((member) => member !== file)[chance % (members.length - 1)];
  if (!into || usesAnchors({ ...one, file: into }) || usesAnchors(one)) return undefined;
  const mutated = withValue({ ...one, file: into }, put(into.content, mark.path, value), [mark.path]);
  return mutated && { ...mutated, places: [...mutated.places, { uri: file.uri, at: mark.whole }] };
}

function otherThan(value: Content, choices: readonly string[] | undefined): Content | undefined {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  return choices?.find((choice) => choice !== value);
}

/** Whether a key can be moved out of its map: it is no name, and the map keeps another key. */
function isMovable(one: Target): boolean {
  const { file, mark, parent, key } = one;
  const above = at(file.content, mark.path.slice(0, -1));
  return (
    parent.properties.has(key) &&
    !parent.nobody &&
    isGroup(above) &&
    Object.keys(above).length > 1 &&
    !mark.alias &&
    !usesAnchors(one)
  );
}

function usesAnchors({ file }: Target): boolean {
  return file.merges.length > 0 || file.marks.some(({ alias }) => alias);
}

function isElsewhere({ all, file }: Target, path: readonly string[]): boolean {
  return all.files.some((other) => other !== file && at(other.content, path) !== undefined);
}
