import type { Localize } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import { reach } from "../model/reach.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { schemaAt } from "../schema/schema.ts";
import { type Leaf, type MapValue, mapsIn, type Value } from "../schema/value.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import { shownName } from "./shown-name.ts";
import { HIDDEN, isHiddenAt, nameWords } from "./value-words.ts";

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

/** The sections of people. */
const SECTIONS = ["personnels", "professeurs"] as const;

/** The keys of people that give them a duty. */
const TICKED = ["spr", "super-administrateur"] as const;

/** Who answers for what, with a line also for each duty that nobody has yet. */
export function answerableIn(snapshot: Snapshot, localize: Localize): readonly Duty[] {
  const root = establishmentOf(snapshot).value;
  const named = NAMED.map((path) => ({
    duty: titleOf(path, localize),
    people: leavesIn(reach(root, path).entry?.value).map((leaf) =>
      isHiddenAt(leaf.node, snapshot) ? HIDDEN : personNamed(String(leaf.value), snapshot),
    ),
  }));
  const ticked = TICKED.map((key) => ({
    duty: titleOf(["personnels", "*", key], localize),
    people: holdersOf(snapshot, key),
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

function leavesIn(value: Value | undefined): readonly Leaf[] {
  if (value?.kind === "leaf") return [value];
  return value?.kind === "list" ? value.items.flatMap(leavesIn) : [];
}

function holdersOf(snapshot: Snapshot, key: string): readonly string[] {
  const root: MapValue = establishmentOf(snapshot).value;
  return SECTIONS.flatMap((section) => {
    const people = root.get(section);
    if (people?.kind !== "map") return [];
    return [...mapsIn(people)].flatMap((person) => {
      const box = person.value.get(key);
      if (box?.kind !== "leaf" || box.value !== true || isHiddenAt(box.node, snapshot)) return [];
      return [isHiddenAt(person.key, snapshot) ? HIDDEN : personNamed(person.name, snapshot)];
    });
  });
}

/** A person in words, by the name in the configuration; a text that names nobody is given as it is. */
function personNamed(text: string, snapshot: Snapshot): string {
  if (isPrivateName(text)) return HIDDEN;
  const root: MapValue = establishmentOf(snapshot).value;
  const { fr: name } = nameWords(SECTIONS, text, snapshot);
  const fonctions = SECTIONS.flatMap((section) =>
    leavesIn(reach(root, [section, text, "fonction"]).entry?.value),
  );
  const [fonction] = fonctions.map((leaf) => shownName(String(leaf.value), leaf.node, snapshot));
  return fonction === undefined ? name : `${name} (${fonction})`;
}
