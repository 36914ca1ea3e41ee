import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { competenceServiceWithoutReferentiel } from "./competence-service-without-referentiel.ts";

test("reports a class that no framework evaluates, once", () => {
  checkRule(
    competenceServiceWithoutReferentiel,
    `
referentiels: { Socle: { classes: [6B] } }
classes:
  6A:
    services:
      EMC: { mode: sans-notes }
      #            ^^^^^^^^^^ “EMC” has no grades, and no framework evaluates “6A”, unlike other classes of its niveau: only appreciations can be entered.
      EPS: { mode: sans-notes }
  6B: { services: { EMC: { mode: sans-notes } } }
`,
  );
});

test("reports what comes from a niveau on the niveau, and a group none of whose classes is evaluated", () => {
  checkRule(
    competenceServiceWithoutReferentiel,
    `
referentiels: { Socle: { classes: [5e, 6C] } }
niveaux:
  6e:
    services:
      EMC: { mode: sans-notes }
      #            ^^^^^^^^^^ “EMC” has no grades, and no framework evaluates “6A”, unlike other classes of its niveau: only appreciations can be entered. (2 times)
classes: { 6A: { niveau: 6e }, 6B: { niveau: 6e }, 6C: { niveau: 6e, services: ~ }, 5A: { niveau: 5e, services: { EMC: { mode: sans-notes } } } }
groupes-eleves:
  G1: { classes: 6A, services: { CIN: { mode: sans-notes } } }
  #                                           ^^^^^^^^^^ “CIN” has no grades, and no framework evaluates “G1”, unlike other classes of its niveau: only appreciations can be entered.
  G2: { classes: [6A, 5A], services: { CIN: { mode: sans-notes } } }
`,
  );
});

test("is silent where no class of the niveau is evaluated: its services may have appreciations only", () => {
  checkRule(
    competenceServiceWithoutReferentiel,
    `
referentiels: { CAP: { classes: 1CAP } }
classes:
  1CAP: { niveau: 1re CAP, services: { EMC: { mode: sans-notes } } }
  2GT1: { niveau: 2de, services: { AP: { mode: sans-notes } } }
  2GT2: { niveau: 2de, services: { AP: { mode: sans-notes } } }
groupes-eleves: { AP1: { classes: 2de, services: { AP: { mode: sans-notes } } } }
`,
  );
});

test("is silent on a group whose classes are not known", () => {
  checkRule(
    competenceServiceWithoutReferentiel,
    `
referentiels: { Socle: { classes: 6B } }
classes: { 6B: { niveau: 6e } }
groupes-eleves: { G: { services: { EMC: { mode: sans-notes } } }, H: { classes: 5e, services: { EMC: { mode: sans-notes } } } }
`,
  );
});

test("is silent while a framework is still being written", () => {
  checkRule(
    competenceServiceWithoutReferentiel,
    `
referentiels: { Socle: { classes: 6B }, Numérique: }
classes: { 6A: { services: { EMC: { mode: sans-notes } } }, 6B: { niveau: 6e } }
`,
  );
});

test("is silent without frameworks, before they say their classes, and on what is inactive or graded", () => {
  checkRule(
    competenceServiceWithoutReferentiel,
    `
classes: { 6A: { services: { EMC: { mode: sans-notes } } } }
`,
  );
  checkRule(
    competenceServiceWithoutReferentiel,
    `
referentiels: { Socle: { classes: 6B }, Numérique: { type: competences-numeriques } }
classes: { 6A: { services: { EMC: { mode: sans-notes } } }, 6B: { niveau: 6e } }
`,
  );
  checkRule(
    competenceServiceWithoutReferentiel,
    `
referentiels: { Socle: { classes: 6B } }
classes: { 6A: { services: { EMC: { mode: sans-notes, actif: false }, EPS: { mode: avec-notes } } }, 6B: { niveau: 6e } }
`,
  );
});
