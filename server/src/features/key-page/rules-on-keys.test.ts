import { expect, test } from "vitest";
import { constraints } from "../../schema/generated/constraints.ts";
import { languageKeyAt } from "../../schema/language-keys.ts";
import { rulesOn } from "./rules-on-keys.ts";

function idsOn(path: string): readonly string[] {
  const key = languageKeyAt(path.split("/"));
  return key ? rulesOn(key).map(({ id }) => id) : [];
}

test.each([
  ["a key that a constraint is about", "classes/*/services/*/coefficient", ["average-setting-without-notes"]],
  ["a key that decides, in the same map", "classes/*/services/*/mode", ["average-setting-without-notes"]],
  [
    "a key that decides, two maps up",
    "espaces/parents/publie",
    [
      "published-by-the-transfer",
      "setting-of-unpublished-espace",
      "ent-audience-without-espace",
      "discussions-outside-espace",
      "connection-details-of-closed-espace",
      "motif-for-parents-without-espace",
    ],
  ],
  [
    "a key that decides everywhere",
    "hebergement/mode",
    [
      "hosted-host-when-self-hosted",
      "relais-without-clients",
      "application-not-described",
      "users-recovered-by-themselves",
      "transfer-file-when-hosted",
      "textbooks-when-self-hosted",
      "smtp-service-without-server",
    ],
  ],
  ["a name that has to be of a sort", "classes/*/maquette-bulletin", ["maquette-of-another-type"]],
  ["the things of a kind", "salles/*", ["unknown-reference", "booking-by-nobody"]],
  ["a key of which no data speak", "format", []],
])("the rules on %s", (_, path, ids) => {
  expect(idsOn(path)).toEqual(ids);
});

test("every constraint is told at the keys that it is about", () => {
  for (const { id, readings } of constraints)
    for (const { subject, below, keys } of readings)
      for (const key of keys) expect(idsOn([...subject, ...below, key].join("/"))).toContain(id);
});
