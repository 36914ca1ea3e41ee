import { describe, expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "../model/establishment.ts";
import { type ItemSpec, itemBySlug } from "../schema/checklist.ts";
import { changesSinceFingerprint, fingerprintOf } from "./fingerprint.ts";

const before: ItemSpec = {
  ...itemBySlug.get("regles-mot-de-passe")!,
  covers: [
    ["securite", "longueur-min"],
    ["securite", "renouvellement"],
  ],
  covered: new Map(),
};
const now: ItemSpec = {
  ...before,
  covers: [
    ["securite", "longueur-min"],
    ["securite", "exigences"],
  ],
  covered: new Map([["1", before.covers]]),
};

describe("an item whose coverage changed", () => {
  const changed = (source: string) =>
    changesSinceFingerprint(fingerprintOf(before, root(securite(12, "aucun", true))), now, root(source)).keys;

  test("is reopened by a value that it covered before and still covers", () => {
    expect(changed(securite(14, "aucun", true))).toEqual(["securite/longueur-min"]);
  });

  test("is not reopened by a value that it covers only now, or covered only before", () => {
    expect(changed(securite(12, "aucun", false))).toEqual([]);
    expect(changed(securite(12, "chaque-annee", true))).toEqual([]);
  });

  test("is ticked in the new version, and then reopened by the values that it covers now", () => {
    const ticked = fingerprintOf(now, root(securite(12, "aucun", true)));
    expect([...ticked.values()].map((hash) => hash.slice(0, 2))).toEqual(["2:", "2:"]);
    expect(changesSinceFingerprint(ticked, now, root(securite(12, "chaque-annee", false))).keys).toEqual([
      "securite/exigences",
    ]);
  });
});

function securite(length: number, renewal: string, digit: boolean): string {
  return `securite: { longueur-min: ${length}, renouvellement: ${renewal}, exigences: { chiffre: ${digit} } }\n`;
}

function root(source: string) {
  return establishmentOf(fixture(source).context.snapshot).value;
}
