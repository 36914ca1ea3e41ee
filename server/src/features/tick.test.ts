import { describe, expect, test } from "vitest";
import { analysis } from "../../../test/support/analysis.ts";
import { findingsIn } from "../../../test/support/check.ts";
import { type Fixture, fixture, ROOT } from "../../../test/support/fixture.ts";
import { itemIn, stepIn, withoutStepLines } from "../../../test/support/steps.ts";
import { edited } from "../../../test/support/workspace-edit.ts";
import { localizerFor } from "../base/localize.ts";
import { parseFile } from "../syntax/file.ts";
import type { TickArgument } from "./checklist-protocol.ts";
import { fullClientSupport } from "./full-client-support.ts";
import { tick } from "./tick.ts";

const TARGET = {
  analysis,
  localize: localizerFor("en"),
  client: fullClientSupport,
  uri: (one: string) => one,
  version: () => null,
};
const SCHOOL = `#- etablissement.pronote.yaml
etablissement: { annee-scolaire: 2026-2027 }
profils-professeurs: { Profil 1: { autorisations: { notes: { saisir-devoirs: true } } } }
professeurs:
  martin: { nom: MARTIN }
  roux: { nom: ROUX }
`;
const SLUG = "revue-profils-professeurs";

describe("writes one line", () => {
  test("into a file that is made where there is none", () => {
    const { texts, after } = ticked(SCHOOL, { note: "vu avec la direction" });
    expect(entriesIn(texts)).toMatchInlineSnapshot(`
      "deroulement:
        revue-profils-professeurs: { fait: 2026-08-25, par: c.durand, annee: 2026-2027, empreinte: { profils-professeurs/Profil 1: "1:5aadc9a2", professeurs/martin: "1:fe3a5bdd", professeurs/roux: "1:fe3a5bdd" }, note: vu avec la direction }
      "
    `);
    expect(stepIn(after, SLUG)).toBe("done: Done on 25 August 2026 by c.durand.");
    expect(itemIn(after, SLUG).fait).toEqual({
      date: "2026-08-25",
      par: "c.durand",
      note: "vu avec la direction",
    });
    expect(findingsIn(after).filter(({ at }) => at.block.uri.endsWith("/deroulement.pronote.yaml"))).toEqual(
      [],
    );
  });

  test("in the order of the checklist, comments and layout kept", () => {
    const { texts } = ticked(`${SCHOOL}#- deroulement.pronote.yaml
# Rentrée 2026
deroulement:
    # avant l'été
    licences: { fait: 2026-06-01 } # facture 12
    # septembre
    dates-periodes: { fait: 2026-09-01 }
`);
    expect(texts.get("deroulement.pronote.yaml")).toMatchInlineSnapshot(`
      "# Rentrée 2026
      deroulement:
          # avant l'été
          licences: { fait: 2026-06-01 } # facture 12
          revue-profils-professeurs: { fait: 2026-08-25, par: c.durand, annee: 2026-2027, empreinte: { profils-professeurs/Profil 1: "1:5aadc9a2", professeurs/martin: "1:fe3a5bdd", professeurs/roux: "1:fe3a5bdd" } }
          # septembre
          dates-periodes: { fait: 2026-09-01 }
      "
    `);
  });

  test("above the first entry, if all come later", () => {
    const { texts } = ticked(`${SCHOOL}#- deroulement.pronote.yaml
deroulement:
  dates-periodes: { fait: 2026-09-01 }`);
    expect(
      texts
        .get("deroulement.pronote.yaml")
        ?.split("\n")
        .map((line) => line.slice(0, 20)),
    ).toEqual(["deroulement:", "  revue-profils-prof", "  dates-periodes: { "]);
  });

  test.each([
    ["deroulement:\n", /^deroulement:\n {2}revue-profils-professeurs: \{ .* \}\n$/],
    ["deroulement: {} # rien\n", /^deroulement: # rien\n {2}revue-profils-professeurs: \{ .* \}\n$/],
    ["deroulement: ~\n", /^deroulement:\n {2}revue-profils-professeurs: \{ .* \}\n$/],
    [
      "deroulement: { licences: { fait: 2026-06-01 } }",
      /^deroulement: \{ licences: \{ fait: 2026-06-01 \}, revue-profils-professeurs: \{ .* \} \}$/,
    ],
    [
      "deroulement:\n  licences:\n    fait: 2026-06-01\n    note: |\n      payée\n# fin\n",
      /\n {6}payée\n {2}revue-profils-professeurs: \{ .* \}\n# fin\n$/,
    ],
    ["deroulement: # vide", /^deroulement: # vide\n {2}revue-profils-professeurs: \{ .* \}$/],
    ["", /^deroulement:\n {2}revue-profils-professeurs: \{ .* \}\n$/],
    ["format: 1", /^format: 1\nderoulement:\n {2}revue-profils-professeurs: \{ .* \}\n$/],
  ])("whatever is there already: %j", (text, expected) => {
    const { texts, after } = ticked(`${SCHOOL}#- deroulement.pronote.yaml\n${text}`);
    expect(texts.get("deroulement.pronote.yaml")).toMatch(expected);
    expect(itemIn(after, SLUG).state).toBe("done");
  });

  test("quotes what has to be quoted", () => {
    const { texts, after } = ticked(SCHOOL.replace("martin:", '"a, b":'), {
      note: 'dit : "oui",\n# {non}',
      par: "null",
    });
    expect(texts.get("deroulement.pronote.yaml")).toContain('"professeurs/a, b": "1:');
    expect(itemIn(after, SLUG)).toMatchObject({
      state: "done",
      fait: { date: "2026-08-25", par: "null", note: 'dit : "oui", # {non}' },
    });
  });
});

describe("rewrites the line of an item where it stands", () => {
  test("in any member, keeping the note and what follows on the line", () => {
    const { texts, after } = ticked(`${SCHOOL}deroulement:
  revue-profils-professeurs: { fait: 2025-08-24, annee: 2025-2026, note: vu } # à relire
  licences: { fait: 2026-06-01 }
`);
    expect(texts.get("deroulement.pronote.yaml")).toBeUndefined();
    expect(texts.get("etablissement.pronote.yaml")).toMatch(
      /\n {2}revue-profils-professeurs: \{ fait: 2026-08-25, par: c\.durand, annee: 2026-2027, .*, note: vu \} # à relire\n {2}licences/,
    );
    expect(itemIn(after, SLUG).state).toBe("done");
  });

  test("several contradictory ones become one", () => {
    const { texts, after } = ticked(`${SCHOOL}deroulement:
  revue-profils-professeurs:
    fait: 2025-08-24
    par: a
#- suivi.pronote.yaml
deroulement: { revue-profils-professeurs: { fait: 2025-08-25 }, licences: { fait: 2026-06-01 } }
`);
    expect(texts.get("suivi.pronote.yaml")).toBe("deroulement: { licences: { fait: 2026-06-01 } }\n");
    expect(itemIn(after, SLUG).state).toBe("done");
  });
});

describe("takes back", () => {
  test("the line, and leaves a map that says nothing", () => {
    const { texts, after } = ticked(
      `${SCHOOL}#- deroulement.pronote.yaml\nderoulement:\n  # lu\n  revue-profils-professeurs: { fait: 2026-08-24 }\n`,
      { action: "a-faire" },
    );
    expect(texts.get("deroulement.pronote.yaml")).toBe("deroulement:\n  # lu\n  {}\n");
    expect(itemIn(after, SLUG).state).toBe("waiting");
  });

  test("nothing where nothing is written", () => {
    expect(tick(fixture(SCHOOL).context, argument({ action: "a-faire" }))).toBeUndefined();
  });

  test("what a base says, by wanting nothing said here", () => {
    const { texts, after } = ticked(
      `#- etablissement.pronote.yaml
herite-de: base.pronote.yaml
#- base.pronote.yaml
deroulement: { aide-aux-utilisateurs: { fait: 2026-06-01 } }
`,
      { slug: "aide-aux-utilisateurs", action: "a-faire" },
    );
    expect(entriesIn(texts)).toBe("deroulement:\n  aide-aux-utilisateurs: ~\n");
    expect(itemIn(after, "aide-aux-utilisateurs").state).toBe("to-do");
  });
});

test("an item that does not concern the establishment needs a reason", () => {
  const { texts, after } = ticked(SCHOOL, { action: "sans-objet", note: "un seul profil" });
  expect(entriesIn(texts)).toBe(
    "deroulement:\n  revue-profils-professeurs: { sans-objet: un seul profil, par: c.durand }\n",
  );
  expect(stepIn(after, SLUG)).toBe("not-applicable: Set aside by c.durand: un seul profil");
  expect(itemIn(after, SLUG).reopenable).toBe(true);
  expect(tick(fixture(SCHOOL).context, argument({ action: "sans-objet" }))).toBeUndefined();
});

describe("what was ticked is reopened", () => {
  const { after } = ticked(SCHOOL);

  test("by a value that it covers, which is named", () => {
    const next = rewritten(after, "nom: MARTIN", "nom: MARTIN, profil: Profil 2");
    expect(stepIn(next, SLUG)).toMatch(
      /^to-redo: Values changed since 25 August 2026 \(1 of 3\): “martin” \(Teacher\)\.$/,
    );
    expect(itemIn(next, SLUG).tickable).toBe(true);
    expect(itemIn(next, SLUG).place?.range.start).toEqual({ line: 3, character: 2 });
  });

  test("by one that was not written then", () => {
    const slug = "installation-relais";
    const before = ticked("#- etablissement.pronote.yaml\nhebergement: { mode: non-heberge }\n", { slug });
    expect(before.texts.get("deroulement.pronote.yaml")).toContain("empreinte: {} }");
    const next = rewritten(before.after, "}\n", "}\nserveurs: { relais: { adresse: 10.0.0.2 } }\n");
    expect(stepIn(next, slug)).toBe(
      "to-redo: Values changed since 25 August 2026 (1 of 1): “PRONOTE Relais” (Servers).",
    );
  });

  test("not by one that it does not cover, nor by the way of writing", () => {
    const next = rewritten(after, "nom: MARTIN }", 'profil: "Profil 1", prenom: Alice, nom: MARTIN }');
    expect(itemIn(next, SLUG).state).toBe("done");
  });

  test("by a new school year", () => {
    const next = rewritten(after, "2026-2027", "2027-2028");
    expect(stepIn(next, SLUG)).toBe("to-redo: Done for 2026-2027; the school year is now 2027-2028.");
  });

  test("and ticked again, for the new values", () => {
    const next = rewritten(after, "nom: MARTIN", "nom: MARTIN, profil: Profil 2");
    expect(itemIn(applied(next, argument({})).after, SLUG).state).toBe("done");
  });
});

describe("a tick in a base", () => {
  const academie = (values: string) => `#- college/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
${values}
#- academie.pronote.yaml
securite: { longueur-min: 12 }
deroulement:
  regles-mot-de-passe: { fait: 2026-06-01, empreinte: { securite/longueur-min: "HASH" } }
`;
  const hash = /longueur-min: "([0-9]+:[0-9a-f]{8})"/.exec(
    ticked("#- etablissement.pronote.yaml\nsecurite: { longueur-min: 12 }", {
      slug: "regles-mot-de-passe",
    }).texts.get("deroulement.pronote.yaml") ?? "",
  )![1]!;

  test("counts for a school whose values are those for which it was made", () => {
    expect(stepIn(academie("").replace("HASH", hash), "regles-mot-de-passe")).toBe(
      "done: Done on 1 June 2026.",
    );
  });

  test("does not count for another", () => {
    const other = academie("securite: { longueur-min: 14 }").replace("HASH", hash);
    expect(itemIn(fixture(other), "regles-mot-de-passe").state).toBe("waiting");
  });

  test("is replaced whole by an entry of the school's own", () => {
    const own = academie("deroulement: { regles-mot-de-passe: { fait: 2026-07-01 } }").replace(
      "HASH",
      "1:00000000",
    );
    expect(stepIn(own, "regles-mot-de-passe")).toBe("done: Done on 1 July 2026.");
  });
});

/** The file of ticks without its comments: one is reserved for each step. */
function entriesIn(texts: ReadonlyMap<string, string>): string | undefined {
  return texts.get("deroulement.pronote.yaml")?.replace(/^\s*#.*\n/gm, "");
}

function argument(more: Partial<TickArgument>): TickArgument {
  return {
    establishment: ROOT,
    slug: SLUG,
    action: "fait",
    ...(more.action ? {} : { par: "c.durand" }),
    ...more,
  };
}

function ticked(source: string, more: Partial<TickArgument> = {}) {
  return applied(fixture(source), argument({ par: "c.durand", ...more }));
}

/** The texts once a tick is written, and the workspace that they make. */
function applied(fixed: Pick<Fixture, "texts" | "workspace">, wanted: TickArgument) {
  const edit = tick({ ...TARGET, workspace: fixed.workspace }, wanted);
  if (!edit) throw new Error("nothing to write");
  const texts = edited(fixed.texts, edit);
  const names = new Map(
    [...texts].map(([uri, text]) => [uri.slice(ROOT.length + 1), withoutStepLines(text)]),
  );
  return { texts: names, after: { texts, workspace: workspaceOf(fixed, texts) } };
}

/** The same with other words in all files but that of the ticks. */
function rewritten(fixed: Pick<Fixture, "texts" | "workspace">, before: string, text: string) {
  const texts = new Map(
    [...fixed.texts].map(([uri, old]) => [
      uri,
      uri.includes("deroulement") ? old : old.replace(before, text),
    ]),
  );
  return { texts, workspace: workspaceOf(fixed, texts) };
}

function workspaceOf({ workspace }: Pick<Fixture, "workspace">, texts: ReadonlyMap<string, string>) {
  return workspace.with([...texts].map(([uri, text]) => [uri, parseFile(uri, text)]));
}
