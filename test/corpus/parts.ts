import type { Group } from "./content.ts";
import { diceAt } from "./dice.ts";
import type { School } from "./facts.ts";

/** A niveau of the school's own, the niveau that it is a part of, and its class. */
export interface NiveauPart {
  readonly name: string;
  readonly niveau: string;
  readonly classe: string;
}

/** In some schools, the last class of the last niveau that has several, as a niveau of its own. */
export function partOf({ niveaux, rne }: School): NiveauPart | undefined {
  if (!diceAt(Number.parseInt(rne, 10), "part of a niveau").chance(30)) return undefined;
  const niveau = niveaux.findLast(({ classes }) => classes.length > 1);
  const classe = niveau?.classes.at(-1);
  return niveau && classe !== undefined
    ? { name: `${niveau.name} européenne`, niveau: niveau.name, classe }
    : undefined;
}

/** All classes, with that of the part, if there is one, in its own niveau. */
export function inPart(all: Group, part: NiveauPart | undefined): Group {
  return part ? { ...all, [part.classe]: { ...(all[part.classe] as Group), niveau: part.name } } : all;
}
