import { expect, test } from "vitest";
import { exampleFaults, pageFaults } from "../../../test/support/rule-pages.ts";
import { explained } from "./api/page.ts";
import { rules } from "./index.ts";

/** Rules of which no example can be written, and why. */
const WITHOUT_BAD_EXAMPLE = new Map([["file-unreadable", "an example is a text, and so can be read"]]);

test.each(rules)("$id has a page in both languages that says where it comes from", (rule) => {
  expect(pageFaults(rule, !WITHOUT_BAD_EXAMPLE.has(rule.id))).toEqual([]);
});

test.each(rules)("$id reports its bad examples, and no rule its good ones", (rule) => {
  expect(exampleFaults(rule)).toEqual([]);
});

test("a page is told in one language", () => {
  const [rule] = rules.filter(({ id }) => id === "boolean-word");
  if (!rule) throw new Error("no such rule");
  expect(explained(rule, "fr")).toMatchInlineSnapshot(`
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

    Source : Rentrée.
    "
  `);
  expect(explained(rule, "en")).toContain("A box of PRONOTE is ticked");
  expect(explained(rule, "en")).not.toContain("cochée");
});
