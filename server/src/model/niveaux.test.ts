import { describe, expect, test } from "vitest";
import { checkFindings } from "../../../test/support/check.ts";
import { effective } from "../../../test/support/effective.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "./establishment.ts";
import { niveauxByClasse } from "./niveaux.ts";

const LYCEE = `
niveaux:
  1re: { periodicite: trimestriel, services: { FRANC: { coefficient: 2 } } }
  1re générale: { comme: 1re, services: { ES-SC: {} } }
  1re techno: { comme: 1re }
  1re STMG: { comme: 1re techno, services: { MSDGN: {} } }
  Tle: { comme: 1re }
  Tle STMG: { comme: 1re STMG }
  2CAP: { comme: 1CAP }
  1CAP: { periodicite: semestriel }
classes:
  1G1: { niveau: 1re générale }
  1STMG: { niveau: 1re STMG }
  1X: { niveau: 1re }
  TG1: { niveau: Tle }
  TSTMG: { niveau: Tle STMG }
  CAP2: { niveau: 2CAP }
  SANS: {}
`;

test("a niveau of one's own is a part of PRONOTE's that it is like, and of those between; no other is", () => {
  const niveaux = niveauxByClasse(establishmentOf(fixture(LYCEE).context.snapshot).value);
  expect(Object.fromEntries(niveaux)).toEqual({
    "1G1": ["1re générale", "1re"],
    "1STMG": ["1re STMG", "1re techno", "1re"],
    "1X": ["1re"],
    TG1: ["Tle"],
    TSTMG: ["Tle STMG"],
    CAP2: ["2CAP"],
    SANS: [],
  });
});

test("its classes take over the values of all of them", () => {
  expect(effective(LYCEE, "classes", "1STMG")).toEqual({
    niveau: "1re STMG",
    periodicite: "trimestriel",
    services: { FRANC: { coefficient: 2 }, MSDGN: {} },
  });
});

test("a group takes over the periodicite that the classes of its niveau share, and of the niveaux below", () => {
  const groups = "groupes-eleves: { LATIN: { classes: 1re }, SPE: { classes: [1re techno, 2CAP] } }\n";
  expect(effective(LYCEE + groups, "groupes-eleves", "LATIN", "periodicite")).toBe("trimestriel");
  expect(effective(LYCEE + groups, "groupes-eleves", "SPE", "periodicite")).toBeUndefined();
});

describe("a circle", () => {
  test("is named, and selects nothing more", () => {
    const source = `
niveaux:
  1re A: { comme: 1re B }
  1re B: { comme: 1re A }
classes: { 1A: { niveau: 1re A, periodicite: trimestriel } }
`;
    const niveaux = niveauxByClasse(establishmentOf(fixture(source).context.snapshot).value);
    expect(niveaux.get("1A")).toEqual(["1re A"]);
    checkFindings(`
niveaux:
  1re A: { comme: 1re B }
  1re B: { comme: 1re A }
  #               ^^^^^ inheritance-cycle: “comme” goes round in a circle (“1re A → 1re B → 1re A”). Nothing is taken over here.
classes: { 1A: { niveau: 1re A, periodicite: trimestriel } }
`);
  });
});

test("a class that cannot be read is in no niveau", () => {
  const source = "niveaux: { 6e: {} }\nclasses: { 6A: { niveau: 6e }, 6B: [x] }\n";
  const niveaux = niveauxByClasse(establishmentOf(fixture(source).context.snapshot).value);
  expect(Object.fromEntries(niveaux)).toEqual({ "6A": ["6e"], "6B": [] });
});
