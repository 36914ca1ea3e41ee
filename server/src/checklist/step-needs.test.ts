import { describe, expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { stepIn } from "../../../test/support/steps.ts";
import { establishmentOf } from "../model/establishment.ts";
import { itemBySlug } from "../schema/checklist.ts";
import { missingFor } from "./step-needs.ts";

const toWrite = (path: string) => `to-write: Still to be written: ${path}.`;

describe("a value without content is still to be written", () => {
  test.each([
    "{}",
    "{ autorisations: {} }",
    "{ autorisations: { notes: { saisir-des-devoir: true } } }",
    "{ autorisations: { notes: { zzzzz: true } } }",
  ])("a profile that neither grants nor refuses a right: %s", (profile) => {
    expect(stepIn(`profils-professeurs: { Profil 1: ${profile} }\n`, "revue-profils-professeurs")).toBe(
      toWrite("“Permissions” (Profil 1)"),
    );
  });

  test("a value that cannot be read may be content, a removed one is none", () => {
    const needs = [{ path: ["edt"] }];
    const missing = (text: string) => {
      const { snapshot } = fixture(text).context;
      const item = { ...itemBySlug.get("client-edt")!, needs };
      return missingFor(item, establishmentOf(snapshot).value).map(({ path }) => path);
    };
    expect(missing("edt: { licence: [x] }\n")).toEqual([]);
    expect(missing("edt: { licence: ~ }\n")).toEqual([["edt"]]);
    expect(missing("edt: { licenec: aucune }\n")).toEqual([]);
    expect(missing("edt:\n  licence: reseau\n   x\n")).toEqual([]);
    expect(missing("edt: {}\n")).toEqual([["edt"]]);
    expect(missing("salles: {}\n")).toEqual([["edt"]]);
  });

  test("a refused right is content", () => {
    const source =
      "profils-professeurs: { Profil 1: { autorisations: { notes: { saisir-devoirs: false } } } }\n";
    expect(stepIn(source, "revue-profils-professeurs")).toMatch(/^waiting/);
  });

  test.each(["non", "Aucune", "à faire", '"?"', "en cours"])("a word that means nothing: %s", (word) => {
    const source = (text: string) => `rgpd: { fiche-registre: ${text} }\n`;
    expect(stepIn(source(word), "fiche-registre")).toBe(toWrite("“Register sheet” (Data protection (RGPD))"));
    expect(stepIn(source("REG-2026-01"), "fiche-registre")).toMatch(/^decided/);
  });
});

describe("entries to which a need applies", () => {
  test("a teacher-librarian needs a profile, other teachers do not", () => {
    const source = (fonction: string) => `professeurs: { roux: { fonction: ${fonction} }, martin: {} }\n`;
    expect(stepIn(source("Professeur Documentaliste"), "profil-documentaliste")).toBe(
      toWrite("“Profile” (roux)"),
    );
    expect(stepIn(source("Enseignant"), "profil-documentaliste")).toMatch(/^waiting/);
  });

  test("staff need a mode, except those who use only the Espace Accompagnants", () => {
    const source = (fonction: string) => `personnels: { petit: { fonction: ${fonction} } }\n`;
    expect(stepIn(source("CPE"), "personnels-modes-et-droits")).toBe(
      toWrite("“Administrative mode” (petit) or “School-life mode” (petit)"),
    );
    expect(stepIn(source("AESH"), "personnels-modes-et-droits")).toMatch(/^waiting/);
    const either = "personnels: { petit: { fonction: CPE, mode-vie-scolaire: Profil 1 } }\n";
    expect(stepIn(either, "personnels-modes-et-droits")).toMatch(/^waiting/);
  });

  test("the group Administration needs no rights: it has all of them", () => {
    const source = (name: string) => `groupes-utilisateurs: { ${name}: {} }\n`;
    expect(stepIn(source("Administration"), "revue-groupes-utilisateurs")).toMatch(/^waiting/);
    expect(stepIn(source("Secrétariat"), "revue-groupes-utilisateurs")).toBe(
      toWrite("“Permissions” (Secrétariat)"),
    );
  });
});

test("only a self-hosted establishment needs an SMTP server", () => {
  const source = (mode: string) =>
    `hebergement: { mode: ${mode} }\ncommunication: { e-mails: { delegation-serveur: true } }\n`;
  expect(stepIn(source("heberge"), "envoi-e-mails")).toMatch(/^waiting/);
  expect(stepIn(source("non-heberge"), "envoi-e-mails")).toBe(
    toWrite("“SMTP server” (Communication, E-mails)"),
  );
});

test("an active ENT needs its name or address, and its users", () => {
  expect(stepIn("ent: { actif: true }\n", "integration-ent")).toBe(
    toWrite("“ENT” (ENT) or “CAS address” (ENT), “Audiences” (ENT)"),
  );
  expect(
    stepIn("ent: { actif: true, url-cas: https://cas.fr/, profils: { eleves: true } }\n", "integration-ent"),
  ).toMatch(/^waiting/);
});
