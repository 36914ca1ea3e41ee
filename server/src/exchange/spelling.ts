/** A code without what tools write differently: case, spaces, points, dashes and underscores. */
export function looseCode(code: string): string {
  return code.toUpperCase().replace(/[\s._-]+/g, "");
}

/** A label without what is written differently: case, accents, punctuation, `&` for `et`. */
export function looseLabel(label: string): string {
  return label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .toLowerCase()
    .replace(/&/g, " et ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
