import { slips } from "../../../test/support/slips.ts";

const NBSP = "\u00a0";
const ODD = "This space is not an ordinary one: it looks like a space and is read as a letter.";
const TAB = "A tab stands at the beginning of this line; only spaces can.";

slips([
  [
    "no space after the colon",
    "e:\n  §rne:§0759998K\n  nom: A\n",
    "A space is missing after “rne:”.",
    "e:\n  rne: 0759998K\n  nom: A\n",
    "sure",
  ],
  [
    "the same in the last entry",
    "e:\n  nom: A\n  §type:§college\nh:\n  mode: heberge\n",
    "A space is missing after “type:”.",
    "e:\n  nom: A\n  type: college\nh:\n  mode: heberge\n",
    "sure",
  ],
  [
    "the same between braces",
    "c:\n  6A: { §niveau:§6e, x: {} }\n",
    "A space is missing after “niveau:”.",
    "c:\n  6A: { niveau: 6e, x: {} }\n",
    "sure",
  ],
  [
    "no space after a dash",
    "c:\n  - 6A\n  §-§6B\n",
    "A space is missing after the dash of this item.",
    "c:\n  - 6A\n  - 6B\n",
    "sure",
  ],
  [
    "two colons",
    "e:\n  rne§::§ 0759998K\n",
    "“rne::” ends with two colons; one is enough.",
    "e:\n  rne: 0759998K\n",
    "sure",
  ],
  ["tabs", "e:\n§\t§nom: A\n\trne: 0759998K\n", TAB, "e:\n  nom: A\n  rne: 0759998K\n", "sure"],
  ["a tab among spaces", "e:\n  nom: A\n§\t§rne: 0759998K\n", TAB, "e:\n  nom: A\n  rne: 0759998K\n", "sure"],
  [
    "a tab after spaces",
    "e:\n  nom: A\n§  \t§rne: 0759998K\n",
    TAB,
    "e:\n  nom: A\n  rne: 0759998K\n",
    "probable",
  ],
  [
    "non-breaking spaces as indentation",
    `e:\n§${NBSP}${NBSP}§nom: A\n${NBSP}${NBSP}rne: 1\n`,
    ODD,
    "e:\n  nom: A\n  rne: 1\n",
    "sure",
  ],
  [
    "a non-breaking space after a colon",
    `e:\n  nom:§${NBSP}§A\n  rne: 1\n`,
    ODD,
    "e:\n  nom: A\n  rne: 1\n",
    "sure",
  ],
  [
    "a non-breaking space before a colon",
    `e:\n  nom§${NBSP}§: A\n  rne: 1\n`,
    ODD,
    "e:\n  nom: A\n  rne: 1\n",
    "sure",
  ],
  ["a non-breaking space after a dash", `e:\n  -§${NBSP}§A\n`, ODD, "e:\n  - A\n", "sure"],
  [
    "a non-breaking space after a value",
    `e: { nom: A§${NBSP}§, rne: 1 }\n`,
    ODD,
    "e: { nom: A, rne: 1 }\n",
    "sure",
  ],
]);
