/** What a place asks for: keys of the map, a value of the key, items, what may stand below the key, and so on. */
export type Wanted = "key" | "value" | "item" | "below" | "alias" | "directive" | "nothing";

/** A kind of place at which completion may be asked for. */
export interface PlaceOfText {
  readonly name: string;
  readonly wants: Wanted;
  /**
   * The text in the map of the entry, with the cursor `$0`: `{K}` is the key, `{K-}` and `{-K}` its halves, `{V}` a valid
   * value, `{C}` one that can be chosen, `{C-}` and `{-C}` its halves, `{S}` and `{T}` other entries of the map. `⟦ ⟧` encloses what is missing in the text, but would
   * make it valid.
   */
  readonly text: string;
  /** The text is in place of the map itself, in flow style. */
  readonly flow?: true;
  /** A value stands there already, for which another key may be wrong. */
  readonly keeps?: true;
  /** It is in quotes. */
  readonly quoted?: true;
  /** A text stands there already. */
  readonly taken?: true;
  /** Adds what is around the text. */
  readonly around?: (text: string) => string;
  /** Why nothing is offered. */
  readonly why?: string;
}

const LONG = Array.from({ length: 40 }, (_, i) => `long-${i}: {}`).join("\n");

const keyPlaces: readonly PlaceOfText[] = [
  { name: "an empty map, at the end of the file", wants: "key", text: "$0" },
  { name: "an empty map, then a line break", wants: "key", text: "$0\n" },
  { name: "below another entry", wants: "key", text: "{S}\n$0" },
  { name: "above another entry", wants: "key", text: "$0\n{S}" },
  { name: "between entries", wants: "key", text: "{S}\n$0\n{T}" },
  { name: "between blank lines and comments", wants: "key", text: "# a\n{S} # b\n\n$0\n\n# c" },
  { name: "a half-typed key", wants: "key", text: "{K-}$0" },
  { name: "a half-typed key below another entry", wants: "key", text: "{S}\n{K-}$0\n" },
  { name: "a half-typed key above another entry", wants: "key", text: "{K-}$0\n{S}\n" },
  { name: "a half-typed key before a comment", wants: "key", text: "{K-}$0 # a" },
  { name: "the middle of a key without a colon", wants: "key", text: "{K-}$0{-K}" },
  { name: "a key without a colon", wants: "key", text: "{K}$0" },
  { name: "the middle of a key", wants: "key", text: "{K-}$0{-K}: {V}", keeps: true },
  { name: "the end of a key", wants: "key", text: "{K}$0: {V} # a", keeps: true },
  { name: "the beginning of a key", wants: "key", text: "{S}\n$0{K}: {V}", keeps: true },
  { name: "a line that is too far to the right", wants: "key", text: "{S}\n   $0" },
  { name: "a key in double quotes", wants: "key", text: '"{K-}$0"' },
  { name: "a key in double quotes that are not closed", wants: "key", text: '{S}\n"{K-}$0' },
  { name: "a key in single quotes", wants: "key", text: "'{K-}$0'" },
  { name: "an explicit key", wants: "key", text: "? {K-}$0", keeps: true },
  { name: "an empty explicit key", wants: "key", text: "? $0", keeps: true },
  { name: "an empty flow map", wants: "key", text: "{ $0 }", flow: true },
  { name: "an empty flow map without spaces", wants: "key", text: "{$0}", flow: true },
  { name: "a flow map that is not closed", wants: "key", text: "{ $0⟦ }⟧", flow: true },
  { name: "after a comma in a flow map", wants: "key", text: "{ {S}, $0 }", flow: true },
  { name: "directly after a comma in a flow map", wants: "key", text: "{ {S},$0 }", flow: true },
  {
    name: "after a comma in a flow map that is not closed",
    wants: "key",
    text: "{ {S}, {K-}$0⟦ }⟧",
    flow: true,
  },
  { name: "a half-typed key in a flow map", wants: "key", text: "{ {K-}$0 }", flow: true },
  {
    name: "the middle of a key in a flow map",
    wants: "key",
    text: "{ {K-}$0{-K}: {V}, {S} }",
    keeps: true,
    flow: true,
  },
  { name: "before another entry of a flow map", wants: "key", text: "{ $0 {S} }", flow: true },
  { name: "a line of a flow map", wants: "key", text: "{\n  {S},\n  $0\n}", flow: true },
  { name: "the first line of a flow map", wants: "key", text: "{\n  {K-}$0 # a\n}", flow: true },
  {
    name: "a file with Windows' line ends and a mark at its start",
    wants: "key",
    text: "{S}\n{K-}$0\n",
    around: (text) => `\ufeff${text}`,
  },
  { name: "after a directive", wants: "key", text: "{S}\n$0", around: (text) => `%YAML 1.2\n---\n${text}` },
  { name: "before a document's end", wants: "key", text: "{S}\n$0\n", around: (text) => `---\n${text}...\n` },
  { name: "below broken text", wants: "key", text: "$0\n", around: (text) => `autre: [1⟦]⟧\n${text}` },
  { name: "above broken text", wants: "key", text: "{K-}$0\n", around: (text) => `${text}autre: "a⟦"⟧\n` },
  { name: "a long file", wants: "key", text: "{S}\n$0", around: (text) => `${LONG}\n${text}` },
  { name: "below a null", wants: "key", text: "{K}: ~\n$0" },
];

const valuePlaces: readonly PlaceOfText[] = [
  { name: "after the colon", wants: "value", text: "{K}: $0" },
  { name: "directly after the colon", wants: "value", text: "{K}:$0" },
  { name: "after several spaces", wants: "value", text: "{K}:   $0\n" },
  { name: "after the colon, above another entry", wants: "value", text: "{K}: $0\n{S}" },
  { name: "directly after the colon, above another entry", wants: "value", text: "{K}:$0\n{S}" },
  { name: "after the colon, below another entry", wants: "value", text: "{S}\n{K}: $0\n" },
  { name: "before a comment", wants: "value", text: "{K}: $0 # a\n{S}" },
  { name: "directly after the colon, before a comment", wants: "value", text: "{K}:$0 # a" },
  { name: "after a tab", wants: "value", text: "{K}:\t$0" },
  { name: "a half-typed value", wants: "value", text: "{K}: {C-}$0" },
  { name: "a half-typed value before a comment", wants: "value", text: "{K}: {C-}$0 # a" },
  { name: "the middle of a value", wants: "value", text: "{K}: {C-}$0{-C}\n{S}", taken: true },
  { name: "before a value", wants: "value", text: "{K}: $0{C}", taken: true },
  { name: "after a value", wants: "value", text: "{K}: {C}$0\n" },
  { name: "in double quotes", wants: "value", text: '{K}: "{C-}$0"', quoted: true },
  { name: "in empty double quotes", wants: "value", text: '{K}: "$0" # a', quoted: true },
  { name: "in single quotes", wants: "value", text: "{K}: '{C-}$0'\n{S}", quoted: true },
  { name: "after an open double quote", wants: "value", text: '{K}: "$0\n{S}', quoted: true },
  { name: "after an open single quote", wants: "value", text: "{K}: '{C-}$0", quoted: true },
  { name: "after an anchor", wants: "value", text: "{K}: &a $0" },
  { name: "after a tag", wants: "value", text: "{K}: {G} $0" },
  { name: "in a flow map", wants: "value", text: "{ {K}: $0 }", flow: true },
  { name: "directly after the colon in a flow map", wants: "value", text: "{ {K}:$0 }", flow: true },
  { name: "in a flow map that is not closed", wants: "value", text: "{ {K}: $0⟦ }⟧", flow: true },
  { name: "in a flow map, before another entry", wants: "value", text: "{ {K}: $0, {S} }", flow: true },
  { name: "in a flow map, after another entry", wants: "value", text: "{ {S}, {K}: {C-}$0 }", flow: true },
  { name: "in a flow map, in quotes", wants: "value", text: '{ {K}: "{C-}$0" }', flow: true, quoted: true },
  { name: "on a line of a flow map", wants: "value", text: "{\n  {S},\n  {K}: $0\n}", flow: true },
  { name: "the value of an explicit key", wants: "value", text: "? {K}\n: $0" },
  { name: "the value of a key in quotes", wants: "value", text: '"{K}": $0' },
  { name: "on a line that goes on below", wants: "value", text: "{K}: $0\n\n# a\n{S}\n" },
  { name: "between brackets", wants: "item", text: "{K}: [$0]" },
  { name: "after an open bracket", wants: "item", text: "{K}: [$0⟦]⟧\n{S}" },
  { name: "after a comma between brackets", wants: "item", text: "{K}: [zeta, $0]" },
  { name: "directly after a comma between brackets", wants: "item", text: "{K}: [zeta,$0] # a" },
  { name: "a half-typed item between brackets", wants: "item", text: "{K}: [zeta, {C-}$0]" },
  { name: "before another item between brackets", wants: "item", text: "{K}: [$0, zeta]" },
  { name: "after a comma behind an open bracket", wants: "item", text: "{K}: [zeta, $0⟦]⟧" },
  { name: "on a line between brackets", wants: "item", text: "{K}: [\n  zeta,\n  $0\n]" },
  { name: "in a list in a flow map", wants: "item", text: "{ {K}: [$0] }", flow: true },
  { name: "after a dash", wants: "item", text: "{K}:\n  - $0" },
  { name: "directly after a dash", wants: "item", text: "{K}:\n  -$0" },
  { name: "after the dash of a second item", wants: "item", text: "{K}:\n  - zeta\n  - $0\n{S}" },
  { name: "after a dash above another item", wants: "item", text: "{K}:\n  - $0\n  - zeta # a" },
  { name: "a half-typed item", wants: "item", text: "{K}:\n  - zeta\n  - {C-}$0 # a" },
  { name: "an item in quotes", wants: "item", text: '{K}:\n  - "{C-}$0"', quoted: true },
  { name: "after a dash at the column of the key", wants: "item", text: "{K}:\n- $0" },
  { name: "a line below the key", wants: "below", text: "{K}:\n  $0" },
  { name: "a line below the key, above another entry", wants: "below", text: "{K}:\n  $0\n{S}" },
  { name: "a line below a key with a comment", wants: "below", text: "{S}\n{K}: # a\n  # b\n  $0\n" },
  { name: "a half-typed text a line below the key", wants: "below", text: "{K}:\n  {C-}$0\n{S}" },
  { name: "a text in quotes a line below the key", wants: "below", text: '{K}:\n  "{C-}$0"', quoted: true },
  { name: "a line far below the key", wants: "below", text: "{K}:\n      $0" },
];

const noPlaces: readonly PlaceOfText[] = [
  { name: "in a comment", wants: "directive", text: "{S}\n# $0" },
  { name: "in a comment after a value", wants: "directive", text: "{K}: {V} # $0" },
  {
    name: "in the words of a comment",
    wants: "nothing",
    why: "a comment is free text",
    text: "# Les {K-}$0",
  },
  { name: "in a block scalar", wants: "nothing", why: "all of it is text", text: "{K}: |\n  {C-}$0" },
  {
    name: "on the first line of a block scalar",
    wants: "nothing",
    why: "all of it is text",
    text: "{K}: >-\n  $0\n  texte",
  },
  {
    name: "in the header of a block scalar",
    wants: "nothing",
    why: "it is no value",
    text: "{K}: |$0\n  texte",
  },
  {
    name: "in an alias",
    wants: "alias",
    text: "{K}: *a$0",
    around: (text) => `absences: &ancre {}\n${text}`,
  },
  { name: "in an anchor", wants: "nothing", why: "a new name", text: "{K}: &a$0" },
  { name: "in a tag", wants: "nothing", why: "no tag changes a value", text: "{K}: !!s$0" },
  { name: "after a complete value", wants: "nothing", why: "a value stands already", text: "{K}: {V} $0# a" },
  {
    name: "in the second line of a text",
    wants: "nothing",
    why: "the value began above",
    text: "{K}: un\n  tex$0",
  },
  {
    name: "a tab in the indentation",
    wants: "nothing",
    why: "YAML indents by spaces; the tab has a fix",
    text: "{S}\n\t$0",
  },
  {
    name: "in a second document",
    wants: "nothing",
    why: "a file has one document; the second is not read",
    text: "$0",
    around: (text) => `---\nformat: 1\n---\n${text}`,
  },
  {
    name: "after an entry without a comma",
    wants: "nothing",
    why: "a comma is missing",
    text: "{ {S} $0 }",
    flow: true,
  },
  {
    name: "in a document marker",
    wants: "nothing",
    why: "it is no key",
    text: "{S}",
    around: (text) => `---$0\n${text}`,
  },
  {
    name: "in a merge key",
    wants: "alias",
    text: "<<: $0",
    around: (text) => `absences: &ancre {}\n${text}`,
  },
];

/** All kinds of place. */
export const places: readonly PlaceOfText[] = [...keyPlaces, ...valuePlaces, ...noPlaces];
