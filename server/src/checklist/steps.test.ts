import { describe, expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { itemIn, placeIn, stepIn } from "../../../test/support/steps.ts";

describe("not applicable", () => {
  test("in the other hosting mode", () => {
    expect(stepIn("hebergement: { mode: heberge }\n", "installation-serveur")).toBe(
      "not-applicable: Only for a self-hosted establishment.",
    );
    expect(stepIn("hebergement: { mode: non-heberge }\n", "archive-de-juillet")).toBe(
      "not-applicable: Only for a hosted establishment.",
    );
  });

  test("because of a setting, but not if the setting is not written", () => {
    expect(stepIn("edt: { licence: aucune }\n", "cours-complexes")).toBe(
      "not-applicable: Not needed, since “Licence of EDT” (EDT) is “None”.",
    );
    expect(stepIn("edt: { licence: aucune }\n", "client-edt")).toMatch(/^not-applicable/);
    expect(stepIn("edt: { licence: monoposte, droit-connexion: false }\n", "client-edt")).toBe(
      "not-applicable: Not needed, since the box “EDT-PRONOTE connection right” (EDT) is not ticked.",
    );
    expect(stepIn("edt: {}\n", "cours-complexes")).toBe(
      "to-write: Still to be written: “Complex courses made precise” (EDT).",
    );
  });

  test("if the setting that it would publish is false", () => {
    const espaces = (publie: boolean) => `espaces: { parents: { publie: ${publie} } }\n`;
    expect(stepIn(espaces(false), "publication-espace-parents")).toBe(
      "not-applicable: Not needed, since the box “Published” (Espaces, Espace Parents) is not ticked.",
    );
    expect(stepIn(espaces(true), "publication-espace-parents")).toMatch(/^waiting/);
  });

  test("if its subject does not exist, but not if nothing is written about it", () => {
    const relais = (serveurs: string) => stepIn(`serveurs: ${serveurs}\n`, "installation-relais");
    expect(relais("{ serveur: { port: 49300 } }")).toBe(
      "not-applicable: There is none here: “PRONOTE Relais” (Servers).",
    );
    expect(relais("{ relais: {} }")).toMatch(/^waiting/);
    expect(stepIn("licence: {}\n", "installation-relais")).toMatch(/^waiting/);
    const rooms = (text: string) => stepIn(text, "reservation-salles-et-materiels");
    expect(rooms("salles: {}\nmateriels: {}\n")).toBe(
      "not-applicable: There is none here: “Rooms”, “Equipment”.",
    );
    expect(rooms("salles: {}\n")).toMatch(/^to-write/);
    expect(rooms("salles:\nmateriels: {}\n")).toMatch(/^to-write/);
  });

  test("if people log in through an ENT, except those who log in to a Client with a password of PRONOTE", () => {
    const ent = (more: string) =>
      `ent: { actif: true, ${more}profils: { eleves: true, professeurs: true, responsables: false } }\n`;
    expect(stepIn(ent(""), "acces-eleves")).toBe(
      "not-applicable: Not needed, since the box “Students” (ENT, Audiences) is ticked.",
    );
    expect(stepIn(ent(""), "acces-responsables")).toMatch(/^to-write/);
    expect(stepIn(ent("reconnaissance: double-authentification, "), "acces-eleves")).toMatch(/^to-write/);
    expect(stepIn(ent(""), "acces-professeurs")).toMatch(/^to-write/);
    expect(stepIn(ent("clients: true, "), "acces-professeurs")).toMatch(/^not-applicable/);
  });

  test("if an Espace is not published: its review, its publication and its access", () => {
    const source = "espaces: { eleves: { publie: false } }\n";
    for (const slug of ["revue-espace-eleves", "publication-espace-eleves", "acces-eleves"]) {
      expect(stepIn(source, slug)).toBe(
        "not-applicable: Not needed, since the box “Published” (Espaces, Espace Élèves) is not ticked.",
      );
    }
  });

  test("if a user says so, in a base or in the establishment", () => {
    const line = "deroulement: { licences: { sans-objet: achetées par la région, par: c.durand } }\n";
    const said = "not-applicable: Set aside by c.durand: achetées par la région";
    expect(stepIn(line, "licences")).toBe(said);
    expect(
      stepIn(
        `#- etablissement.pronote.yaml\nherite-de: b.pronote.yaml\n#- b.pronote.yaml\n${line}`,
        "licences",
      ),
    ).toBe(said);
  });
});

describe("to write", () => {
  test("names the missing values and points to their section", () => {
    const source = `
rgpd:
  responsable-traitement: durand
`;
    expect(stepIn(source, "securite-physique-et-reprise")).toBe(
      "to-write: Still to be written: “Physical security” (Data protection (RGPD)), “Recovery” (Data protection (RGPD)).",
    );
    expect(placeIn(source, "securite-physique-et-reprise")).toBe("etablissement.pronote.yaml:1 rgpd");
  });

  test("points to the end of the marker if there is no such section", () => {
    const source = `
#- etablissement.pronote.yaml
hebergement: { mode: heberge }
#- licence.pronote.yaml
licence: { professeurs: 40 }
`;
    expect(placeIn(source, "rne-etablissement")).toBe("etablissement.pronote.yaml:2 ");
  });

  test("points to what the step is about, not to what else it covers", () => {
    const source = `
etablissement: { rne: 0759931M, annee-scolaire: 2026-2027 }
hebergement: { mode: non-heberge }
clients: { connexions: { Administration: serveur } }
personnels: { petit: { nom: PETIT } }
informations-connexion: { personnels: { envoi: { courrier: true } } }
`;
    expect(placeIn(source, "coordonnees-serveur-clients")).toBe("etablissement.pronote.yaml:3 connexions");
    expect(placeIn(source, "acces-personnels")).toBe("etablissement.pronote.yaml:5 envoi");
  });

  test("checks every class, and requires at least one", () => {
    expect(stepIn("classes: {}\n", "type-notation-classes")).toBe(
      "to-write: Still to be written: “Classes”.",
    );
    const source = `
niveaux: { 6e: { periodicite: trimestriel } }
classes:
  6A: { niveau: 6e }
  5A: { niveau: 5e }
  5B:
  4A: {}
  3A: {}
`;
    expect(stepIn(source, "type-notation-classes")).toBe(
      "to-write: Still to be written: “Kind of grading periods” (5A), “Kind of grading periods” (5B), “Kind of grading periods” (4A) and 1 more.",
    );
    expect(placeIn(source, "type-notation-classes")).toBe("etablissement.pronote.yaml:4 5A");
  });

  test("a removal and an unfinished value are not content; an empty list and an invalid value are", () => {
    const step = (value: string) => stepIn(`licence: { professeurs: ${value} }\n`, "licences").split(":")[0];
    expect(stepIn("personnels: { petit: ~ }\n", "classes-des-personnels")).toMatch(/^to-write/);
    expect(stepIn("licence: beaucoup\n", "licences")).toMatch(/^blocked-by-error/);
    expect(["~", "", "50", "beaucoup"].map(step)).toEqual([
      "to-write",
      "to-write",
      "to-do",
      "blocked-by-error",
    ]);
    expect(stepIn("referentiels: { Socle: { classes: [] } }\n", "classes-evaluees-referentiels")).toMatch(
      /^waiting/,
    );
  });
});

describe("blocked by an error", () => {
  const classes = `
professeurs: { martin: { nom: MARTIN } }
classes:
  6A: { periodicite: trimestriel, professeur-principal: martin }
  6B: { periodicite: trimestriel, professeur-principal: martim }
`;

  test("in a value that it covers, at that error", () => {
    expect(stepIn(classes, "professeurs-principaux")).toBe(
      "blocked-by-error: There is an error in what it covers. “martim” is not declared: there is no such name among the teachers. The nearest: “martin”.",
    );
    expect(placeIn(classes, "professeurs-principaux")).toBe("etablissement.pronote.yaml:4 martim");
  });

  test("but not by an error in a value next to it", () => {
    expect(itemIn(fixture(classes), "type-notation-classes").state).toBe("waiting");
  });

  test("in a niveau or a base from which a value is inherited", () => {
    const source = `
#- etablissement.pronote.yaml
herite-de: base.pronote.yaml
niveaux: { 6e: { periodicite: mensuel } }
classes: { 6A: { niveau: 6e } }
#- base.pronote.yaml
securite: { longueur-min: dix }
`;
    expect(placeIn(source, "type-notation-classes")).toBe("etablissement.pronote.yaml:2 mensuel");
    expect(placeIn(source, "regles-mot-de-passe")).toBe("base.pronote.yaml:1 dix");
  });

  test("in a part with a syntax error: its values are not treated as missing", () => {
    const source = `
classes:
  6A: { periodicite: trimestriel }
  6B: { periodicite: "trimestriel }
securite:
  longueur-min: 12
`;
    expect(itemIn(fixture(source), "type-notation-classes").state).toBe("blocked-by-error");
    expect(itemIn(fixture(source), "regles-mot-de-passe").state).toBe("waiting");
    const unread = "#- etablissement.pronote.yaml\nherite-de: b.pronote.yaml\n#- b.pronote.yaml\n\0\n";
    expect(placeIn(unread, "regles-mot-de-passe")).toBe("b.pronote.yaml:1 ");
  });

  test("if the names of a section cannot be read", () => {
    expect(stepIn("personnels: {\n", "classes-des-personnels")).toMatch(/^blocked-by-error/);
  });

  test("but not by a warning, nor by an error that is suppressed with a reason", () => {
    const slug = "services-notes-ou-competences";
    expect(stepIn("classes: { 6A: { periodicite: trimestriel, services: { FRANC: } } }\n", slug)).toMatch(
      /^waiting/,
    );
    const silenced = (reason: string) =>
      `securite:\n  # rentree-ignore unknown-value${reason}\n  renouvellement: parfois\n  longueur-min: 12\n`;
    expect(stepIn(silenced(": à voir avec la direction"), "regles-mot-de-passe")).toMatch(/^waiting/);
    expect(stepIn(silenced(""), "regles-mot-de-passe")).toMatch(/^blocked-by-error/);
  });

  test("in a text to which a covered value refers", () => {
    const source = `
etablissement: { nom: &nom nobody }
professeurs: { martin: { nom: MARTIN } }
classes:
  6A: { periodicite: trimestriel, professeur-principal: [martin, *nom] }
`;
    expect(placeIn(source, "professeurs-principaux")).toBe("etablissement.pronote.yaml:1 nobody");
  });

  test("of one of its rules, wherever it is", () => {
    const source = `
etablissement: { rne: 0759998A }
`;
    expect(placeIn(source, "rne-etablissement")).toBe("etablissement.pronote.yaml:1 0759998A");
  });
});
