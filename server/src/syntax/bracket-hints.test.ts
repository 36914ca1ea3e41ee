import { slips } from "../../../test/support/slips.ts";

slips([
  [
    "an unclosed brace",
    "c:\n  6A: §{§ niveau: 6e\n  6B: { niveau: 6e }\n",
    "“{” opens here and is not closed.",
    "c:\n  6A: { niveau: 6e }\n  6B: { niveau: 6e }\n",
    "probable",
  ],
  [
    "an unclosed bracket",
    "c: §[§6A, 6B\nd: 1\n",
    "“[” opens here and is not closed.",
    "c: [6A, 6B]\nd: 1\n",
    "probable",
  ],
  [
    "a bracket closed by a brace",
    "c:\n  6A: { x: §[§6e }\n",
    "“[” is not closed before “}”.",
    "c:\n  6A: { x: [6e] }\n",
    "probable",
  ],
  [
    "an extra brace",
    "c:\n  6A: { niveau: 6e }§}§\n",
    "“}” closes nothing.",
    "c:\n  6A: { niveau: 6e }\n",
    "sure",
  ],
  [
    "a missing comma",
    "c:\n  6A: { niveau: 6e §services§: {} }\n",
    "A comma is missing before “services”.",
    "c:\n  6A: { niveau: 6e, services: {} }\n",
    "probable",
  ],
  [
    "a missing comma between quotes",
    'c: ["6A" §"6B"§]\n',
    'A comma is missing before “"6B"”.',
    'c: ["6A", "6B"]\n',
    "sure",
  ],
  [
    "an extra comma",
    "c:\n  6A: { niveau: 6e,§,§ services: {} }\n",
    "There is nothing before this comma.",
    "c:\n  6A: { niveau: 6e, services: {} }\n",
    "sure",
  ],
  [
    "dashes between brackets",
    "c: [\n  §-§ 6A\n]\n",
    "Between brackets, items are separated by commas and have no dash.",
    "c:\n  - 6A\n",
    "probable",
  ],
  [
    "nesting that is too deep",
    `a: ${"[".repeat(100)}§[§${"[".repeat(2900)}\n`,
    "This is nested too deep to be read: more than 100 levels.",
  ],
]);
