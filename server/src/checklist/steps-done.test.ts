import { describe, expect, test } from "vitest";
import { stepsOf } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { itemIn, stepIn } from "../../../test/support/steps.ts";
import { establishmentOf } from "../model/establishment.ts";
import { items } from "../schema/checklist.ts";
import { changeFile } from "../syntax/file.ts";
import { fingerprintOf } from "./fingerprint.ts";

describe("done, to redo", () => {
  const base = (annee: string, tick: string) => `
etablissement: { annee-scolaire: ${annee} }
responsables: { destinataire-unique-par-adresse: true }
deroulement:
  responsable-preferentiel-et-destinataires: ${tick}
`;
  const slug = "responsable-preferentiel-et-destinataires";

  test("a tick without a fingerprint counts", () => {
    expect(stepIn(base("2026-2027", "{ fait: 2026-08-24, par: c.durand }"), slug)).toBe(
      "done: Done on 24 August 2026 by c.durand.",
    );
    expect(stepIn(base("2026-2027", "{ note: vu }"), slug)).toMatch(/^waiting/);
  });

  test("a tick on a day that does not exist does not count", () => {
    expect(stepIn(base("2026-2027", "{ fait: 2026-02-30 }"), slug)).toMatch(/^waiting/);
  });

  test.each([
    ["deroulement: { aide-aux-utilisateurs: 2026-08-24 }"],
    ["deroulement: []"],
    ["deroulement: { aide-aux-utilisateurs: { fait: 2026-08-24 } }\nderoulement: {}"],
    [
      "deroulement:\n  aide-aux-utilisateurs: { fait: 2026-08-24 }\n  aide-aux-utilisateurs: { fait: 2026-08-25 }",
    ],
  ])("what does not count because of an error is told: %j", (text) => {
    expect(stepIn(`${text}\n`, "aide-aux-utilisateurs")).toBe(
      "to-do: To be done in PRONOTE, then ticked. What “deroulement” says of it does not count: there is an error in it.",
    );
  });

  test("another school year reopens an item that is done every year", () => {
    expect(stepIn(base("2027-2028", "{ fait: 2026-08-24, annee: 2026-2027 }"), slug)).toBe(
      "to-redo: Done for 2026-2027; the school year is now 2027-2028.",
    );
    expect(stepIn(base("2027-2028", "{ fait: 2026-08-24 }"), slug)).toBe(
      "to-redo: Done on 24 August 2026; the school year is now 2027-2028.",
    );
    expect(stepIn(base("2026-2027", "{ fait: 2026-06-30, annee: 2027-2028 }"), slug)).toMatch(/^to-redo/);
    expect(stepIn(base("2026-2027", "{ fait: 2026-06-30 }"), slug)).toBe("done: Done on 30 June 2026.");
  });

  test("an item that is declared in two files is not done: the two entries are not merged", () => {
    const own =
      "#- etablissement.pronote.yaml\nderoulement: { aide-aux-utilisateurs: { fait: 2026-08-24 } }\n";
    const other = "#- suivi.pronote.yaml\nderoulement: { aide-aux-utilisateurs: { par: c.durand } }\n";
    expect(stepIn(own, "aide-aux-utilisateurs")).toMatch(/^done/);
    expect(stepIn(own + other, "aide-aux-utilisateurs")).toMatch(/^to-do/);
  });

  test("a niveau that comes to stand on another changes what that selects", () => {
    const slug = "classes-evaluees-referentiels";
    const source = (comme: string) => `
niveaux: { 1re générale: { comme: ${comme} } }
classes: { 1G1: { niveau: 1re générale }, 1X: { niveau: 1re } }
referentiels: { Socle: { classes: 1re } }
`;
    const root = establishmentOf(fixture(source("1re")).context.snapshot).value;
    const item = items.find((one) => one.slug === slug);
    const [[path, hash] = []] = item ? [...fingerprintOf(item, root)] : [];
    const tick = `deroulement: { ${slug}: { fait: 2026-08-24, empreinte: { ${path}: "${hash}" } } }\n`;
    expect(stepIn(source("1re") + tick, slug)).toMatch(/^done/);
    expect(stepIn(source("~") + tick, slug)).toMatch(/^to-redo/);
  });

  test("an item that is done once a year is not reopened by a changed value", () => {
    const line =
      'deroulement: { recuperation-donnees: { fait: 2026-08-24, empreinte: { recuperation/donnees: "1:00000000" } } }';
    expect(
      stepIn(
        `recuperation: { donnees: { photos: true, identifiants: false } }\n${line}\n`,
        "recuperation-donnees",
      ),
    ).toBe("done: Done on 24 August 2026.");
  });

  test("a tick without a fingerprint in a base does not count for an item that covers values", () => {
    const source = `
#- etablissement.pronote.yaml
herite-de: b.pronote.yaml
#- b.pronote.yaml
responsables: { destinataire-unique-par-adresse: true }
deroulement:
  responsable-preferentiel-et-destinataires: { fait: 2026-08-24 }
  aide-aux-utilisateurs: { fait: 2026-08-24 }
`;
    expect(stepIn(source, slug)).toMatch(/^waiting/);
    expect(stepIn(source, "aide-aux-utilisateurs")).toBe("done: Done on 24 August 2026.");
  });

  test("an item that is done only once stays done in another school year", () => {
    const source = `
etablissement: { annee-scolaire: 2030-2031 }
deroulement: { acces-console-hebergement: { fait: 2026-08-24, annee: 2026-2027 } }
`;
    expect(stepIn(source, "acces-console-hebergement")).toBe("done: Done on 24 August 2026.");
  });
});

describe("decided, waiting for an earlier item, to do", () => {
  test("an item is decided if its values are written", () => {
    expect(stepIn("hebergement: { mode: heberge }\n", "choix-hebergement")).toBe(
      "decided: Decided: it is written down.",
    );
  });

  const hosted = `
etablissement: { annee-scolaire: 2026-2027 }
hebergement: { mode: heberge }
`;

  test("an open prerequisite is named", () => {
    expect(stepIn(hosted, "creation-base")).toBe("waiting: Waits for “Have the console access at hand”.");
    const done = `${hosted}deroulement: { acces-console-hebergement: { fait: 2026-08-24 } }\n`;
    expect(stepIn(done, "creation-base")).toBe("to-do: To be done in PRONOTE, then ticked.");
    expect(itemIn(fixture(done), "creation-base").tickable).toBe(true);
  });

  test("two open prerequisites are named; of more, one is named and the others are counted", () => {
    const source = `${hosted}personnels: { petit: { nom: PETIT } }
imports: { siecle: a.xml, stsweb: b.xml }
deroulement: { personnels-modes-et-droits: { fait: 2026-08-24 } }
`;
    expect(stepIn(source, "coordonnees")).toBe(
      "waiting: Waits for “Import from SIECLE” and “Import from STSWEB”.",
    );
    expect(stepIn(hosted, "coordonnees")).toBe("waiting: Waits for “Import from SIECLE” and 2 others.");
  });

  test("a prerequisite that is not applicable is replaced by its own prerequisites", () => {
    const source = `${hosted}edt: { licence: aucune }\nclasses: { 6A: { periodicite: trimestriel } }\n`;
    expect(itemIn(fixture(source), "transfert-automatique").state).toBe("not-applicable");
    expect(stepIn(source, "type-notation-classes")).toBe("waiting: Waits for “Create this year's base”.");
    const created = `${source}deroulement: { creation-base: { fait: 2026-08-24 } }\n`;
    expect(itemIn(fixture(created), "type-notation-classes").state).toBe("to-do");
  });

  test("without a hosting mode, the prerequisite of either mode is enough", () => {
    const source = `
etablissement: { annee-scolaire: 2026-2027 }
deroulement: { acces-console-hebergement: { fait: 2026-08-24 } }
`;
    expect(itemIn(fixture(source), "creation-base").state).toBe("to-do");
    // An alternative that is not applicable is ignored.
    const aside = source.replace("fait: 2026-08-24", "sans-objet: oui");
    expect(stepIn(aside, "creation-base")).toBe("waiting: Waits for “Install the PRONOTE Server”.");
  });
});

test("a step is the same object as before if nothing about it changed", () => {
  const { workspace } = fixture(`
hebergement: { mode: heberge }
classes:
  6A: { periodicite: trimestriel }
`);
  const file = [...workspace.files.values()][0]!;
  const at = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
  const next = workspace.with([[file.uri, changeFile(file, at, "  6B: {}\n")]]);
  const [before, after] = [workspace, next].map((one) => stepsOf(one.snapshots[0]!));
  const changed = before!.filter((step, index) => after![index] !== step).map(({ item }) => item.slug);
  expect(changed).not.toContain("choix-hebergement");
  expect(changed).not.toContain("creation-base");
  expect(changed).toContain("type-notation-classes");
});
