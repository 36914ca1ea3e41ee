/** The relations that `x-constraints` may name, by the lines of the schema that use them. */
import { describe, expect, test } from "vitest";
import { checkFix, checkRule, findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";

describe("effect-only", () => {
  const rule = { id: "setting-switched-off" };

  test("reports a setting whose switch is off, at its key", () => {
    checkRule(
      rule,
      `
demi-pension:
  decompte-automatique: false
  heure-decompte: "09:30"
# ^^^^^^^^^^^^^^ “heure-decompte” has no effect while “decompte-automatique” is “false”. What is set beside a switch that is off is never applied: the hour of the count serves only where meals are counted, the number of days only where passwords are renewed periodically.
`,
    );
  });

  test("is silent while the switch is on, unwritten, unfinished or misspelt, or nothing is set", () => {
    for (const text of [
      'demi-pension: { decompte-automatique: true, heure-decompte: "09:30" }\n',
      'demi-pension: { heure-decompte: "09:30" }\n',
      'demi-pension: { decompte-automatique: , heure-decompte: "09:30" }\n',
      'demi-pension: { decompte-automatique: fasle, heure-decompte: "09:30" }\n',
      "demi-pension: { decompte-automatique: false, heure-decompte: }\n",
      "demi-pension: { decompte-automatique: false }\n",
    ])
      checkRule(rule, text);
  });

  const heir = (name: string, counted: boolean) =>
    `#- ${name}/etablissement.pronote.yaml\nherite-de: ../base.pronote.yaml\ndemi-pension: { decompte-automatique: ${counted} }\n`;

  test("reports a base's setting only if no heir uses it", () => {
    const base = '#- base.pronote.yaml\ndemi-pension: { heure-decompte: "09:30" }\n';
    checkRule(rule, `${base}${heir("a", false)}${heir("b", true)}`);
    checkRule(
      rule,
      `${base}#               ^^^^^^^^^^^^^^ “heure-decompte” has no effect while “decompte-automatique” is “false”. What is set beside a switch that is off is never applied: the hour of the count serves only where meals are counted, the number of days only where passwords are renewed periodically. (2 of 2 establishments)
${heir("a", false)}${heir("b", false)}`,
    );
  });

  test("offers to remove the setting, or to switch it on", () => {
    const before = 'demi-pension: { decompte-automatique: false, heure-decompte: "09:30" }\n';
    checkFix(rule, before, "demi-pension: { decompte-automatique: false }\n");
    checkFix(rule, before, 'demi-pension: { decompte-automatique: true, heure-decompte: "09:30" }\n', 1);
  });

  test("reports a text that things share only if it has an effect in none of them", () => {
    const profiles = (own: string, other: string) =>
      `profils-professeurs:\n  Profil 1: { mode-enseignant: ${own}, espace-professeurs: false, mobile: false, autorisations: { notes: { saisir-devoirs: true } } }\n  Profil 2: { comme: Profil 1, mode-enseignant: ${other} }\n`;
    expect(idsIn(profiles("true", "false"))).toEqual([]);
    expect(idsIn(profiles("false", "true"))).toEqual([]);
    expect(idsIn(profiles("false", "false"))).toContain("profil-without-access");
    const classes = (own: string) =>
      `niveaux: { 6e: { services: { EPS: { coefficient: 2 } } } }\nclasses:\n  6E1: { niveau: 6e, periodicite: trimestriel, services: { EPS: { mode: ${own} } } }\n  6E2: { niveau: 6e, periodicite: trimestriel, services: { EPS: { mode: sans-notes } } }\n`;
    expect(idsIn(classes("avec-notes"))).toEqual([]);
    expect(idsIn(classes("sans-notes"))).toEqual(["average-setting-without-notes"]);
  });

  test("of several conditions in “any” one is enough, and an unwritten one is undecided", () => {
    const profile = (access: string) =>
      `profils-professeurs: { Profil 1: { ${access}, autorisations: { notes: { saisir-devoirs: true } } } }\n`;
    expect(idsIn(profile("mode-enseignant: false, espace-professeurs: false, mobile: false"))).toEqual([
      "profil-without-access",
    ]);
    expect(idsIn(profile("mode-enseignant: false, espace-professeurs: false, mobile: true"))).toEqual([]);
    expect(idsIn(profile("mode-enseignant: false, espace-professeurs: false"))).toEqual([]);
  });

  test("a condition on all things of a map is unknown while one of them is", () => {
    const school = (person: string) =>
      `espaces: { vie-scolaire: { publie: true } }\nprofesseurs: { martin: { profil: Profil 1 } }\npersonnels: { durand: { mode-administratif: CPE }, petit: ${person} }\n`;
    expect(idsIn(school("{ mode-administratif: CPE }"))).toEqual(["espace-vie-scolaire-without-user"]);
    expect(idsIn(school("{ mode-vie-scolaire: Profil 1 }"))).toEqual([]);
    expect(idsIn(school(""))).not.toContain("espace-vie-scolaire-without-user");
    expect(idsIn(school("[]"))).not.toContain("espace-vie-scolaire-without-user");
  });
});

describe("range", () => {
  const year = "etablissement: { rne: 0759998K, nom: Collège des Tilleuls, annee-scolaire: 2026-2027 }\n";
  const closing = (day: string) =>
    `${year}classes: { 6E1: { periodicite: trimestriel, cloture: { T1: { notes: ${day} } } } }\n`;

  test("compares days with days, and no other word", () => {
    expect(idsIn(closing("2027-12-04"))).toEqual(["date-outside-school-year"]);
    expect(idsIn(closing("immediate"))).toEqual([]);
  });

  test("compares with a value of the thing that another key names", () => {
    const meeting = (day: string, periode: string) =>
      `periodes: { trimestriel: { T2: { debut: 2026-11-30, fin: 2027-03-05 } } }\nrencontres: { sessions: { A: { date: ${day}, periode: ${periode} } } }\n`;
    expect(idsIn(meeting("2026-11-20", "T2"))).toEqual(["rencontre-before-periode"]);
    expect(idsIn(meeting("2026-11-30", "T2"))).toEqual([]);
    expect(idsIn(meeting("2026-11-20", "T3"))).toEqual([]);
  });
});

describe("count", () => {
  test("reports a map with too many entries, and counts no removed one", () => {
    const kind = (third: string) =>
      `periodes: { semestriel: { A: { debut: 2026-09-01, fin: 2026-11-27 }, B: { debut: 2026-11-30, fin: 2027-01-29 }, C: ${third} } }\n`;
    checkRule(
      { id: "too-many-periodes" },
      `${kind("{ debut: 2027-02-01, fin: 2027-07-02 }")}#           ^^^^^^^^^^ “semestriel” has 3 entries; there are 2 at most. A class is graded by three trimesters, two semesters or one continuous year: PRONOTE has no place for one more period.\n`,
    );
    expect(idsIn(kind("~"))).not.toContain("too-many-periodes");
  });

  test("counts the boxes that are ticked", () => {
    const regime = (code: string, lunches: string) =>
      `regimes: { R: { code: ${code}, repas-midi: ${lunches} } }\n`;
    expect(idsIn(regime("22", "{ lundi: true, mardi: true, jeudi: false }"))).toEqual([]);
    expect(idsIn(regime("22", "{ lundi: true, mardi: false, jeudi: false }"))).toEqual([
      "meals-against-regime-code",
    ]);
    expect(idsIn(regime("0", "{ lundi: true }"))).toEqual(["meals-against-regime-code"]);
    for (const text of [regime("0", "{}"), regime("2", "{ lundi: true }"), regime("31", "{ lundi: true }")])
      expect(idsIn(text)).toEqual([]);
    expect(idsIn("regimes: { R: { code: 1, repas-soir: { lundi: true } } }\n")).toEqual([
      "meals-against-regime-code",
    ]);
  });
});

describe("names", () => {
  test("reports things of an unwanted sort, and the name itself where the path is empty", () => {
    const framework = (classes: string) =>
      `classes: { 5E1: { niveau: 5e, periodicite: trimestriel }, 6E1: { niveau: 6e, periodicite: trimestriel } }\nreferentiels: { Cycle 3: { cycle: 3, classes: ${classes} } }\n`;
    expect(idsIn(framework("[5E1]"))).toEqual(["referentiel-of-another-cycle"]);
    expect(idsIn(framework("[5e]"))).toEqual(["referentiel-of-another-cycle"]);
    expect(idsIn(framework("[6E1, 6e]"))).toEqual([]);
  });
});

describe("selects", () => {
  const meeting = (classes: string, chosen: string) =>
    `niveaux: { 2de: {}, 1re: {}, 1re G: { comme: 1re } }\nclasses: { ${classes} }\nrencontres: { sessions: { A: { classes: ${chosen} } } }\n`;

  test("reports a niveau that no class has", () => {
    expect(idsIn(meeting("2A: { niveau: 2de, periodicite: semestriel }", "[1re]"))).toEqual([
      "selection-without-classe",
    ]);
    expect(idsIn(meeting("2A: { niveau: 2de, periodicite: semestriel }", "[2de, toutes, 2A]"))).toEqual([]);
  });

  test("is silent about what is unknown, or may be selected through another niveau", () => {
    const some = "2A: { niveau: 2de, periodicite: semestriel }";
    expect(idsIn(meeting(some, "[5 e]"))).toEqual(["unknown-reference"]);
    expect(idsIn(meeting("2A: { periodicite: semestriel }", "[1re]"))).toEqual([]);
    expect(idsIn(meeting(`${some}, 1A: { niveau: 1re G, periodicite: semestriel }`, "[1re]"))).toEqual([]);
    expect(idsIn(meeting(`${some}, 1A: { niveau: [] }`, "[1re]"))).not.toContain("selection-without-classe");
    expect(idsIn(meeting(`${some}, 1A: `, "[1re]"))).not.toContain("selection-without-classe");
    expect(idsIn("rencontres: { sessions: { A: { classes: [1re] } } }\n")).toEqual([]);
  });

  test("is silent about a base, which lists what some of its heirs have", () => {
    const base = "#- base.pronote.yaml\nreferentiels: { A: { classes: [2de, 1re] } }\n";
    const heir = `#- a/etablissement.pronote.yaml\nherite-de: ../base.pronote.yaml\nclasses: { 2A: { niveau: 2de, periodicite: semestriel } }\n`;
    expect(idsIn(base + heir)).toEqual([]);
  });
});

function idsIn(text: string): readonly string[] {
  return findingsIn(fixture(text)).map(({ id }) => id);
}
