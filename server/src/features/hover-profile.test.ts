import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import type { Language } from "../base/message.ts";
import { hover } from "./hover.ts";

/** The parts of the hover of a profile that speak of its rights and its people. */
function profile(source: string, language: Language = "en"): string {
  const { context, position } = fixture(source, language);
  const contents = hover(context, { position })?.contents;
  const text = contents && typeof contents === "object" && "value" in contents ? contents.value : "";
  return text
    .split("\n\n")
    .filter((part) => /^(?:In contrast|À la différence|The same)|^- .*›|^Held|^Attribué/.test(part))
    .join("\n");
}

const RIGHTS = `
profils-professeurs:
  Profil 1:
    autorisations: { notes: { saisir-devoirs: true }, competences: { saisir-evaluations: true } }
  Pro$0fil 2:
    comme: Profil 1
    autorisations: { notes: { saisir-devoirs: false }, eleves: { voir-tous-les-eleves: true } }
  Profil 3: { comme: Profil 1 }
professeurs:
  martin: { nom: MARTIN, prenom: Alice, profil: Profil 2 }
  roux: { profil: Profil 1 }
`;

test("a profile shows in which rights it differs from the one that it is like, and who has it", () => {
  expect(profile(RIGHTS)).toMatchInlineSnapshot(`
    "In contrast to **Profil 1**:
    - Grades › Enter tests: not allowed here
    - Students › See all students: allowed, there not said
    Held by MARTIN Alice."
  `);
  expect(profile(RIGHTS, "fr")).toMatchInlineSnapshot(`
    "À la différence de **Profil 1** :
    - Notes › Saisir des devoirs : non autorisé ici
    - Élèves › Voir tous les élèves : autorisé, là-bas non précisé
    Attribué à MARTIN Alice."
  `);
});

test("a profile that adds nothing says so; one that is like none is not compared", () => {
  const plain = RIGHTS.replace("$0", "");
  expect(profile(plain.replace("Profil 3:", "Pro$0fil 3:"))).toBe("The same rights as **Profil 1**.");
  expect(profile(plain.replace("  Profil 1:", "  Pro$0fil 1:"))).not.toContain("In contrast");
});

test("in a base, what one heir says of a profile, and its people, are not shown", () => {
  const source = `
#- academie.pronote.yaml
${RIGHTS.slice(0, RIGHTS.indexOf("professeurs:\n  martin")).trim()}
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
profils-professeurs: { Profil 2: { autorisations: { eleves: { voir-tous-les-eleves: false } } } }
professeurs: { martin: { profil: Profil 2 } }
`;
  expect(profile(source)).toMatchInlineSnapshot(`
    "In contrast to **Profil 1**:
    - Grades › Enter tests: not allowed here"
  `);
});
