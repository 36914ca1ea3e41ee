const LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"; // no I, O, Q, which look like digits
const SHAPE = /^[0-9]{7}[A-Z]$/;

/** Whether a text has the shape of an RNE: seven digits and a capital letter. */
export function hasRneShape(text: string): boolean {
  return SHAPE.test(text);
}

/** The check letter for seven digits. */
export function checkLetter(digits: string): string {
  return LETTERS[Number(digits) % LETTERS.length] ?? "";
}

/** Whether a text is an RNE with the right check letter. */
export function isRne(text: string): boolean {
  return hasRneShape(text) && checkLetter(text.slice(0, 7)) === text[7];
}

/** The host of the Server and the Espaces of a hosted establishment. */
export function hostedHost(rne: string): string {
  return `${rne}.index-education.net`;
}

/** The RNEs in a text, in upper case. Their check letters are right; other words of this shape are left out. */
export function rnesIn(text: string): readonly string[] {
  const found = text.toUpperCase().match(/(?<![0-9A-Z])[0-9]{7}[A-Z](?![0-9A-Z])/g) ?? [];
  return found.filter(isRne);
}
