import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { classeUnlikeItsNiveau } from "./classe-unlike-its-niveau.ts";

test("reports a class that lacks what all others have, or has it switched off", () => {
  checkRule(
    classeUnlikeItsNiveau,
    `
niveaux: { 5e: { services: { FRANC: {}, EPS: {} } } }
classes:
  6A: { niveau: 6e, services: { FRANC: {}, A-PLA: {} } }
  6B: { niveau: 6e, services: { FRANC: {}, ARTS: { matiere: A-PLA } } }
  6C: { niveau: 6e, services: { FRANC: {} } }
# ^^ “6C” has no active service for A-PLA, unlike all other classes of “6e”.
  5A: { niveau: 5e }
  5B: { niveau: 5e }
  5C: { niveau: 5e, services: { EPS: { actif: false } } }
# ^^ “5C” has no active service for EPS, unlike all other classes of “5e”.
`,
  );
});

test("is silent on two classes, on groups that bring it, on special classes and on classes without services", () => {
  checkRule(
    classeUnlikeItsNiveau,
    `
classes:
  4A: { niveau: 4e, services: { FRANC: {}, EPS: {} } }
  4B: { niveau: 4e, services: { FRANC: {} } }
  6A: { niveau: 6e, services: { FRANC: {}, EPS: {} } }
  6B: { niveau: 6e, services: { FRANC: {}, EPS: {} } }
  6C: { niveau: 6e, services: { FRANC: {} } }
  6D: { niveau: 6e }
  3A: { niveau: 3e, services: { FRANC: {}, EPS: {} } }
  3B: { niveau: 3e, services: { FRANC: {}, EPS: {} } }
  3C: { comme: 3A, services: { EPS: ~ } }
  6E: { niveau: 6e, services: {} }
  5A: { niveau: 5e, services: { FRANC: {}, EPS: {}, A: {} } }
  5B: { niveau: 5e, services: { FRANC: {}, EPS: {}, A: {} } }
  5S: { niveau: 5e, services: { ATELIER: {} } }
groupes-eleves: { G: { classes: 6C, services: { EPS: {} } } }
`,
  );
});

test("is silent on another track and on other specialities of the same niveau", () => {
  checkRule(
    classeUnlikeItsNiveau,
    `
classes:
  TG1: { niveau: Tle, services: { PHILO: {}, EPS: {}, ES-SC: {} } }
  TG2: { niveau: Tle, services: { PHILO: {}, EPS: {}, ES-SC: {} } }
  TG3: { niveau: Tle, services: { PHILO: {}, EPS: {}, ES-SC: {} } }
  TSTMG: { niveau: Tle, services: { PHILO: {}, EPS: {}, MSDGN: {}, DREC: {} } }
  1G1: { niveau: 1re, services: { EPS: {}, MATHS: {}, PH-CH: {} } }
  1G2: { niveau: 1re, services: { EPS: {}, MATHS: {}, SES: {} } }
  1G3: { niveau: 1re, services: { EPS: {}, SES: {}, PH-CH: {} } }
`,
  );
});

test("reports a class that lacks what all have, where some have more", () => {
  checkRule(
    classeUnlikeItsNiveau,
    `
classes:
  6A: { niveau: 6e, services: { FRANC: {}, EPS: {}, LATIN: {} } }
  6B: { niveau: 6e, services: { FRANC: {}, EPS: {} } }
  6D: { niveau: 6e, services: { FRANC: {}, EPS: {} } }
  6C: { niveau: 6e, services: { FRANC: {}, LATIN: {} } }
# ^^ “6C” has no active service for EPS, unlike all other classes of “6e”.
`,
  );
});

test("is silent where a service cannot be understood", () => {
  checkRule(
    classeUnlikeItsNiveau,
    `
classes:
  6A: { niveau: 6e, services: { FRANC: {}, EPS: {} } }
  6B: { niveau: 6e, services: { FRANC: {}, EPS: {} } }
  6C: { niveau: 6e, services: { FRANC: {}, SPORT: { matiere: [EPS] } } }
`,
  );
  checkRule(
    classeUnlikeItsNiveau,
    `
classes:
  6A: { niveau: 6e, services: { FRANC: {}, EPS: {} } }
  6B: { niveau: 6e, services: { FRANC: {}, EPS: {} } }
  6C:
    niveau: 6e
    services:
      FRANC: {}
      EPS: "
`,
  );
});
