import { describe, expect, test } from "vitest";
import { checklistOf } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { items, phases } from "../schema/checklist.ts";
import { changeFile } from "../syntax/file.ts";

const SCHOOL = `
#- academie.pronote.yaml
securite: { longueur-min: 12 }
#- tilleuls/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
etablissement: { nom: Collège des Tilleuls, rne: 0759998A, annee-scolaire: 2026-2027 }
hebergement: { mode: heberge }
deroulement:
  acces-console-hebergement: { fait: 2026-08-24, par: c.durand, note: dans le coffre }
  licences: { sans-objet: achetées par la région }
#- rade/etablissement.pronote.yaml
hebergement: { mode: non-heberge }
#- orphelin.pronote.yaml
licence: {}
`;

describe("a checklist", () => {
  const { workspace } = fixture(SCHOOL);
  const [rade, tilleuls] = checklistOf(workspace, "en");

  test("for each establishment, under its name or its folder's, with every item", () => {
    expect(checklistOf(workspace, "en").map(({ uri, name }) => [uri, name])).toEqual([
      ["file:///academie/rade", "rade"],
      ["file:///academie/tilleuls", "Collège des Tilleuls"],
    ]);
    expect(rade?.phases.map(({ title }) => title)).toEqual(phases.map(({ title }) => title.en));
    expect(rade?.phases.flatMap((phase) => phase.items.map(({ slug }) => slug))).toEqual(
      items.map(({ slug }) => slug),
    );
  });

  test("counts what applies, what is settled and what an error blocks", () => {
    const all = tilleuls!.phases.flatMap((phase) => phase.items);
    const count = (...states: string[]) => all.filter(({ state }) => states.includes(state)).length;
    expect(tilleuls).toMatchObject({
      total: items.length - count("not-applicable"),
      settled: count("done", "decided"),
      blocked: 1,
    });
    expect(count("done")).toBe(1);
    expect(count("decided")).toBe(1);
  });

  test("says what a person wrote, and what may be taken back", () => {
    const item = (slug: string) =>
      tilleuls!.phases.flatMap((phase) => phase.items).find((one) => one.slug === slug);
    expect(item("acces-console-hebergement")).toEqual({
      slug: "acces-console-hebergement",
      title: "Have the console access at hand",
      longTitle: "Have the access to the hosting console at hand",
      what: expect.stringMatching(/^Have at hand the hosting number, /),
      open: false,
      state: "done",
      why: "Done on 24 August 2026 by c.durand.",
      rgpd: false,
      place: {
        uri: "file:///academie/tilleuls/etablissement.pronote.yaml",
        range: { start: { line: 4, character: 2 }, end: { line: 4, character: 27 } },
      },
      detailed: true,
      next: expect.any(Number),
      tickable: false,
      reopenable: true,
      fait: { date: "2026-08-24", par: "c.durand", note: "dans le coffre" },
    });
    expect(item("licences")).toMatchObject({ state: "not-applicable", reopenable: true });
    expect(item("creation-base")).toMatchObject({ state: "to-do", tickable: true });
    expect(item("choix-hebergement")?.reopenable).toBeUndefined();
  });

  test("in French", () => {
    const [, french] = checklistOf(workspace, "fr");
    const [phase] = french!.phases;
    expect(phase?.title).toBe("Avant l'été, sur la base de l'an passé");
    const said = new Map(phase?.items.map(({ slug, title, why }) => [slug, `${title} / ${why}`]));
    const slugs = ["choix-hebergement", "archive-de-juillet", "acces-console-hebergement", "licences"];
    expect(slugs.map((slug) => said.get(slug))).toMatchInlineSnapshot(`
      [
        "Choisir le mode d'hébergement / Décidé : c'est écrit.",
        "Vérifier l'archive de juillet / À faire dans PRONOTE, puis à cocher.",
        "Réunir les accès à la console / Fait le 24 août 2026 par c.durand.",
        "Acquérir les licences / Écarté : achetées par la région",
      ]
    `);
  });

  test("gives the menu path of the establishment's version, else the nearest known with its year", () => {
    const path = (year: string, slug: string) =>
      checklistOf(fixture(`etablissement: { annee-scolaire: ${year} }\n`).workspace)[0]
        ?.phases.flatMap((phase) => phase.items)
        .find((one) => one.slug === slug)?.path;
    expect(path("2019-2020", "revue-espace-parents")).toBe("Communication > PRONOTE.net");
    expect(path("2024-2025", "revue-espace-parents")).toBe("Espaces web > Parents");
    expect(path("2026-2027", "revue-espace-parents")).toBe("Espaces web > Parents (seen in 2024)");
    expect(path("2026-2027", "import-siecle")).toMatch(/ \(seen in 2019\)$/);
    expect(path("2026-2027", "dates-periodes")).toMatch(/ \(recent versions; the first is not known\)$/);
    expect(path("2026-2027", "type-notation-classes")).toBe("Ressources > Classes > Liste");
  });

  test("points into bases, by the names that the client knows", () => {
    const named = checklistOf(workspace, "en", (uri) => uri.replace("file:///", "file:///c%3A/"))[1];
    const item = named!.phases
      .flatMap((phase) => phase.items)
      .find(({ slug }) => slug === "regles-mot-de-passe");
    expect(item?.place?.uri).toBe("file:///c%3A/academie/academie.pronote.yaml");
    expect(named?.uri).toBe("file:///c%3A/academie/tilleuls");
  });
});

test("what an edit elsewhere leaves as it is has the same answer", () => {
  const { workspace } = fixture(SCHOOL);
  const uri = "file:///academie/rade/etablissement.pronote.yaml";
  const at = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
  const next = workspace.with([[uri, changeFile(workspace.files.get(uri)!, at, "classes: { 6A: {} }\n")]]);
  const [, before] = checklistOf(workspace, "en");
  const [, after] = checklistOf(next, "en");
  expect(after).toEqual(before);
  expect(after?.phases[0]?.items[0]?.why).toBe(before?.phases[0]?.items[0]?.why);
});
