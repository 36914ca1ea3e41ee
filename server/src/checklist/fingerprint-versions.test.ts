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

describe("an item that covers something else than before", () => {
  const changed = (source: string) =>
    changesSinceFingerprint(fingerprintOf(before, root(said(12, "aucun", true))), now, root(source)).keys;

  test("is reopened by what it covered then and covers now", () => {
    expect(changed(said(14, "aucun", true))).toEqual(["securite/longueur-min"]);
  });

  test("is not reopened by what it covers only now, or covered only then", () => {
    expect(changed(said(12, "aucun", false))).toEqual([]);
    expect(changed(said(12, "chaque-annee", true))).toEqual([]);
  });

  test("is ticked in a version of its own, and reopened then by what it covers now", () => {
    const ticked = fingerprintOf(now, root(said(12, "aucun", true)));
    expect([...ticked.values()].map((hash) => hash.slice(0, 2))).toEqual(["2:", "2:"]);
    expect(changesSinceFingerprint(ticked, now, root(said(12, "chaque-annee", false))).keys).toEqual([
      "securite/exigences",
    ]);
  });
});

function said(length: number, renewal: string, digit: boolean): string {
  return `securite: { longueur-min: ${length}, renouvellement: ${renewal}, exigences: { chiffre: ${digit} } }\n`;
}

function root(source: string) {
  return establishmentOf(fixture(source).context.snapshot).value;
}
