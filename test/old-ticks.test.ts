/**
 * A release never reopens a school. In `version-0.1/` two establishments are as their examples were in that version, with
 * every item ticked by it: what is not simply done now is listed here, each with its reason.
 */
import { join } from "node:path";
import { expect, test } from "vitest";
import { localizerFor } from "../server/src/base/localize.ts";
import { parseFile } from "../server/src/syntax/file.ts";
import { stepsOf } from "./support/analysis.ts";
import { ROOT } from "./support/fixture.ts";
import { workspaceOf } from "./support/workspace.ts";

const workspace = workspaceOf(join(import.meta.dirname, "version-0.1"));
const localize = localizerFor("en");

test("the collège's ticks hold", () => {
  expect(changed("college-des-tilleuls")).toMatchInlineSnapshot(`
    [
      "maileva not-applicable: Not needed, since the box “Maileva subscription” (Communication, Letters, Maileva) is not ticked.",
      "integration-ent not-applicable: Not needed, since the box “Active” (ENT) is not ticked.",
      "rapprochement-identites not-applicable: Not needed, since the box “Active” (ENT) is not ticked.",
      "publication-espace-direction-et-autres done: Done on 25 August 2026 by c.durand. Not written, though: “Published” (Espaces, Espace Accompagnants), “Published” (Espaces, Espace Entreprise), “Published” (Espaces, Espace Académie).",
      "transfert-des-modifications not-applicable: Not needed, since “How changes reach PRONOTE” (EDT) is “Directly in the PRONOTE base”.",
    ]
  `);
});

test("the lycée's ticks hold", () => {
  expect(changed("lycee-de-la-rade")).toMatchInlineSnapshot(`
    [
      "espaces-au-transfert done: Done on 25 August 2026 by c.durand. Not written, though: “Published at the transfer” (Espaces, Espace Parents), “Published at the transfer” (Espaces, Espace Élèves), “Published at the transfer” (Espaces, Espace Professeurs).",
      "preferences-contact-eleves done: Done on 25 August 2026 by c.durand. Not written, though: “Students” (Contact preferences).",
      "inscription-sms not-applicable: Not needed, since the box “Registered for SMS” (Communication, SMS) is not ticked.",
      "publication-espace-direction-et-autres done: Done on 25 August 2026 by c.durand. Not written, though: “Published” (Espaces, Espace Accompagnants), “Published” (Espaces, Espace Académie).",
      "acces-professeurs done: Done on 25 August 2026 by c.durand. Not written, though: “Way of sending” (Connection details, Teachers).",
      "acces-responsables not-applicable: Not needed, since the box “Guardians” (ENT, Audiences) is ticked.",
      "acces-eleves not-applicable: Not needed, since the box “Students” (ENT, Audiences) is ticked.",
      "transfert-des-modifications not-applicable: Not needed, since “How changes reach PRONOTE” (EDT) is “Directly in the PRONOTE base”.",
      "reservation-salles-et-materiels done: Done on 25 August 2026 by c.durand. Not written, though: “Rooms” or “Equipment”.",
      "rencontres-et-desiderata done: Done on 25 August 2026 by c.durand. Not written, though: “Sessions” (Parent-teacher meetings).",
    ]
  `);
});

test("a value that changes reopens what covers it, as in that version", () => {
  const uri = `${ROOT}/college-des-tilleuls/mots-de-passe.pronote.yaml`;
  const next = workspace.with([[uri, parseFile(uri, "securite: { longueur-min: 14 }\n")]]);
  expect(changed("college-des-tilleuls", next)).toContain(
    "regles-mot-de-passe to-redo: Values changed since 25 August 2026 (1 of 4): “Shortest password” (Security of the accounts).",
  );
});

/** The items with a tick that are not simply done, nor without an object in the hosting mode. */
function changed(school: string, { snapshots } = workspace): readonly string[] {
  const snapshot = snapshots.find(({ folder }) => folder === `${ROOT}/${school}`);
  if (!snapshot) throw new Error(`no establishment in ${school}`);
  return stepsOf(snapshot)
    .filter(({ tick }) => tick)
    .map(({ item, state, why }) => `${item.slug} ${state}: ${localize(why)}`)
    .filter((line) => !line.endsWith("done: Done on 25 August 2026 by c.durand."))
    .filter((line) => !/ Only for a (self-)?hosted establishment\.$/.test(line));
}
