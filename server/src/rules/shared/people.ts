import type { Leaf, MapValue, TypedList, Value } from "../../schema/value.ts";
import type { RuleContext } from "../api/rule-context.ts";

/** A person with an account, in either section. */
export interface Person {
  readonly kind: "professeurs" | "personnels";
  readonly name: string;
  readonly value: MapValue;
}

/** All people of a section whose value is a map. */
export function everybody(kind: Person["kind"], context: RuleContext): readonly Person[] {
  return context.all(kind).map(({ name, value }) => ({ kind, name, value }));
}

/** The people that a list selects; `undefined` if one of its names selects nobody. */
export function peopleIn(list: TypedList<string>, context: RuleContext): readonly Person[] | undefined {
  const found = new Set<Person>();
  const all = [...everybody("professeurs", context), ...everybody("personnels", context)];
  for (const { value: name } of list.items) {
    const selected = all.filter(
      (person) => person.name === name || person.kind === name || fonctionOf(person) === name,
    );
    if (selected.length === 0) return undefined;
    for (const person of selected) found.add(person);
  }
  return [...found];
}

function fonctionOf({ value }: Person): unknown {
  const fonction: Value | undefined = value.get("fonction");
  return fonction?.kind === "leaf" ? fonction.value : undefined;
}

/**
 * The checkboxes that refuse a person all of the given rights, in each of the person's modes; empty if one mode may
 * grant one of them. Rights are written `category/right`.
 */
export function refusalsOf(person: Person, rights: Rights, context: RuleContext): readonly Leaf[] {
  const modes = modesOf(person, context);
  const refusals = modes.map((mode) => mode && refusedBy(mode.value, rights[mode.kind]));
  return refusals.every((boxes) => boxes && boxes.length > 0) ? refusals.flatMap((boxes) => boxes ?? []) : [];
}

/** The rights for each kind of profile; one of them is enough. */
export interface Rights {
  readonly "profils-professeurs": readonly string[];
  readonly "profils-personnels": readonly string[];
  readonly "groupes-utilisateurs": readonly string[];
}

interface AccessMode {
  readonly kind: keyof Rights;
  readonly value: MapValue;
}

/** The profiles and groups that give a person rights; `undefined` for one that is not described. */
function modesOf({ kind, value }: Person, context: RuleContext): readonly (AccessMode | undefined)[] {
  if (kind === "professeurs") {
    const profil: Value | undefined = value.get("profil");
    const name =
      profil?.kind === "leaf" ? String(profil.value) : value.has("profil") ? undefined : "Profil 1";
    return [name === undefined ? undefined : modeOf("profils-professeurs", name, context)];
  }
  const modes = [
    ["mode-vie-scolaire", "profils-personnels"],
    ["mode-administratif", "groupes-utilisateurs"],
  ] as const;
  const written = modes.filter(([key]) => value.has(key));
  return written.length === 0
    ? [undefined]
    : written.map(([key, profiles]) => {
        const name: Value | undefined = value.get(key);
        return name?.kind === "leaf" ? modeOf(profiles, String(name.value), context) : undefined;
      });
}

function modeOf(kind: keyof Rights, name: string, context: RuleContext): AccessMode | undefined {
  const thing = context.the(kind, name);
  return thing && { kind, value: thing.value };
}

function refusedBy(profile: MapValue, rights: readonly string[]): readonly Leaf[] | undefined {
  const all = profile.get("autorisations");
  const boxes = rights.map((path) => {
    const [category = "", right = ""] = path.split("/");
    const rightsOf = all?.kind === "map" ? all.get(category) : undefined;
    const box = rightsOf?.kind === "map" ? rightsOf.get(right) : undefined;
    return box?.kind === "leaf" && box.value === false ? box : undefined;
  });
  return boxes.every((box) => box !== undefined) ? boxes : undefined;
}
