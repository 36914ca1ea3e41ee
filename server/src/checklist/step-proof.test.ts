import { describe, expect, test } from "vitest";
import { checkFindings } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { itemIn, stepIn } from "../../../test/support/steps.ts";
import { localizerFor } from "../base/localize.ts";
import { itemOf } from "../features/checklist.ts";
import { answer } from "../rollout/report/rollout-report.ts";
import { standingOf } from "../rollout/standing.ts";
import { stepsOf } from "./steps.ts";

const english = localizerFor("en");

const school = (slug: string, entry: string) => `
edt: { licence: aucune }
hebergement: { mode: heberge }
classes: { 6A: { periodicite: trimestriel, services: { FRANC: {} } } }
deroulement:
  acces-console-hebergement: { fait: 2026-06-01 }
  creation-base: { fait: 2026-08-20 }
  services-et-feuilles-appel: { sans-objet: sans EDT }
  ${slug}: ${entry}
etablissement: { annee-scolaire: 2026-2027 }
`;
const step = (slug: string, entry: string) => stepIn(school(slug, entry), slug);

describe("a comparison with a list of PRONOTE", () => {
  const slug = "type-notation-classes";

  test("without a difference proves that a step is done, if the list shows all covered values", () => {
    const proof = "{ preuve: { liste: classes, du: 2026-08-25, lues: 12, ecarts: 0 } }";
    expect(step(slug, proof)).toBe(
      "done: Proved on 25 August 2026. It agrees with PRONOTE's list “classes” of 25 August 2026 (rows: 12).",
    );
    expect(itemIn(fixture(school(slug, proof)), slug).fait).toEqual({ date: "2026-08-25" });
  });

  test("with a difference proves nothing", () => {
    expect(step(slug, "{ preuve: { liste: classes, du: 2026-08-25, lues: 12, ecarts: 2 } }")).toBe(
      "to-do: To be done in PRONOTE, then ticked. Differences in PRONOTE's list “classes” of 25 August 2026 (rows: 12): 2. They prove nothing.",
    );
  });

  test("does not prove values that the list cannot show, and names them", () => {
    expect(step("services-actifs", "{ preuve: { liste: services, du: 2026-08-25, ecarts: 0 } }")).toBe(
      "to-do: To be done in PRONOTE, then ticked. It agrees with PRONOTE's list “services” of 25 August 2026, which cannot show: “Course modality” (Classes, Services), “Course modality” (Groups of students, Services), “Period” (Classes, Services) and 10 more.",
    );
    expect(step(slug, "{ preuve: { liste: salles, du: 2026-08-25, ecarts: 0 } }")).toBe(
      "to-do: To be done in PRONOTE, then ticked. The list “salles” shows nothing of it.",
    );
  });

  test("proves nothing if the list was empty, or of a day that does not exist", () => {
    expect(step(slug, "{ preuve: { liste: classes, du: 2026-08-25, lues: 0, ecarts: 0 } }")).toBe(
      "to-do: To be done in PRONOTE, then ticked. Nothing was in PRONOTE's list “classes” of 25 August 2026. It proves nothing.",
    );
    expect(step(slug, "{ preuve: { liste: classes, du: 2026-02-30, ecarts: 0 } }")).toBe(
      "to-do: To be done in PRONOTE, then ticked.",
    );
  });

  test("is added to the message of a tick, and does not change that the step is done", () => {
    const entry =
      "{ fait: 2026-08-26, par: c.durand, preuve: { liste: classes, du: 2026-08-25, ecarts: 1 } }";
    expect(step(slug, entry)).toBe(
      "done: Done on 26 August 2026 by c.durand. Differences in PRONOTE's list “classes” of 25 August 2026: 1. They prove nothing.",
    );
  });

  test("counts only for the values for which it was made", () => {
    const empreinte = 'empreinte: { classes/6A: "1:00000000" }';
    expect(step(slug, `{ preuve: { liste: classes, du: 2026-08-25, ecarts: 0 }, ${empreinte} }`)).toBe(
      "to-redo: Values changed since 25 August 2026 (1 of 1): “6A” (Class).",
    );
  });
});

test("unknown lists, impossible dates, incomplete proofs and bad values are reported", () => {
  checkFindings(`
deroulement:
  dates-periodes: { preuve: { liste: notes, du: 2026-08-25, ecarts: 0 } }
#                                    ^^^^^ unknown-value: “notes” is not a value of “List”: classes, groupes-eleves, matieres, personnels, professeurs, salles, services.
  services-actifs: { avant: 2026-02-30 }
#                           ^^^^^^^^^^ impossible-date: There is no 30 February 2026: that month has 28 days.
  licences: { avant: demain, pour: a.petit }
#                    ^^^^^^ bad-format: “demain” is not a date as YYYY-MM-DD (example: 2026-09-01).
  professeurs-manquants: { preuve: { liste: professeurs, du: 2026-08-25 } }
#                          ^^^^^^ missing-key: “preuve” lacks “ecarts”: nothing says how many differences were found.
  type-notation-classes: { preuve: { liste: classes, du: 2026-08-25, lues: 1000000, ecarts: -1 } }
#                                                                          ^^^^^^^ out-of-bounds: “1000000” is out of bounds: from 0 to 100000.
#                                                                                           ^^ out-of-bounds: “-1” is out of bounds: from 0 to 100000.
`);
});

describe("the age of a proof", () => {
  const slug = "type-notation-classes";
  const stepOn = (today: string, entry: string) => {
    const { context } = fixture(school(slug, entry), "en", today);
    return stepsOf(context.snapshot, []).find(({ item }) => item.slug === slug);
  };
  const proof = "{ par: c.durand, preuve: { liste: classes, du: 2026-08-25, lues: 12, ecarts: 0 } }";

  test("is told after 60 days; the step stays done", () => {
    const [young, old] = ["2026-10-24", "2026-10-25"].map((day) => stepOn(day, proof));
    expect([young?.state, young?.proof?.isOld, young && english(young.why)]).toEqual([
      "done",
      false,
      "Proved on 25 August 2026 by c.durand. It agrees with PRONOTE's list “classes” of 25 August 2026 (rows: 12).",
    ]);
    expect([old?.state, old?.proof?.isOld]).toEqual(["done", true]);
    expect(old && english(old.why)).toBe(
      `${young && english(young.why)} The list is more than 60 days old: compare another one.`,
    );
  });

  test("is not told of what proves nothing", () => {
    expect(stepOn("2027-06-01", proof.replace("ecarts: 0", "ecarts: 1"))?.proof?.isOld).toBe(false);
  });

  test("stands in the checklist, in the standing of the establishment and in its answer", () => {
    const { context } = fixture(school(slug, proof), "en", "2026-12-01");
    const { snapshot, localize } = context;
    const all = stepsOf(snapshot, []);
    const step = all.find(({ item }) => item.slug === slug);
    expect(step && itemOf(snapshot, step, "en").preuve).toEqual({
      liste: "classes",
      du: "2026-08-25",
      lues: 12,
      agrees: true,
      isOld: true,
      why: "It agrees with PRONOTE's list “classes” of 25 August 2026 (rows: 12).",
    });
    const standing = standingOf(snapshot, all, localize);
    expect(standing.proofs).toEqual([
      { list: "classes", day: "2026-08-25", steps: 1, partly: 0, isOld: true },
    ]);
    expect(english(answer({ ...standing, folder: ".", errors: 0, warnings: 0 }))).toMatch(
      /PRONOTE's lists that agree: classes \(25 August 2026, old\)\.$/,
    );
  });

  test("does not matter once a value has changed since", () => {
    const changed = proof.replace(
      "ecarts: 0 }",
      'ecarts: 0 }, empreinte: { "classes/6A/periodicite": "1:00000000" }',
    );
    const { context } = fixture(school(slug, changed), "en", "2026-12-01");
    const all = stepsOf(context.snapshot, []);
    expect(all.find(({ item }) => item.slug === slug)?.state).toBe("to-redo");
    expect(standingOf(context.snapshot, all, context.localize).proofs).toEqual([]);
  });
});
