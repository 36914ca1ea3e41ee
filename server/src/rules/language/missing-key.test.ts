import { expect, test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { rootSchema, type Schema } from "../../schema/schema.ts";
import { missingKey } from "./missing-key.ts";

test("reports a missing key, in block and in flow style", () => {
  checkRule(
    missingKey,
    `
classes:
  6E1: { libelle: Sixième 1 }
# ^^^ “6E1” lacks “periodicite”: nothing says whether the class is graded by trimester, by semester or over the year.
  6E2:
# ^^^ “6E2” lacks “periodicite”: nothing says whether the class is graded by trimester, by semester or over the year.
    libelle: Sixième 2
periodes:
  trimestriel:
    Trimestre 1: {}
#   ^^^^^^^^^^^ “Trimestre 1” lacks “debut” and “fin”: its dates decide which grades count in it.
`,
  );
});

test("accepts keys from a niveau, from another class or from a base", () => {
  checkRule(
    missingKey,
    `
#- base.pronote.yaml
etablissement: { nom: Collège }
niveaux: { 6e: { periodicite: trimestriel } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
etablissement: { rne: 0759998K }
classes:
  6E1: { niveau: 6e }
  6E2: { comme: 6E3 }
  6E3: { periodicite: semestriel }
`,
  );
});

test("reports a key that is removed above a niveau", () => {
  checkRule(
    missingKey,
    `
niveaux: { 6e: { periodicite: trimestriel } }
classes: { 6E1: { niveau: 6e, periodicite: ~ } }
#          ^^^ “6E1” lacks “periodicite”: nothing says whether the class is graded by trimester, by semester or over the year.
`,
  );
});

test("is silent on what is unfinished, what cannot be read, and what only a base writes", () => {
  checkRule(
    missingKey,
    `
#- base.pronote.yaml
etablissement: { academie: Lille }
classes: { 5E1: { libelle: Cinquième } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
classes:
  6E1:
  6E2: { periodicite: }
  6E3: { periodicite: trimestre }
  6E4: { niveau: 6eme }
`,
  );
  checkRule(
    missingKey,
    `
classes: { 6E1: { niveau: 6e } }
niveaux:
  6e: { periodicite: "trimestriel }
`,
  );
  checkRule(missingKey, "herite-de: gone.pronote.yaml\nclasses: { 6E1: { libelle: Sixième } }\n");
});

test("offers each value where there are few, else the key alone", () => {
  checkFix(
    missingKey,
    "classes:\n  6E1:\n    libelle: Sixième # une\n",
    "classes:\n  6E1:\n    libelle: Sixième # une\n    periodicite: trimestriel\n",
  );
  checkFix(
    missingKey,
    "classes: { 6E1: { libelle: Sixième } }\n",
    "classes: { 6E1: { libelle: Sixième, periodicite: semestriel } }\n",
    1,
  );
  checkFix(
    missingKey,
    "periodes:\n  trimestriel:\n    Trimestre 1:\n      publication-bulletins: 2026-12-01\n",
    "periodes:\n  trimestriel:\n    Trimestre 1:\n      publication-bulletins: 2026-12-01\n      debut:\n      fin:\n",
  );
});

test("is silent where the niveau cannot be understood, or what it stands on", () => {
  for (const comme of ["commes: 2de", "comme: 2nd", "comme: [2de]", "comme: 2de B"]) {
    checkRule(
      missingKey,
      `niveaux: { 2de européenne: { ${comme} }, 2de: { periodicite: trimestriel }, 2de B: { comme: C } }
classes: { 2E2: { niveau: 2de européenne } }
`,
    );
  }
  checkRule(missingKey, "niveaux: { 6e: trimestriel }\nclasses: { 6A: { niveau: 6e } }\n");
  checkRule(
    missingKey,
    `
#- etablissement.pronote.yaml
herite-de: base.pronote.yaml
niveaux: { 6e: {} }
classes: { 6A: { niveau: 6e } }
#- base.pronote.yaml
niveaux: trimestriel
`,
  );
});

test("reports a key missing in the thing that `comme` names there, not again for its heirs", () => {
  checkRule(
    missingKey,
    `
clients:
  connexions:
    CDI: { comme: Administration }
    Administration: { designation: Base }
#   ^^^^^^^^^^^^^^ “Administration” lacks “vers”: nothing says which application the Client connects to.
`,
  );
});

test("of each required key the schema says what follows where it is missing, as the end of a sentence", () => {
  const keys = requiredBelow(rootSchema);
  expect(keys.length).toBeGreaterThan(8);
  for (const { key, missing } of keys) {
    const end = expect.stringMatching(/^\p{Ll}.*\.$/u);
    expect(missing, key).toEqual({ en: end, fr: end });
  }
});

function requiredBelow(
  schema: Schema,
  seen = new Set<Schema>(),
): readonly { readonly key: string; readonly missing: Schema["missing"] }[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const below = [...schema.properties.values(), schema.additional, schema.items];
  return [
    ...schema.required.map((key) => ({ key, missing: schema.properties.get(key)?.missing })),
    ...below.flatMap((one) => (one ? requiredBelow(one, seen) : [])),
  ];
}
