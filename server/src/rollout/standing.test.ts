import { expect, test } from "vitest";
import { analysis } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { localizerFor } from "../base/localize.ts";
import { stepsOf } from "../checklist/steps.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Where the establishment of a fixture stands on 25 August 2026. */
function standing(source: string): Standing {
  const [snapshot] = fixture(source).workspace.snapshots;
  if (!snapshot) throw new Error("no establishment");
  return standingOf(
    snapshot,
    stepsOf(snapshot, analysis.establishmentFindings(snapshot)),
    localizerFor("en"),
  );
}

const slugs = (steps: readonly { readonly slug: string }[]) => steps.map(({ slug }) => slug);

test("a step is overdue from the day after its day on, as long as it is open", () => {
  const { overdue, assigned } = standing(`
deroulement:
  licences: { avant: 2026-08-24 }
  archive-de-juillet: { avant: 2026-08-25 }
  acces-console-hebergement: { avant: 2026-08-01, fait: 2026-07-30, annee: 2026-2027 }
`);
  expect(slugs(overdue)).toEqual(["licences"]);
  expect(slugs(assigned)).toEqual(["licences", "archive-de-juillet"]);
});

test("what comes next can be done now, what is due first before the others, and is three steps", () => {
  const { next, states } = standing(`
etablissement: { rne: 0759998K, nom: Collège, annee-scolaire: 2026-2027 }
hebergement: { mode: heberge }
deroulement: { licences: { avant: 2026-08-31, pour: a.petit } }
`);
  expect(next).toHaveLength(3);
  expect(next[0]).toMatchObject({ slug: "licences", pour: "a.petit", avant: "2026-08-31" });
  expect(next.map(({ state }) => state)).not.toContain("waiting");
  expect(states).toContain("waiting");
});

test("the first period's first day is known where a period is written", () => {
  expect(standing("etablissement: { nom: A }").start).toBeUndefined();
  const { start } = standing(
    "periodes: { trimestriel: { T2: { debut: 2026-12-01 }, T1: { debut: 2026-09-01, fin: 2026-11-30 } } }",
  );
  expect(start).toBe("2026-09-01");
});

test("rights are told as they hold, with what another profile gives, and how many people have it", () => {
  const { rights } = standing(`
profils-professeurs:
  Profil 1: { autorisations: { notes: { saisir-notes: true, saisir-devoirs: true } } }
  Remplaçants: { comme: Profil 1, autorisations: { notes: { saisir-devoirs: false }, eleves: { voir-tous: true } } }
professeurs:
  a: { nom: A, profil: Remplaçants }
  b: { nom: B }
  c: { nom: C }
`);
  expect(rights.map(({ title }) => title)).toEqual(["Teacher profiles"]);
  expect(rights[0]?.columns).toEqual([
    { name: "Profil 1", people: 2 },
    { name: "Remplaçants", people: 1 },
  ]);
  const rows = rights[0]?.rows.map(({ right, granted }) => [right, ...granted]);
  expect(rows?.slice(0, 2)).toEqual([
    ["Enter tests", true, false],
    ["Enter grades", true, true],
  ]);
  expect(rows?.slice(2).map(([, ...granted]) => granted)).toEqual([[null, true]]);
});

test("who answers for what: people by their names, and a line for what nobody answers for", () => {
  const { duties } = standing(`
rgpd: { responsable-traitement: durand }
personnels:
  durand: { nom: DURAND, prenom: Claude, fonction: Principal, mode-administratif: Administration, super-administrateur: true }
`);
  expect(duties.filter(({ people }) => people.length > 0)).toEqual([
    { duty: "Person answerable", people: ["DURAND Claude (Principal)"] },
    { duty: "Super-administrator", people: ["DURAND Claude (Principal)"] },
  ]);
  expect(duties).toContainEqual({ duty: "Data protection officer", people: [] });
});

test("nothing of it tells a secret or a personal datum", () => {
  const text = JSON.stringify(
    standing(`
etablissement: { nom: "mot de passe : Soleil-2026" }
deroulement: { licences: { pour: "né le 12/03/2014, INE 120890177HB" } }
profils-professeurs: { "mdp=Soleil-2026!": { autorisations: { notes: { saisir-notes: true } } } }
rgpd: { dpo: "mdp : Soleil-2026!" }
`),
  );
  expect(text).not.toMatch(/Soleil|120890177/);
});

test("of a line that holds a secret, nothing is told", () => {
  const { name, duties, rights, next } = standing(`
etablissement: { nom: Tilleuls, mdp: "mot de passe : Soleil-2026!" }
rgpd: { dpo: cachee, note: "mot de passe : Soleil-2026!" }
personnels:
  durand: { nom: DURAND, prenom: Claude, spr: true } # mot de passe : Soleil-2026!
profils-professeurs:
  Interdit: { autorisations: { notes: { saisir-notes: true } } } # mot de passe : Soleil-2026!
deroulement:
  licences: { avant: 2026-08-30, pour: petite } # mot de passe : Soleil-2026!
`);
  const text = JSON.stringify({ name, duties, rights, next });
  expect(text).not.toMatch(/Soleil|Tilleuls|cachee|DURAND|durand|Interdit|petite/);
});
