import { expect, test } from "vitest";
import { analysis } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { localizerFor } from "../base/localize.ts";
import { changesIn } from "../cli/plan-formats/plan-report.ts";
import { review } from "../features/plan.ts";
import { formerSettings } from "./changes.ts";

const localize = localizerFor("en");
const HEAD = "etablissement: { rne: 0759998K, nom: Collège, type: college, annee-scolaire: 2026-2027 }\n";

function reviewOf(before: string, after: string) {
  const former = formerSettings(fixture(HEAD + before).context.snapshot);
  const { snapshot } = fixture(HEAD + after).context;
  return review(snapshot, former, { analysis, language: "fr", uri: (uri) => uri });
}

/** What changed, one line each: the screen, the setting, both values. */
function changes(before: string, after: string): readonly string[] {
  const { plan } = reviewOf(before, after);
  return changesIn(plan, localize).map(
    ({ screen, what, before, after }) => `${screen.path ?? screen.pathNote}: ${what}: ${before} → ${after}`,
  );
}

/** Who gains (+) or loses (-) which rights. */
function people(before: string, after: string): readonly string[] {
  return reviewOf(before, after).rights.people.map(({ people, gains, loses }) =>
    [
      people.map(localize).join(", "),
      ...gains.map((right) => `+ ${localize(right)}`),
      ...loses.map((right) => `- ${localize(right)}`),
    ].join("; "),
  );
}

const SERVICES = "Ressources > Classes > Services par classe";

test("a value that changed stands with both values", () => {
  expect(
    changes(
      "classes: { 6A: { services: { FRANC: { coefficient: 2 } } } }",
      "classes: { 6A: { services: { FRANC: { coefficient: 3 } } } }",
    ),
  ).toEqual([`${SERVICES}: 6A > FRANC > Coefficient standard: 2 → 3`]);
});

test("another way to write the same is no change", () => {
  expect(
    changes(
      "classes: { 6A: { niveau: 6e, services: { FRANC: { coefficient: 2, professeurs: [a, b] } } } }",
      "niveaux: { 6e: { services: { FRANC: { coefficient: 2.0 } } } }\nclasses:\n  6A: { niveau: 6e, services: { FRANC: [b, a] } }",
    ),
  ).toEqual([]);
});

test("where nothing is written, PRONOTE's default holds", () => {
  const [two, none] = [
    "classes: { 6A: { services: { FRANC: { coefficient: 2 } } } }",
    "classes: { 6A: { services: { FRANC: {} } } }",
  ];
  expect(changes(two, none)).toEqual([`${SERVICES}: 6A > FRANC > Coefficient standard: 2 → 1`]);
  expect(changes(none, two)).toEqual([`${SERVICES}: 6A > FRANC > Coefficient standard: 1 → 2`]);
});

test("a thing that comes or goes is told, and one line says that it is gone", () => {
  const list = "Ressources > Classes > Liste";
  const [one, two] = [
    "classes: { 6A: { niveau: 6e } }",
    "classes: { 6A: { niveau: 6e }, 6B: { niveau: 6e } }",
  ];
  expect(changes(two, one)).toEqual([`${list}: Classes > 6B:  → removed`]);
  expect(changes(one, two)).toEqual([
    `${list}: Classes > 6B:  → new`,
    `${list}: Classes > 6B > Niveau:  → 6e`,
  ]);
});

test("what is decided is told too, and is entered nowhere", () => {
  expect(changes("rgpd: { fiche-registre: A-1 }", "rgpd: { fiche-registre: A-2 }")).toEqual([
    "Ne se saisit pas dans PRONOTE\u00a0: l'écrire, c'est le décider.: Fiche registre: A-1 → A-2",
  ]);
});

test("private text of the former revision is not shown", () => {
  const told = changes(
    "personnels: { petit: { fonction: 1234567890A } }",
    "personnels: { grand: { fonction: CPE } }",
  );
  expect(told.join("\n")).toContain("grand");
  expect(told.join("\n")).not.toMatch(/petit|1234567890A/);
});

const PROFILES = (right: string) =>
  `profils-professeurs: { Profil 1: { autorisations: { notes: { ${right} } } }, Profil 2: { autorisations: { notes: { saisir-notes: true } } } }\n`;
const TEACHERS =
  "professeurs: { martin: { nom: MARTIN, prenom: Alice }, roux: { nom: ROUX, profil: Profil 2 }, blot: { nom: BLOT } }\n";

test("who has a profile that changes gains or loses its rights", () => {
  expect(
    people(PROFILES("saisir-devoirs: true") + TEACHERS, PROFILES("saisir-notes: true") + TEACHERS),
  ).toEqual([
    "MARTIN Alice, BLOT; + Notes > Saisir des notes (Grades > Enter grades); - Notes > Saisir des devoirs (Grades > Enter tests)",
  ]);
});

test("who gets another profile gains or loses by that", () => {
  const profiles = PROFILES("saisir-devoirs: true");
  expect(
    people(profiles + TEACHERS, profiles + TEACHERS.replace("profil: Profil 2", "profil: Profil 1")),
  ).toEqual([
    "ROUX; + Notes > Saisir des devoirs (Grades > Enter tests); - Notes > Saisir des notes (Grades > Enter grades)",
  ]);
});

test("a right that somebody keeps by the other mode is not lost", () => {
  const staff = "personnels: { cpe: { nom: CPE, mode-vie-scolaire: A } }\n";
  const profile = (box: string) =>
    `profils-personnels: { A: { autorisations: { communication: { ${box} } } }, B: { autorisations: { communication: { envoyer-sms: true } } } }\n`;
  expect(
    people(
      profile("envoyer-sms: true") + staff,
      profile("consulter-menus: true") + staff.replace(": A", ": B"),
    ),
  ).toEqual([]);
  expect(people(profile("envoyer-sms: true") + staff, profile("envoyer-sms: false") + staff)).toEqual([
    "CPE; - Communication > Envoyer des SMS (Communication > Send SMS)",
  ]);
});

test("the rights of a profile stand with what they were", () => {
  const { rights } = reviewOf(PROFILES("saisir-devoirs: true"), PROFILES("saisir-devoirs: false"));
  expect(rights.profiles).toEqual([
    { name: "Profil 1", rights: [{ label: expect.anything(), before: true, after: false }] },
  ]);
});
