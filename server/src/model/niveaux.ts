import { memo } from "../base/memo.ts";
import { kinds } from "../schema/kinds.ts";
import { leafAt, type MapValue, type Value } from "../schema/value.ts";
import { reach, thingsOf } from "./reach.ts";

const PREDECLARED = kinds.get("niveaux")?.predeclared ?? new Set<string>();

/**
 * The names of the niveaux that select the classes of a niveau: its own first. A niveau of the school's own that is
 * `comme` one of PRONOTE's (6e … Tle), directly or through others, is a part of each of these: `1re générale: { comme:
 * 1re }`. PRONOTE's own niveaux are no part of others, nor is one whose name begins with another of them: `5e: { comme:
 * 6e }` and `5e SEGPA: { comme: 6e SEGPA }` take over values only. `niveaux` is the effective section.
 */
export function niveauxSelecting(niveaux: MapValue | undefined, niveau: string): readonly string[] {
  const known = niveaux && selecting(niveaux);
  const names = known?.get(niveau) ?? chainOf(niveaux, niveau);
  known?.set(niveau, names);
  return names;
}

const selecting = memo((_niveaux: MapValue) => new Map<string, readonly string[]>());

function chainOf(niveaux: MapValue | undefined, niveau: string): readonly string[] {
  const chain = [niveau];
  let last = niveau;
  while (!PREDECLARED.has(last)) {
    const comme = leafAt(niveaux?.get(last), "comme", "string")?.value;
    if (comme === undefined || chain.includes(comme)) return [niveau];
    chain.push(comme);
    last = comme;
  }
  return chain.every((name) => !namesAnother(name, last)) ? chain : [niveau];
}

/** Whether the first word of a name is another of PRONOTE's niveaux. */
function namesAnother(name: string, niveau: string): boolean {
  const [word = ""] = name.split(/[^\p{L}\p{N}]/u);
  return word !== niveau && PREDECLARED.has(word);
}

/** The classes of an establishment, each with the names of the niveaux that select it. */
export const niveauxByClasse = memo((root: MapValue): ReadonlyMap<string, readonly string[]> => {
  const niveaux = reach(root, ["niveaux"]).entry?.value;
  const classes = [...thingsOf(reach(root, ["classes"]).entry)];
  return new Map(
    classes.map(({ name, value }) => [
      name,
      niveauxOfClasse(value, niveaux?.kind === "map" ? niveaux : undefined),
    ]),
  );
});

/** The names of the niveaux that select a class. `niveaux` is the effective section. */
export function niveauxOfClasse(classe: Value | undefined, niveaux: MapValue | undefined): readonly string[] {
  const niveau = leafAt(classe, "niveau", "string")?.value;
  return niveau === undefined ? NONE : niveauxSelecting(niveaux, niveau);
}

const NONE: readonly string[] = [];
