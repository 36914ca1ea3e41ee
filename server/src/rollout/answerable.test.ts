import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { localizerFor } from "../base/localize.ts";
import { answerableIn } from "./answerable.ts";
import { HIDDEN } from "./value-words.ts";

const PRIVATE = "# mdp: Soleil-2026!";

/** Who is told to answer for something, of all duties. */
function peopleIn(source: string): readonly string[] {
  const { context } = fixture(source);
  return answerableIn(context.snapshot, localizerFor("en")).flatMap(({ people }) => people);
}

test("who has a box ticked is told, but nobody whose line is private", () => {
  const source = (first: string, second: string) => `personnels:
  durand:${first}
    nom: DURAND
    spr: true${second}
  petit: { nom: PETIT, spr: false, super-administrateur: true }
`;
  const [durand, petit, ...others] = peopleIn(source("", ""));
  expect([durand, petit, others]).toEqual([
    expect.stringContaining("DURAND"),
    expect.stringContaining("PETIT"),
    [],
  ]);
  expect(peopleIn(source("", ` ${PRIVATE}`))).toEqual([petit]);
  expect(peopleIn(source(` ${PRIVATE}`, ""))).toEqual([HIDDEN, petit]);
});
