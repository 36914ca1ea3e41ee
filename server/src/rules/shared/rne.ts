import type { Leaf } from "../../schema/value.ts";
import type { RuleContext } from "../api/rule-context.ts";

const LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"; // no I, O, Q: they look like digits
const SHAPE = /^[0-9]{7}[A-Z]$/;

/** Whether a text has the shape of an RNE: seven digits and a capital letter. */
export function hasRneShape(text: string): boolean {
  return SHAPE.test(text);
}

/** The check letter that goes with seven digits. */
export function checkLetter(digits: string): string {
  return LETTERS[Number(digits) % LETTERS.length] ?? "";
}

/** Whether a text is an RNE of the right shape with the right letter. */
export function isRne(text: string): boolean {
  return hasRneShape(text) && checkLetter(text.slice(0, 7)) === text[7];
}

/** The establishment's RNE, if it is right: others are compared with it. */
export function ownRne(context: RuleContext): Leaf<string> | undefined {
  const rne = context.get("etablissement", "rne");
  return rne && isRne(rne.value) ? rne : undefined;
}

/** The host at which a hosted establishment's Server and Espaces are found. */
export function hostedHost(rne: string): string {
  return `${rne}.index-education.net`;
}

/** The RNEs in a text, with a check letter that fits: what merely looks like one is none. In upper case. */
export function rnesIn(text: string): readonly string[] {
  const found = text.toUpperCase().match(/(?<![0-9A-Z])[0-9]{7}[A-Z](?![0-9A-Z])/g) ?? [];
  return found.filter(isRne);
}
