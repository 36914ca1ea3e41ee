import { slips } from "../../../test/support/slips.ts";

const NBSP = "\u00a0";

slips([
  [
    "an unclosed quote",
    'e:\n  nom: §"§Lycée\n  rne: 0759998K\n',
    'The quote (") that opens here is not closed.',
    'e:\n  nom: "Lycée"\n  rne: 0759998K\n',
    "probable",
  ],
  [
    "an unclosed quote that the next quote closes",
    'c:\n  - §"§6A\n  - "6B"\n',
    'The quote (") that opens here is not closed.',
    'c:\n  - "6A"\n  - "6B"\n',
    "probable",
  ],
  [
    "an unclosed quote between brackets",
    "c: [§'§6A, 6B]\nd: 1\n",
    "The quote (') that opens here is not closed.",
    "c: ['6A', 6B]\nd: 1\n",
    "probable",
  ],
  [
    "quotes in quotes",
    "e:\n  nom: §'L'école'§\n  rne: 0759998K\n",
    "The text in quotes contains the same quotes: it ends after “L”.",
    'e:\n  nom: "L\'école"\n  rne: 0759998K\n',
    "sure",
  ],
  [
    "text after a closing quote",
    'e:\n  nom: §"Lycée" général§\n',
    "There is something after the closing quote: “général”.",
    "e:\n  nom: '\"Lycée\" général'\n",
    "probable",
  ],
  [
    "typographic quotes",
    "e:\n  nom: §“Lycée: A”§\n",
    "“Lycée: A” stands in typographic quotes, which are only letters here.",
    'e:\n  nom: "Lycée: A"\n',
    "sure",
  ],
  [
    "guillemets",
    `e: { nom: §«${NBSP}A, B${NBSP}»§, type: lycee }\n`,
    "“A, B” stands in typographic quotes, which are only letters here.",
    'e: { nom: "A, B", type: lycee }\n',
    "sure",
  ],
  [
    "a backslash",
    'e:\n  nom: "C:\\Prog§\\d§ata"\n',
    "In double quotes a backslash begins a code, and “\\d” is none. Single quotes leave it as it is.",
    "e:\n  nom: 'C:\\Prog\\data'\n",
    "sure",
  ],
  [
    "a comment without a space",
    'e:\n  nom: "A"§#§ici\n',
    "A space is missing before the comment.",
    'e:\n  nom: "A" #ici\n',
    "sure",
  ],
]);
