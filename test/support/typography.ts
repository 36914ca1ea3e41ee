const NBSP = "\u00a0";
/** Text that is left as it is: code, addresses, names of texts in the manifest. */
const CODE = /(`+[^`]*`+|\]\([^)]*\)|https?:\S+|%[\w.]+%)/;

/** The typographic errors of a French text. */
export function faultsOf(text: string): readonly string[] {
  const prose = text
    .split(CODE)
    .filter((_, index) => index % 2 === 0)
    .join("x");
  const faults: readonly (readonly [string, RegExp])[] = [
    ["a space that breaks before a sign", / [;!?»:]/],
    ["no space before a sign", /[\p{L}\p{N})}][;!?](?![\p{L}=])/u],
    ["a space that breaks in guillemets", /« /],
    ["no space in guillemets", /«(?!\u00a0|\u202f)|(?<!\u00a0|\u202f)»/],
    ["English quotes", /[“”]/],
    ["a curly apostrophe", /’/],
  ];
  return faults.filter(([, pattern]) => pattern.test(prose)).map(([name]) => name);
}

/** A French text with non-breaking spaces before and inside punctuation. */
export function typeset(text: string): string {
  return text
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/«(?!\u202f)[ \u00a0]?/g, `«${NBSP}`)
            .replace(/(?:[ \u00a0]|(?<!\u202f))»/g, `${NBSP}»`)
            .replace(/ (?=[;!?:])/g, NBSP)
            // One apostrophe in all texts: that of the keyboard, which people type to search for them.
            .replace(/’/g, "'"),
    )
    .join("");
}
