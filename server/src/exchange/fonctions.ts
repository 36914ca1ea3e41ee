import type { OutsidePerson } from "./outside.ts";

/** What a function of STSWEB is called here; empty where it may be several things, so that nobody guesses. */
const FONCTIONS: ReadonlyMap<string, string> = new Map([
  ["EDU", "CPE"],
  ["AED", "AED"],
  ["SUR", "AED"],
  ["LAB", "Agent de laboratoire"],
  ["ALB", "Agent de laboratoire"],
  ["ORI", "Psy-EN"],
  ["CFC", "Directeur délégué aux formations"],
  ["ADF", ""],
  ["MDS", ""],
  ["ASE", ""],
  ["TEC", ""],
]);

const DIRECTION = "DIR";
const COLLEGE = "340";

/** Whether people of a function get an account with a function of their own here; of others only the number is told. */
export function isTaken({ fonction }: OutsidePerson): boolean {
  return ["", "ENS", "DOC", DIRECTION].includes(fonction) || FONCTIONS.has(fonction);
}

/** What the function of a member of the staff is called here; empty if that is not certain. */
export function fonctionOf(person: OutsidePerson, all: readonly OutsidePerson[], nature: string): string {
  if (person.fonction !== DIRECTION) return FONCTIONS.get(person.fonction) ?? "";
  // Of several, nobody can tell who is the deputy; of another kind of school, what its head is called.
  const heads = all.filter(({ fonction }) => fonction === DIRECTION);
  if (heads.length > 1) return "";
  return nature === COLLEGE ? "Principal" : /^3[02]/.test(nature) ? "Proviseur" : "";
}
