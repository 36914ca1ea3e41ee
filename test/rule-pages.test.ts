/**
 * The requirements on a rule's page, tested on pages with one fault each; the pages themselves are tested with the
 * rules.
 */
import { expect, test } from "vitest";
import { exampleFaults, pageFaults } from "./support/rule-pages.ts";

const PAGE = `# boolean-word

**fr** Une case est cochée ou non ; « oui » serait un texte, et la case resterait comme elle est.

**en** A box is ticked or not; “oui” would be a text, and the box would stay as it is.

\`\`\`yaml bad
espaces: { parents: { publie: oui } }
\`\`\`

\`\`\`yaml good
espaces: { parents: { publie: true } }
\`\`\`

Source: KB-2340.
`;

const rule = (docs: string) => ({ id: "boolean-word", docs });

test("a complete page with correct examples has no faults", () => {
  expect(pageFaults(rule(PAGE))).toEqual([]);
  expect(exampleFaults(rule(PAGE))).toEqual([]);
});

test.each([
  ["another rule's name", /boolean-word/, "boolean-words", "it is titled “boolean-words”"],
  ["no title", /^# .*/, "", "it is titled “”"],
  ["no French", /^\*\*fr\*\* .*/m, "", "too little is said in “fr”"],
  ["little English", /^\*\*en\*\* .*/m, "**en** A box.", "too little is said in “en”"],
  [
    "French for English",
    /(?<=\*\*fr\*\* )(.*)([\s\S]*\*\*en\*\* ).*/,
    "$1$2$1",
    "it says the same in both languages",
  ],
  ["no bad example", /yaml bad/, "yaml", "no bad example"],
  ["no good example", /yaml good/, "yaml", "no good example"],
  ["no source", /^Source: .*/m, "", "no source"],
  [
    "a source that cannot be cited",
    /^Source: .*/m,
    "Source: MISTAKES M033.",
    "its source “MISTAKES M033” has no citation in schemas/sources.yaml",
  ],
  ["an empty source", /^Source: .*/m, "Source: .", "no source"],
])("a page with %s is found", (_, part, other, fault) => {
  expect(pageFaults(rule(PAGE.replace(part, other)))).toEqual([fault]);
});

test("a page may lack bad examples only if none can be written", () => {
  expect(pageFaults(rule(PAGE), false)).toEqual(["it has a bad example"]);
  expect(pageFaults(rule(PAGE.replace("yaml bad", "yaml")), false)).toEqual([]);
});

test.each([
  ["a bad example that is right", "publie: oui", "publie: true", "not reported, but nothing:"],
  ["a bad example that another rule reports", "publie: oui", "publi: true", "not reported, but unknown-key:"],
  ["a good example that is reported", "publie: true", "publie: non", "reported by boolean-word, “"],
  ["a good example that another rule reports", "publie: true", "publi: true", "reported by unknown-key, “"],
])("%s is found", (_, part, other, fault) => {
  expect(exampleFaults(rule(PAGE.replace(part, other)))).toEqual([expect.stringContaining(fault)]);
});
