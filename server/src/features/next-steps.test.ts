import { expect, test } from "vitest";
import { checklistOf } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";

const SCHOOL = `#- etablissement.pronote.yaml
etablissement: { annee-scolaire: 2026-2027, rne: 0759998K, nom: Tilleuls }
hebergement: { mode: heberge }
#- deroulement.pronote.yaml
deroulement:
  aide-aux-utilisateurs: { avant: 2026-08-01 }
  archive-de-juillet: { avant: 2026-12-01 }
  acces-console-hebergement: { fait: 2026-08-24, avant: 2026-08-01 }
`;

const items = checklistOf(fixture(SCHOOL).workspace)[0]!.phases.flatMap((phase) => phase.items);

test("what can be done comes first, by its day; then what has to be written, what waits, what is settled", () => {
  const states = items
    .toSorted((a, b) => (a.next ?? 0) - (b.next ?? 0))
    .map(({ slug, state }) => `${state} ${slug}`);
  expect(states[0]).toBe("to-do aide-aux-utilisateurs");
  expect(states[1]).toBe("to-do archive-de-juillet");
  const groups = states.map((text) => text.split(" ")[0]);
  expect(groups.filter((state, index) => state !== groups[index - 1])).toEqual([
    "to-do",
    "to-write",
    "waiting",
    "decided",
    "done",
    "not-applicable",
  ]);
  expect(items.map(({ next }) => next ?? -1).sort((a, b) => a - b)).toEqual(items.map((_, index) => index));
});

test("only an open step is overdue", () => {
  expect(items.filter(({ overdue }) => overdue).map(({ slug }) => slug)).toEqual(["aide-aux-utilisateurs"]);
});
