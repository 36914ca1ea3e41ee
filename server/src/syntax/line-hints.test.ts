import { slips } from "../../../test/support/slips.ts";

const NO_KEY = "“ty” is not a key yet: a colon is missing after it.";
const MIXED = "A list (“- ”) and keys cannot be mixed in one place.";

slips([
  [
    "an equals sign",
    "e:\n  rne§ = §0759998K\n  nom: A\n",
    "A key and its value are separated by a colon and a space, not by “=”.",
    "e:\n  rne: 0759998K\n  nom: A\n",
    "sure",
  ],
  ["a colon without a key", "e:\n  §: A§\n", "A key is missing before this colon."],
  [
    "a key without a colon",
    "e:\n  nom: A\n  §ty§\n  rne: 1\n",
    NO_KEY,
    "e:\n  nom: A\n  ty:\n  rne: 1\n",
    "probable",
  ],
  ["the same in the first entry", "e:\n  §ty§\n  nom: A\n", NO_KEY, "e:\n  ty:\n  nom: A\n", "probable"],
  ["the same at the top of a file", "§ty§\ne:\n  nom: A\n", NO_KEY, "ty:\ne:\n  nom: A\n", "probable"],
  [
    "a sentence",
    "e:\n  nom: A\n  §voir le proviseur§\n",
    "“voir le proviseur” has no colon: it is neither a key with its value nor a comment.",
    "e:\n  nom: A\n  # voir le proviseur\n",
    "probable",
  ],
  ["a list with keys", "c:\n  - 6A\n  §6B:§ {}\n", MIXED],
  ["keys with a list", "c:\n  6B: {}\n  §-§ 6A\n", MIXED],
  [
    "a dash on the line of its key",
    "c: §-§ 6A\nd: 1\n",
    "A list with dashes begins on the line below its key.",
    "c:\n   - 6A\nd: 1\n",
    "sure",
  ],
  [
    "an entry too far to the right",
    "e:\n  nom: A\n    §rne§: 1\n  type: college\n",
    "“rne” begins at column 5; what it stands beside begins at column 3.",
    "e:\n  nom: A\n  rne: 1\n  type: college\n",
    "probable",
  ],
  [
    "an entry too far to the left",
    "e:\n    nom: A\n  §rne§: 1\n    type: college\n",
    "“rne” begins at column 3; what it stands beside begins at column 5.",
    "e:\n    nom: A\n    rne: 1\n    type: college\n",
    "probable",
  ],
  [
    "the first entry of a file too far to the right",
    "  §a§: 1\nb: 2\n",
    "“a” begins at column 3; what it stands beside begins at column 1.",
    "a: 1\nb: 2\n",
    "probable",
  ],
  [
    "a file that is a list",
    "§- a§\n- b\n",
    "This is a list; a configuration is made of keys with their values.",
  ],
]);
