import { schemaAt, schemaOfKey } from "../../server/src/schema/schema.ts";
import { said, type Target, type Way } from "./mutation.ts";
import { at, isGroup, put, type SaidValue } from "./said.ts";

/** Keys that lack, that stand elsewhere, or in two files. */
export const structureWays: { readonly [name: string]: Way } = {
  "required key removed": (one) => {
    const { parent, key, file, mark, all } = one;
    const above = mark.path.slice(0, -1);
    const siblings = at(file.said, above);
    if (!parent.required.includes(key) || !isGroup(siblings) || Object.keys(siblings).length < 2)
      return undefined;
    if ("comme" in siblings || mark.alias || isElsewhere(one, mark.path)) return undefined;
    if (all.files.some((other) => other.uri.includes("ecole/") === false && isGroup(at(other.said, above))))
      return undefined;
    const mutated = said(one, put(file.said, mark.path, undefined), [above], "key");
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
    const other = at(file.said, up);
    if (mark.path.length < 2 || !isMovable(one) || !isGroup(other) || key in other) return undefined;
    const grand = schemaAt(up);
    if (!grand || schemaOfKey(grand, key) || grand.nobody) return undefined;
    return said(
      one,
      put(put(file.said, mark.path, undefined), [...up, key], mark.said),
      [[...up, key]],
      "key",
    );
  },
  "key one level too low": (one, dice) => {
    const { file, mark, key, parent } = one;
    const above = mark.path.slice(0, -1);
    const here = at(file.said, above);
    if (!isMovable(one) || !isGroup(here)) return undefined;
    const brothers = Object.keys(here).filter((name) => {
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
    if (brothers.length === 0) return undefined;
    const into = [...above, dice.pick(brothers), key];
    return said(one, put(put(file.said, mark.path, undefined), into, mark.said), [into], "key");
  },
  "the same value in two files": (one, dice) => twice(one, one.mark.said, dice.of(100)),
  "another value in two files": (one, dice) => {
    const other = otherThan(one.mark.said, one.mark.schema.enum);
    return other === undefined ? undefined : twice(one, other, dice.of(100));
  },
};

/** The key a second time, in another file of the establishment. */
function twice(one: Target, value: SaidValue, chance: number): ReturnType<Way> {
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
  const mutated = said({ ...one, file: into }, put(into.said, mark.path, value), [mark.path]);
  return mutated && { ...mutated, places: [...mutated.places, { uri: file.uri, at: mark.whole }] };
}

function otherThan(value: SaidValue, choices: readonly string[] | undefined): SaidValue | undefined {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  return choices?.find((choice) => choice !== value);
}

/** Whether a key can be cut out of its map without leaving nothing, and is no name. */
function isMovable(one: Target): boolean {
  const { file, mark, parent, key } = one;
  const above = at(file.said, mark.path.slice(0, -1));
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
  return all.files.some((other) => other !== file && at(other.said, path) !== undefined);
}
