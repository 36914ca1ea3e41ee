import { expect, test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { periodeOfAnotherPeriodicite } from "./periode-of-another-periodicite.ts";

const PERIODES = `
periodes:
  trimestriel:
    Trimestre 1: { debut: 2026-09-01, fin: 2026-11-27 }
    Trimestre 2: { debut: 2026-11-30, fin: 2027-03-05 }
  semestriel: { Semestre 1: { debut: 2026-09-01, fin: 2027-01-29 } }`;

test("reports a semester in a class with trimesters, as a value and as a key", () => {
  checkRule(
    periodeOfAnotherPeriodicite,
    `${PERIODES}
classes:
  6A:
    periodicite: trimestriel
    cloture: { Semestre 1: { notes: immediate } }
    #          ^^^^^^^^^^ “Semestre 1” is not a period of “6A”, which is graded by “trimestriel” (“Trimestre 1, Trimestre 2”).
    services:
      FRANC: { periode: Semestre 1, coefficient-par-periode: { Trimestre 2: 3 } }
      #                 ^^^^^^^^^^ “Semestre 1” is not a period of “6A”, which is graded by “trimestriel” (“Trimestre 1, Trimestre 2”).
`,
  );
});

test("is reported on the niveau that writes it, once for all its classes, and on a group", () => {
  checkRule(
    periodeOfAnotherPeriodicite,
    `${PERIODES}
niveaux:
  6e:
    periodicite: trimestriel
    services:
      EPS:
        periode: Semestre 1
        #        ^^^^^^^^^^ “Semestre 1” is not a period of “6A”, which is graded by “trimestriel” (“Trimestre 1, Trimestre 2”). (2 times)
classes: { 6A: { niveau: 6e }, 6B: { niveau: 6e }, 6C: { niveau: 6e, periodicite: semestriel } }
groupes-eleves:
  LATIN: { classes: [6A, 6B], services: { LATIN: { periode: Semestre 1 } } }
  #                                                         ^^^^^^^^^^ “Semestre 1” is not a period of “LATIN”, which is graded by “trimestriel” (“Trimestre 1, Trimestre 2”).
`,
  );
});

test("reports the period of a meeting whose classes all have another kind", () => {
  checkRule(
    periodeOfAnotherPeriodicite,
    `${PERIODES}
classes: { 6A: { niveau: 6e, periodicite: trimestriel }, 2A: { periodicite: semestriel }, 2B: {} }
rencontres:
  sessions:
    Novembre: { classes: [6e], periode: Semestre 1 }
    #                                   ^^^^^^^^^^ “Semestre 1” is not a period of “Novembre”, which is graded by “trimestriel” (“Trimestre 1, Trimestre 2”).
    Janvier: { classes: [2A], periode: Semestre 1 }
    Mars: { classes: toutes, periode: Semestre 1 }
    Avril: { classes: [6A, 2B], periode: Semestre 1 }
    Mai: { classes: [], periode: Semestre 1 }
    Juin: { periode: Semestre 1 }
`,
  );
});

test("is silent where the periods or the kind are not written, and on what is no period at all", () => {
  checkRule(
    periodeOfAnotherPeriodicite,
    `
classes:
  6A: { periodicite: trimestriel, services: { FRANC: { periode: Semestre 1 } } }
`,
  );
  checkRule(
    periodeOfAnotherPeriodicite,
    `${PERIODES}
  annee-continue: { Année: { debut: 2026-09-01, fin: 2027-07-02 } }
classes:
  6A: { services: { FRANC: { periode: Semestre 1 } } }
  6B: { periodicite: trimestriel, services: { FRANC: { periode: Quadrimestre } } }
`,
  );
});

test("offers the period of the same rank", () => {
  checkFix(
    periodeOfAnotherPeriodicite,
    `${PERIODES}
classes: { 6A: { periodicite: trimestriel, services: { FRANC: { periode: Semestre 1 } } } }
`,
    `${PERIODES}
classes: { 6A: { periodicite: trimestriel, services: { FRANC: { periode: Trimestre 1 } } } }
`,
  );
});

test("offers the nearest name", () => {
  checkFix(
    periodeOfAnotherPeriodicite,
    `
periodes: { trimestriel: { Trimestre 1: {}, Trimestre 2: {} } }
classes: { 6A: { periodicite: trimestriel, services: { FRANC: { periode: trimestre-2 } } } }
`,
    `
periodes: { trimestriel: { Trimestre 1: {}, Trimestre 2: {} } }
classes: { 6A: { periodicite: trimestriel, services: { FRANC: { periode: Trimestre 2 } } } }
`,
  );
});

test("offers the name of the same rank if two are equally near", () => {
  const source = (periode: string) => `
periodes: { trimestriel: { Période 1: {}, Période 2: {} }, semestriel: { Période A: {}, Période B: {} } }
classes: { 6A: { periodicite: trimestriel, services: { FRANC: { periode: ${periode} } } } }
`;
  checkFix(periodeOfAnotherPeriodicite, source("Période B"), source("Période 2"));
});

test("offers nothing where no period corresponds, or where it is there already", () => {
  const periodes = "periodes: { trimestriel: { T1: {} }, semestriel: { Automne: {}, Printemps: {} } }";
  for (const cloture of ["{ Printemps: {} }", "{ Automne: {}, T1: {} }"]) {
    const source = `${periodes}\nclasses: { 6A: { periodicite: trimestriel, cloture: ${cloture} } }\n`;
    expect(() => checkFix(periodeOfAnotherPeriodicite, source, source)).toThrow("offers no fix");
  }
});
