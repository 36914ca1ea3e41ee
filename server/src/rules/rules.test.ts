import { expect, test } from "vitest";
import { exampleFaults, pageFaults } from "../../../test/support/rule-pages.ts";
import { rulePageMarkdown } from "./api/page.ts";
import { rules } from "./index.ts";

/** Rules for which no example can be written, and the reason. */
const WITHOUT_BAD_EXAMPLE = new Map([["file-unreadable", "an example is a text, and so can be read"]]);

test.each(rules)("$id has a page in both languages, with its source", (rule) => {
  expect(pageFaults(rule, !WITHOUT_BAD_EXAMPLE.has(rule.id))).toEqual([]);
});

test.each(rules)("$id reports its bad examples, and no rule reports its good ones", (rule) => {
  expect(exampleFaults(rule)).toEqual([]);
});

test("the page of a rule is in one language", () => {
  const [rule] = rules.filter(({ id }) => id === "boolean-word");
  if (!rule) throw new Error("no such rule");
  expect(rulePageMarkdown(rule, "fr")).toMatchInlineSnapshot(`
    "# boolean-word

    *erreur*

    Une case de PRONOTE est cochée (\`true\`) ou non (\`false\`). « oui », « non », « yes », « no » sont compris comme des textes : la case resterait dans l'état où elle est, sans que personne le voie.

    ## Signalé

    \`\`\`yaml
    espaces: { parents: { publie: oui } }
    \`\`\`

    ## Correct

    \`\`\`yaml
    espaces: { parents: { publie: true } }
    \`\`\`

    ## La faire taire

    Un commentaire sur la ligne du dessus la fait taire là, en tête de fichier partout dans celui-ci ; dites pourquoi. Le réglage « rentree.rules » change sa gravité ou la désactive.

    \`\`\`yaml
    # rentree-ignore boolean-word: …
    # rentree-ignore-file boolean-word: …
    \`\`\`

    Source : règle propre à Rentrée.
    "
  `);
  expect(rulePageMarkdown(rule, "en")).toContain("A box of PRONOTE is ticked");
  expect(rulePageMarkdown(rule, "en")).not.toContain("cochée");
});
