import type { Localize } from "../base/message.ts";
import { reach } from "../model/reach.ts";
import type { Pronote } from "../schema/generated/types.ts";
import { schemaAt } from "../schema/schema.ts";
import { mapsIn, type TypedMap, type Value } from "../schema/value.ts";
import { shownName } from "./shown-name.ts";

/** A duty, and who answers for it, in words; nobody where that is not written. */
export interface Duty {
  readonly duty: string;
  readonly people: readonly string[];
}

/** The settings that say who answers for something: for the data, for the establishment, for pupils who are harassed. */
const NAMED: readonly (readonly string[])[] = [
  ["etablissement", "chef-etablissement"],
  ["rgpd", "responsable-traitement"],
  ["rgpd", "dpo"],
  ["rgpd", "securite-physique", "responsable"],
  ["etablissement", "referents-harcelement"],
];

/** The keys of people that give them a duty. */
const TICKED = ["spr", "super-administrateur"] as const;

/** Who answers for what, with a line also for each duty that nobody has yet. */
export function answerableIn(root: TypedMap<Pronote>, localize: Localize): readonly Duty[] {
  const named = NAMED.map((path) => ({
    duty: titleOf(path, localize),
    people: textsOf(reach(root, path).entry?.value).map((text) => personNamed(root, text)),
  }));
  const ticked = TICKED.map((key) => ({
    duty: titleOf(["personnels", "*", key], localize),
    people: holdersOf(root, key),
  }));
  return [...named, ...ticked];
}

/** The title of a duty; of one that is part of something, after the title of that. */
function titleOf(path: readonly string[], localize: Localize): string {
  const titles = path.slice(1).flatMap((_, at) => schemaAt(path.slice(0, at + 2))?.title ?? []);
  return titles
    .slice(path.includes("*") ? -1 : 0)
    .map(localize)
    .join(" > ");
}

function textsOf(value: Value | undefined): readonly string[] {
  if (value?.kind === "leaf") return [String(value.value)];
  return value?.kind === "list" ? value.items.flatMap(textsOf) : [];
}

function holdersOf(root: TypedMap<Pronote>, key: string): readonly string[] {
  return (["personnels", "professeurs"] as const).flatMap((section) => {
    const people: Value | undefined = root.get(section);
    if (people?.kind !== "map") return [];
    return [...mapsIn(people)].flatMap(({ name, value }) => {
      const box = value.get(key);
      return box?.kind === "leaf" && box.value === true ? [personNamed(root, name)] : [];
    });
  });
}

/** A person in words, by the name in the configuration; a text that names nobody is given as it is. */
function personNamed(root: TypedMap<Pronote>, text: string): string {
  for (const section of ["personnels", "professeurs"] as const) {
    const people: Value | undefined = root.get(section);
    const person = people?.kind === "map" ? people.get(text) : undefined;
    if (person?.kind !== "map") continue;
    const [prenom, nom, fonction] = ["prenom", "nom", "fonction"].map((key) => textsOf(person.get(key))[0]);
    const name = [prenom, nom].filter((part) => part !== undefined).join(" ") || text;
    return shownName(fonction === undefined ? name : `${name} (${fonction})`);
  }
  return shownName(text);
}
