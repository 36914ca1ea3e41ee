import { describe, expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { fingerprintOf } from "../checklist/fingerprint.ts";
import { establishmentOf } from "../model/establishment.ts";
import { itemBySlug } from "../schema/checklist.ts";
import { stepDetails } from "./step-details.ts";

/** What stands behind a step, one line each: `kind label = value file:line`. */
function details(source: string, slug: string): readonly string[] | undefined {
  const { context } = fixture(source);
  const found = stepDetails(context, { establishment: ROOT, slug });
  return found?.entries.map(({ kind, label, value, before, place }) => {
    const at = place ? ` ${place.uri.slice(ROOT.length + 1)}:${place.range.start.line + 1}` : "";
    const shown = before === undefined ? value : `${before} → ${value}`;
    return `${kind} ${label}${shown === undefined ? "" : ` = ${shown}`}${at}`;
  });
}

describe("behind a step stand", () => {
  test("the values that it covers, the changed ones first, and what a person wrote", () => {
    const source = `#- etablissement.pronote.yaml
securite:
  longueur-min: 12
  chiffre: true
#- deroulement.pronote.yaml
deroulement:
  regles-mot-de-passe: { fait: 2026-08-01, par: c.durand, note: vu <b>, empreinte: { securite/longueur-min: "1:00000000" } }
`;
    expect(details(source, "regles-mot-de-passe")).toMatchInlineSnapshot(`
      [
        "changed “Shortest password” (Security of the accounts) = 12 etablissement.pronote.yaml:2",
        "tick Done on 1 August 2026 by c.durand. deroulement.pronote.yaml:2",
        "tick Note: vu <b> deroulement.pronote.yaml:2",
      ]
    `);
  });

  test("errors, each with its place", () => {
    const source = "#- etablissement.pronote.yaml\nsecurite: { longueur-min: douze }\n";
    expect(details(source, "regles-mot-de-passe")?.[0]).toMatch(/^error .* etablissement\.pronote\.yaml:1$/);
  });

  test("what is missing, and what it waits for", () => {
    expect(details("#- etablissement.pronote.yaml\nlicence: {}\n", "licences")).toMatchInlineSnapshot(`
      [
        "missing “Teachers” (Licence) etablissement.pronote.yaml:1",
      ]
    `);
    expect(
      details("#- etablissement.pronote.yaml\nformat: 1\n", "transfert-des-modifications"),
    ).toMatchInlineSnapshot(`
      [
        "missing “EDT” (Imports)",
      ]
    `);
  });

  test("no value of a line with private text", () => {
    const source = `#- etablissement.pronote.yaml\nsecurite: { longueur-min: 12 } # mot de passe : Azerty12!\n`;
    expect(details(source, "regles-mot-de-passe")?.join()).not.toContain("= 12");
  });

  test("forty values at most, and the number of the others", () => {
    const people = Array.from({ length: 50 }, (_, n) => `  p${n}: { nom: P${n} }\n`).join("");
    const { context } = fixture(`#- professeurs.pronote.yaml\nprofesseurs:\n${people}`);
    const found = stepDetails(context, { establishment: ROOT, slug: "revue-profils-professeurs" });
    expect(found?.entries.filter(({ kind }) => kind === "value")).toHaveLength(40);
    expect(found?.more).toBe(10);
  });

  test("nothing for a step or an establishment that does not exist", () => {
    expect(details("format: 1\n", "licence")).toBeUndefined();
    const { context } = fixture("format: 1\n");
    expect(stepDetails(context, { establishment: "file:///b", slug: "licences" })).toBeNull();
  });
});

describe("of a value that changed, the former one is told where its hash tells it", () => {
  const school = (now: string, then: string) => {
    const { context } = fixture(`#- etablissement.pronote.yaml\n${then}`);
    const item = itemBySlug.get("regles-mot-de-passe");
    if (!item) throw new Error("no such step");
    const prints = [...fingerprintOf(item, establishmentOf(context.snapshot).value)];
    const empreinte = prints.map(([key, hash]) => `${key}: "${hash}"`).join(", ");
    const tick = `{ fait: 2026-08-01, empreinte: { ${empreinte} } }`;
    const source = `#- etablissement.pronote.yaml\n${now}#- deroulement.pronote.yaml\nderoulement:\n  regles-mot-de-passe: ${tick}\n`;
    return details(source, "regles-mot-de-passe")?.filter((line) => line.startsWith("changed"));
  };

  test.each([
    ["a number", "longueur-min: 12", "longueur-min: 8", "8 → 12"],
    ["a default", "longueur-min: 12", "renouvellement-jours: 90", "10 → 12"],
    ["nothing", "longueur-min: 8, renouvellement-jours: 90", "longueur-min: 8", "not written → 90"],
    ["what is gone", "longueur-min: 8", "longueur-min: 8, renouvellement-jours: 90", "90 → not written"],
  ])("%s", (_, now, then, told) => {
    const lines = school(`securite: { ${now} }\n`, `securite: { ${then} }\n`);
    expect(lines?.join("\n")).toContain(told);
  });
});
