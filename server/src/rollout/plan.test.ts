import { expect, test } from "vitest";
import { analysis } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";
import type { Language } from "../base/message.ts";
import { fingerprintOf } from "../checklist/fingerprint.ts";
import { plan } from "../features/plan.ts";
import type { EstablishmentPlan, PlanScreen, PlanStep } from "../features/plan-protocol.ts";
import { establishmentOf } from "../model/establishment.ts";
import { itemBySlug } from "../schema/checklist.ts";

const HEAD = `etablissement: { rne: 0759998K, nom: Collège, type: college, annee-scolaire: 2026-2027 }
hebergement: { mode: heberge }
`;

function planFor(source: string, language: Language = "fr"): EstablishmentPlan {
  const { context } = fixture(source);
  return plan(context.snapshot, { analysis, language, uri: (uri) => uri });
}

function stepIn({ steps }: EstablishmentPlan, slug: string): PlanStep | undefined {
  return steps.find(({ item }) => item.slug === slug);
}

/** A screen as lines: its path, its values, its tables. */
function lines({ path, pathNote, title, values, tables }: PlanScreen): readonly string[] {
  return [
    path ?? `${title}: ${pathNote}`,
    ...values.map(({ label, value, from }) => `${label}: ${value}${from ? ` [${plainSpaces(from)}]` : ""}`),
    ...tables.flatMap(({ title, columns, rows }) => [
      `${title}: ${columns.join(" | ")}`,
      ...rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)].join(" | ")),
    ]),
  ];
}

function plainSpaces(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

function linesOf(source: string, slug: string, language: Language = "fr"): readonly string[] | undefined {
  return stepIn(planFor(source, language), slug)?.screens.flatMap(lines);
}

/** A tick with the fingerprint of the values as they are. */
function tick(source: string, slug: string): string {
  const item = itemBySlug.get(slug);
  if (!item) throw new Error(`no item ${slug}`);
  const prints = fingerprintOf(item, establishmentOf(fixture(source).context.snapshot).value);
  const empreinte = [...prints].map(([key, hash]) => `"${key}": "${hash}"`).join(", ");
  return `deroulement: { ${slug}: { fait: 2026-08-24, annee: 2026-2027, empreinte: { ${empreinte} } } }\n`;
}

const SCHOOL = `${HEAD}periodes: { trimestriel: { Trimestre 1: { debut: 2026-09-01, fin: 2026-11-27 } } }
matieres: { FRANC: { libelle: Français }, EPS: { libelle: Sport } }
professeurs: { martin: { nom: MARTIN, prenom: Alice } }
niveaux: { 6e: { periodicite: trimestriel, services: { FRANC: { coefficient: 2 } } } }
classes:
  6A: { niveau: 6e, professeur-principal: martin, services: { FRANC: martin, EPS: { professeurs: martin, mode: sans-notes } } }
  6B: { niveau: 6e, services: { FRANC: martin } }
`;

test("the values of a step stand on PRONOTE's screens, in its words", () => {
  expect(linesOf(SCHOOL, "rne-etablissement")).toEqual([
    "Paramètres > ÉTABLISSEMENT > Identité",
    "Numéro RNE: 0759998K",
    "Nom: Collège",
    "Type d'établissement: Collège",
  ]);
  expect(linesOf(SCHOOL, "rne-etablissement", "en")?.[1]).toBe("Numéro RNE (RNE number): 0759998K");
});

test("things are rows; what a niveau says stands in its classes; defaults are left out", () => {
  expect(linesOf(SCHOOL, "type-notation-classes")).toEqual([
    "Ressources > Classes > Liste",
    "Classes: Classe | Notation | Niveau",
    "6A | Trimestriel | 6e",
    "6B | Trimestriel | 6e",
  ]);
  expect(linesOf(SCHOOL, "services-notes-ou-competences")).toEqual([
    "Ressources > Classes > Services par classe",
    "6A: Service | Mode | Coefficient standard",
    "FRANC (Français) |  | 2",
    "EPS (Sport) | Sans notes | ",
    "6B: Service | Coefficient standard",
    "FRANC (Français) | 2",
  ]);
});

test("an inherited value says what it comes from, and where it is written", () => {
  const screens = stepIn(planFor(SCHOOL), "services-notes-ou-competences")?.screens;
  const cell = screens?.[0]?.tables[1]?.rows[0]?.cells[0];
  expect(plainSpaces(cell?.from ?? "")).toBe("du niveau « 6e »");
  expect(cell?.place?.range.start.line).toBe(5);
});

test("things that hold the same share a table", () => {
  const same = SCHOOL.replace("6B: { niveau: 6e, services: { FRANC: martin } }", "6B: { comme: 6A }");
  expect(linesOf(same, "professeurs-des-services")).toEqual([
    "Ressources > Classes > Services par classe",
    "6A, 6B: Service | Professeurs",
    "FRANC (Français) | MARTIN Alice",
    "EPS (Sport) | MARTIN Alice",
  ]);
});

test("what follows is computed", () => {
  const source = `${HEAD}clients: { connexions: { Administration: serveur } }\n`;
  expect(linesOf(source, "coordonnees-serveur-clients")).toEqual([
    "fenêtre de connexion du Client",
    "Connexions: Connexion | Se connecte à | Adresse de la machine | Port TCP",
    "Administration | Serveur PRONOTE | 0759998K.index-education.net | 49300",
    "Serveur PRONOTE",
    "Serveur PRONOTE > Adresse de publication: 0759998K.index-education.net [découle de : en mode hébergé : le RNE suivi de .index-education.net]",
    "Serveur PRONOTE > Port de publication: 49300 [découle de : en mode hébergé : 49300]",
  ]);
});

test("what a value follows from is said with titles, in quotes", () => {
  expect(linesOf(`${HEAD}clients: { connexions: {} }\n`, "installation-clients")?.join("\n")).toContain(
    "[découle de : « Version de PRONOTE », sinon la première année de « Année scolaire »]",
  );
});

test("a thing with many values has a table of its own", () => {
  const rights = ["saisir-devoirs", "saisir-notes", "modifier-coefficient-general", "creer-sous-services"];
  const more = ["saisir-evaluations", "saisir-items", "valider-competences", "creer-modifier-grilles"];
  const boxes = (list: readonly string[]) => list.map((one) => `${one}: true`).join(", ");
  const source = `${HEAD}profils-professeurs:\n  Profil 1: { autorisations: { notes: { ${boxes(rights)} }, competences: { ${boxes(more)} } } }\n  Vide: {}\n`;
  const shown = linesOf(source, "revue-profils-professeurs") ?? [];
  expect(shown.slice(0, 4)).toEqual([
    "Ressources > Professeurs > Profils d'autorisations",
    "Profil 1: Réglage | Valeur",
    "Notes > Saisir des devoirs | coché",
    "Notes > Saisir des notes | coché",
  ]);
  expect(shown.slice(-2)).toEqual(["Profils des professeurs: Profil de professeurs", "Vide"]);
});

test("of a secret the variable is named; private text is not shown, nor what stands beside it", () => {
  const source = `etablissement: { rne: 0759998K, nom: Lycée }
hebergement: { mode: non-heberge }
communication:
  e-mails:
    delegation-serveur: true
    smtp: { hote: smtp.exemple.fr, mot-de-passe: { env: PRONOTE_SMTP } }
personnels:
  petit: { nom: PETIT, fonction: 1234567890A }
  grand: { nom: GRAND, fonction: CPE }
classes: { 6A: { professeur-principal: petit } }
`;
  const { steps, rest } = planFor(source);
  const text = JSON.stringify([steps.map(({ screens }) => screens), rest]);
  expect(text).toContain("secret, dans la variable PRONOTE_SMTP");
  expect(text).toContain("GRAND");
  expect(text).not.toMatch(/1234567890A|petit|PETIT/);
  const secret = stepIn(planFor(source), "envoi-e-mails")?.screens.flatMap(({ values }) => values);
  expect(secret?.find(({ value }) => value.includes("PRONOTE_SMTP"))?.copy).toBeUndefined();
});

test("a value can be copied as it is typed; a box, or a choice, cannot", () => {
  const values = stepIn(planFor(SCHOOL), "rne-etablissement")?.screens[0]?.values;
  expect(values?.map(({ copy }) => copy)).toEqual(["0759998K", "Collège", undefined]);
  expect(linesOf(SCHOOL, "dates-periodes")).toContain("Trimestre 1 | 01/09/2026 | 27/11/2026");
});

test("what is ticked is not left; where values changed since, only these are", () => {
  const slug = "services-notes-ou-competences";
  const ticked = `${SCHOOL}${tick(SCHOOL, slug)}`;
  expect(stepIn(planFor(ticked), slug)).toBeUndefined();
  const step = stepIn(planFor(ticked.replace("coefficient: 2", "coefficient: 3")), slug);
  expect(step?.item.state).toBe("to-redo");
  expect(step?.onlyChanges).toBe(true);
  const one = planFor(
    ticked.replace(
      "6B: { niveau: 6e, services: { FRANC: martin",
      "6B: { niveau: 6e, services: { FRANC: { professeurs: martin, bonus: true }",
    ),
  );
  expect(stepIn(one, slug)?.screens.flatMap(lines)).toEqual([
    "Ressources > Classes > Services par classe",
    "6B: Service | Coefficient standard | Bonus",
    "FRANC (Français) | 2 | coché",
  ]);
});

test("in another school year all is to be gone through again", () => {
  const slug = "services-notes-ou-competences";
  const ticked = `${SCHOOL}${tick(SCHOOL, slug)}`.replace("annee: 2026-2027, emp", "annee: 2025-2026, emp");
  const step = stepIn(planFor(ticked), slug);
  expect(step?.onlyChanges).toBe(false);
  expect(step?.screens.flatMap(lines)).toEqual(linesOf(SCHOOL, slug));
});

test("a value that two steps cover is entered with one, which the other names", () => {
  const source = `${SCHOOL}profils-professeurs: { Profil 1: { autorisations: { notes: { saisir-devoirs: true } } } }\n`;
  expect(linesOf(source, "droits-devoirs-et-evaluations")).toEqual([]);
  const step = stepIn(planFor(source), "droits-devoirs-et-evaluations");
  expect(step?.enteredWith.map(({ slug }) => slug)).toEqual(["revue-profils-professeurs"]);
});

test("what waits says for what; what does not apply is not there", () => {
  const step = stepIn(planFor(SCHOOL), "professeurs-des-services");
  expect(step?.item.state).toBe("waiting");
  expect(step?.waitsFor.map(({ slug }) => slug)).toContain("services-actifs");
  expect(stepIn(planFor(SCHOOL), "installation-pronote-net")).toBeUndefined();
});

test("of what is blocked by an error nothing is to be entered, and nothing of a decision", () => {
  const wrong = SCHOOL.replace("0759998K", "0759998A");
  const step = stepIn(planFor(wrong), "rne-etablissement");
  expect(step?.item.state).toBe("blocked-by-error");
  expect(step?.screens).toEqual([]);
  const decided = planFor(`${SCHOOL}rgpd: { responsable-traitement: principal }\n`);
  expect(stepIn(decided, "securite-physique-et-reprise")?.screens).toEqual([]);
  expect(JSON.stringify(decided.rest)).not.toContain("responsable");
});

test("a setting of no step stands at the end", () => {
  const { rest } = planFor(
    `${SCHOOL.replace("mode: heberge", "mode: heberge, bascule: { date: 2026-10-01 }")}`,
  );
  expect(rest.flatMap(lines)).toEqual([
    "Hébergement: Sa place dans les menus de PRONOTE n'est pas connue.",
    expect.stringContaining("01/10/2026"),
  ]);
});

test("a step gives its reason where the state alone does not say it", () => {
  const reasonOf = (source: string, slug: string) => stepIn(planFor(source, "en"), slug)?.reason;
  expect(reasonOf(SCHOOL, "rne-etablissement")).toBeUndefined();
  expect(reasonOf(`${SCHOOL}deroulement: { rne-etablissement: oui }\n`, "rne-etablissement")).toMatch(
    /What “deroulement” says of it does not count/,
  );
  expect(reasonOf(SCHOOL, "licences")).toMatch(/^Still to be written: /);
});

test("of a value that changed since its step was done, the former one is told where it is known", () => {
  const then = `${SCHOOL}securite: { longueur-min: 8 }\n`;
  const now = `${SCHOOL}securite: { longueur-min: 12 }\n${tick(then, "regles-mot-de-passe")}`;
  const [screen] = stepIn(planFor(now), "regles-mot-de-passe")?.screens ?? [];
  expect(screen?.values).toMatchObject([{ value: "12", before: "8" }]);
  const name = `${SCHOOL.replace("nom: Collège", "nom: Autre")}${tick(SCHOOL, "rne-etablissement")}`;
  const [identity] = stepIn(planFor(name), "rne-etablissement")?.screens ?? [];
  expect(identity?.values.map(({ value, before }) => [value, before])).toEqual([["Autre", undefined]]);
});
