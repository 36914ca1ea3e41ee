import { expect, test } from "vitest";
import { findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { explained, pageOf } from "./api/page.ts";
import { rules } from "./index.ts";

/** Rules of which no example can be written, and why. */
const WITHOUT_BAD_EXAMPLE = new Map([["file-unreadable", "an example is a text, and so can be read"]]);

test("ids are in kebab case, name a fault, and are each one rule's", () => {
  const ids = rules.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || /^no-/.test(id))).toEqual([]);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each(rules)("$id has a page in both languages that says where it comes from", ({ id, docs }) => {
  const page = pageOf(docs);
  expect(page.id).toBe(id);
  expect(page.text.fr.length).toBeGreaterThan(40);
  expect(page.text.en.length).toBeGreaterThan(40);
  expect(page.text.fr).not.toBe(page.text.en);
  expect(page.source.length).toBeGreaterThan(3);
  if (!WITHOUT_BAD_EXAMPLE.has(id)) expect(page.bad.length).toBeGreaterThan(0);
  expect(page.good.length).toBeGreaterThan(0);
});

test.each(rules)("$id reports its bad examples, and no rule its good ones", ({ id, docs }) => {
  const { bad, good } = pageOf(docs);
  for (const example of bad) {
    const found = findingsIn(fixture(example)).map((finding) => finding.id);
    expect(found, example).toContain(id);
  }
  for (const example of good) {
    const fixed = fixture(example);
    expect(
      findingsIn(fixed).map((one) => `${one.id}: ${fixed.context.localize(one.message)}`),
      example,
    ).toEqual([]);
  }
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
