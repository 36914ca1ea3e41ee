import { expect, test } from "vitest";
import { hierarchy } from "../../../../test/support/hierarchy.ts";

const SCHOOL = `
#- etablissement.pronote.yaml
etablissement: { nom: Collège, chef-etablissement: principal, contacts-vie-scolaire: [principal, cpe] }
hebergement: { mode: heberge }
#- personnes.pronote.yaml
profils-professeurs: { Base: {}, Large: { comme: Base }, Seul: {} }
professeurs: { martin: { nom: MARTIN, profil: Base }, durand: { profil: Large } }
personnels: { principal: { nom: MOREL, fonction: Principal }, cpe: { fonction: CPE } }
deroulement: { profils: { empreinte: { profils-professeurs/Base: "1:3f1c9a20" } } }
#- classes.pronote.yaml
matieres: { FRANC: {}, LATIN: { comme: FRANC } }
salles: { B12: {}, B13: { comme: B12 } }
niveaux: { 6e: { services: { FRANC: { professeurs: [martin] } } } }
classes:
  6A: { niveau: 6e, professeur-principal: martin }
  6B: { niveau: 6e, services: { FRANC: durand, LATIN: { professeurs: [martin, durand] } } }
groupes-eleves: { LATINISTES: { classes: [6A, 6B], services: { LATIN: martin } } }
`;

/** The school with the cursor before a text, at its n-th occurrence. */
function at(text: string, count = 1, source = SCHOOL): string {
  const parts = source.split(text);
  return `${parts.slice(0, count).join(text)}$0${[text, parts.slice(count).join(text)].join("")}`;
}

test("of a profile, who has it and who is like it", () => {
  expect(hierarchy(at("Base: {}"), "incoming", 1)).toMatchInlineSnapshot(`
    "Base (Teacher profile, personnes.pronote.yaml)
      Large (Teacher profile, personnes.pronote.yaml) <- personnes.pronote.yaml:1 Base
      martin (Teacher, personnes.pronote.yaml) <- personnes.pronote.yaml:2 Base"
  `);
});

test("of a teacher, the classes, groups and niveaux, wherever it is asked for", () => {
  const declared = hierarchy(at("martin: {"), "incoming", 1);
  expect(declared).toMatchInlineSnapshot(`
    "martin (Teacher, personnes.pronote.yaml)
      6e (Niveau, classes.pronote.yaml) <- classes.pronote.yaml:3 martin
      6A (Class, classes.pronote.yaml) <- classes.pronote.yaml:5 martin
      6B (Class, classes.pronote.yaml) <- classes.pronote.yaml:6 martin
      LATINISTES (Group of students, classes.pronote.yaml) <- classes.pronote.yaml:7 martin"
  `);
  expect(hierarchy(at("martin,"), "incoming", 1)).toBe(declared);
  expect(hierarchy(at("nom: MARTIN"), "incoming", 1)).toBe(declared);
});

const ACADEMIE = `
#- academie.pronote.yaml
profils-professeurs: { Commun: { mobile: true }, Autre: { comme: Commun } }
hebergement: { mode: heberge, index-education: { compte: x } }
#- bassin.pronote.yaml
herite-de: academie.pronote.yaml
profils-professeurs: { Commun: { mobile: false } }
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
etablissement: { nom: Collège A }
professeurs: { martin: { profil: Commun } }
#- a/personnes.pronote.yaml
professeurs: { durand: { profil: Commun } }
#- b/etablissement.pronote.yaml
herite-de: ../bassin.pronote.yaml
etablissement: { nom: Collège B }
hebergement: { mode: non-heberge }
#- b/personnes.pronote.yaml
profils-professeurs: { Commun: { nom: x } }
professeurs: { petit: { profil: Commun }, grand: { profil: Autre } }
#- c/etablissement.pronote.yaml
etablissement: { nom: Collège C }
professeurs: { leroy: { profil: Commun } }
`;

function inAcademie(text: string): string {
  return at(text, 1, ACADEMIE);
}

/** What is asked of which school, with its hierarchy in `hierarchy.expected.txt`. */
const CASES: readonly (readonly [title: string, ...Parameters<typeof hierarchy>])[] = [
  ["who is affected by a class", at("6A: {"), "incoming", 1],
  ["by a subject", at("FRANC: {}"), "incoming", 1],
  ["by a room", at("B12: {}"), "incoming", 1],
  ["by a niveau, one level and another", at("6e: {"), "incoming", 2],
  ["by a member of the staff, who is named outside of any thing", at("cpe: {"), "incoming", 2],
  ["by a group: nobody", at("LATINISTES"), "incoming", 1],
  ["what a class depends on", at("6A: {"), "outgoing", 1],
  ["a group, down to the teachers", at("LATINISTES"), "outgoing", 2],
  ["a teacher, down to the profile that its own is like", at("durand: {"), "outgoing", 3],
  ["what a class takes from", at("6B: {"), "super", 2],
  ["a subject", at("LATIN: { comme"), "super", 2],
  ["who takes from a niveau", at("6e: {"), "sub", 2],
  ["from a subject", at("FRANC: {}"), "sub", 2],
  ["of a thing of a base, which schools, and who in them", inAcademie("Commun: {"), "incoming", 2],
  ["of a base, the bases and schools that name it", inAcademie("herite-de: academie"), "incoming", 2],
  ["of a value of a base, the schools in which it is in effect", inAcademie("heberge,"), "incoming", 2],
  ["of a section of a base", inAcademie("hebergement"), "incoming", 2],
  ["in a school, of its own view only", inAcademie("Commun } }\n#- b"), "incoming", 2],
  ["the same thing in base below base", inAcademie("Commun: { nom"), "super", 4],
  ["and in those above", inAcademie("Commun: { mobile: true"), "sub", 3],
  ["the bases of a base", inAcademie("../bassin"), "super", 2],
  ["the heirs of a base", inAcademie("../academie"), "sub", 3],
];

test("hierarchies by kind of thing and direction", async () => {
  const text = CASES.map(([title, ...asked]) => `# ${title} (${asked[1]})\n${hierarchy(...asked)}\n`).join(
    "\n",
  );
  await expect(text).toMatchFileSnapshot("hierarchy.expected.txt");
});

test("of what a base leads to in a school, that school's names count", () => {
  const source = ACADEMIE.replace("nom: x", "comme: De B").replace(
    "Commun: { comme",
    "De B: {}, Commun: { comme",
  );
  expect(hierarchy(at("Commun: {", 1, source), "incoming", 3, "outgoing")).toMatchInlineSnapshot(`
    "Commun (Teacher profile, academie.pronote.yaml)
      Autre (Teacher profile, academie.pronote.yaml) <- academie.pronote.yaml:1 Commun
        Collège B (b/etablissement.pronote.yaml) <- b/etablissement.pronote.yaml:1 ../bassin.pronote.yaml
          bassin.pronote.yaml <- b/etablissement.pronote.yaml:1 ../bassin.pronote.yaml
      Collège A (a/etablissement.pronote.yaml) <- a/etablissement.pronote.yaml:3 Commun
        martin (Teacher, etablissement.pronote.yaml) <- a/etablissement.pronote.yaml:3 Commun
          Commun (Teacher profile, academie.pronote.yaml) <- a/etablissement.pronote.yaml:3 Commun
        durand (Teacher, personnes.pronote.yaml) <- a/personnes.pronote.yaml:1 Commun
          Commun (Teacher profile, academie.pronote.yaml) <- a/personnes.pronote.yaml:1 Commun
      Collège B (b/etablissement.pronote.yaml) <- b/etablissement.pronote.yaml:1 ../bassin.pronote.yaml
        petit (Teacher, personnes.pronote.yaml) <- b/personnes.pronote.yaml:2 Commun
          Commun (Teacher profile, personnes.pronote.yaml) <- b/personnes.pronote.yaml:2 Commun"
  `);
  expect(hierarchy(at("Commun: { mobile: true", 1, source), "sub", 3, "super")).toMatchInlineSnapshot(`
    "Commun (Teacher profile, academie.pronote.yaml)
      Autre (Teacher profile, academie.pronote.yaml)
      Commun (Teacher profile, bassin.pronote.yaml)
        Commun (Teacher profile, personnes.pronote.yaml)
          De B (Teacher profile, personnes.pronote.yaml)
          Commun (Teacher profile, bassin.pronote.yaml)
        Autre (Teacher profile, academie.pronote.yaml)
          Commun (Teacher profile, academie.pronote.yaml)"
  `);
});

test("things that are like each other in a circle are shown as often as they are opened", () => {
  const source = "profils-professeurs: { A: { comme: B }, B: { comme: A$0 } }\n";
  for (const direction of ["super", "sub", "incoming", "outgoing"] as const)
    expect(hierarchy(source, direction, 3).replace(/ *\(.*/gm, "")).toBe("A\n  B\n    A\n      B");
});

test.each([
  ["an empty place", "classes:\n  6A: {}\n$0\n"],
  ["a name that nothing declares", "professeurs: { m: { profil: Ra$0té } }\n"],
  ["a key of no thing", "hebergement: { mo$0de: heberge }\n"],
  ["a base that does not exist", "herite-de: ../fe$0hlt.pronote.yaml\n"],
])("nothing is shown at %s", (_, source) => {
  expect(hierarchy(source, "incoming", 1)).toBe("nothing");
});

test("in a broken text, what can be read is shown", () => {
  const source = "classes:\n  6A: { niveau: 6e\n  6B: { niveau: 6$0e }\n  6C: { niveau: 6e }\n";
  expect(hierarchy(source, "incoming", 1)).toMatchInlineSnapshot(`
    "6e (Niveau, etablissement.pronote.yaml)
      6A (Class, etablissement.pronote.yaml) <- etablissement.pronote.yaml:2 6e
      6B (Class, etablissement.pronote.yaml) <- etablissement.pronote.yaml:3 6e
      6C (Class, etablissement.pronote.yaml) <- etablissement.pronote.yaml:4 6e"
  `);
});

test("a name that PRONOTE has from the start needs no declaration", () => {
  const source = "classes: { 6A: { niveau: 6$0e }, 6B: { niveau: 6e } }\n";
  expect(hierarchy(source, "sub", 1)).toMatchInlineSnapshot(`
    "6e (Niveau, etablissement.pronote.yaml)
      6A (Class, etablissement.pronote.yaml)
      6B (Class, etablissement.pronote.yaml)"
  `);
});

test("nothing is shown of a line that holds something private", () => {
  const secret = `classes:
  6A: { niveau: 6e }
  6B: { niveau: 6e } # mot de passe : Azerty12!
`;
  expect(hierarchy(at("6e }", 1, secret), "incoming", 1)).toMatchInlineSnapshot(`
    "6e (Niveau, etablissement.pronote.yaml)
      6A (Class, etablissement.pronote.yaml) <- etablissement.pronote.yaml:2 6e"
  `);
  expect(hierarchy(at("6B", 1, secret), "incoming", 1)).toBe("nothing");
  expect(hierarchy(at("6B", 1, secret), "super", 1)).toBe("nothing");
  expect(hierarchy(at("6e", 2, `${secret}niveaux: { 6e: {} }\n`), "super", 1)).toBe("nothing");
  const below = "classes:\n  6A:\n    niveau: 6e # mot de passe : Azerty12!\nniveaux: { 6e: {} }\n";
  for (const direction of ["incoming", "sub"] as const)
    expect(hierarchy(at("6e:", 1, below), direction, 1)).toBe("6e (Niveau, etablissement.pronote.yaml)");
  expect(hierarchy(at("6A", 1, below), "outgoing", 1)).toBe("6A (Class, etablissement.pronote.yaml)");
});
