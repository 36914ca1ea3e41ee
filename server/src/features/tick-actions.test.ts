import { describe, expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import type { ClientSupport } from "./client-support.ts";
import { codeActions } from "./code-actions.ts";
import { fullClientSupport } from "./full-client-support.ts";
import { stepsAt } from "./steps-at.ts";

const SCHOOL = (values: string) => `#- etablissement.pronote.yaml
etablissement: { annee-scolaire: 2026-2027, rne: 0759998K, nom: Tilleuls }
hebergement: { mode: heberge }
${values}
`;

function actions(source: string, less: Partial<ClientSupport> = {}) {
  const { context, position } = fixture(source);
  const client = { ...fullClientSupport, ...less };
  const range = { start: position, end: position };
  return codeActions({ ...context, client }, { range, context: { only: ["refactor.tick"] } });
}

const VALUE = SCHOOL("edt: { licence: rese$0au }");

describe("on a value that a step covers, its tick is offered", () => {
  test("to a client that asks who ticks", () => {
    expect(actions(VALUE)).toEqual([
      {
        title: "Tick “Check the EDT-PRONOTE right”: entered in PRONOTE",
        kind: "refactor.tick.rentree",
        command: {
          title: "Tick “Check the EDT-PRONOTE right”: entered in PRONOTE",
          command: "rentree.checklist.tick",
          arguments: [{ establishment: ROOT, slug: "droit-connexion-edt", action: "fait" }],
        },
      },
    ]);
  });

  test("to others by the server's command, and to none that applies no edits", () => {
    expect(actions(VALUE, { commands: new Set() })[0]?.command?.command).toBe("rentree.server.tick");
    expect(actions(VALUE, { appliesEdits: false })).toEqual([]);
  });

  test("not where it cannot be ticked, nor on what no step covers", () => {
    expect(actions(SCHOOL("securite: { longueur-min: 1$0x }"))).toEqual([]);
    expect(actions(SCHOOL("# no$0thing"))).toEqual([]);
  });
});

test("the steps at a place: those that cover it, else those of which it is a part", () => {
  const at = (values: string) => {
    const { context, position } = fixture(SCHOOL(values));
    return stepsAt(context, { position }).map(({ slug }) => slug);
  };
  expect(at("securite: { longueur-min: 1$02 }")).toEqual(["regles-mot-de-passe"]);
  expect(at("secu$0rite: { longueur-min: 12 }")).toContain("regles-mot-de-passe");
  expect(at("deroulement:\n  licences: { fait: 2026$0-08-01 }")).toEqual(["licences"]);
  expect(at("# no$0thing")).toEqual([]);
});
