import { expect, test } from "vitest";
import { analysis } from "../../../test/support/analysis.ts";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { localizerFor } from "../base/localize.ts";
import type { TickArgument } from "./checklist-protocol.ts";
import type { ClientSupport } from "./client-support.ts";
import { fullClientSupport } from "./full-client-support.ts";
import { tick } from "./tick.ts";

const SCHOOL = "#- etablissement.pronote.yaml\netablissement: { annee-scolaire: 2026-2027 }\n";
const TICKED = `${SCHOOL}#- deroulement.pronote.yaml\nderoulement: { licences: { fait: 2026-06-01 } }\n`;

function edit(source: string, more: Partial<TickArgument>, less: Partial<ClientSupport> = {}) {
  const { workspace } = fixture(source);
  return tick(
    {
      analysis,
      localize: localizerFor("en"),
      workspace,
      client: { ...fullClientSupport, ...less },
      uri: (one) => `${one}?`,
      version: () => 7,
    },
    { establishment: ROOT, slug: "aide-aux-utilisateurs", action: "fait", par: "c.durand", ...more },
  );
}

test.each([
  ["a new entry", {}],
  ["an entry written anew", { slug: "licences" }],
  ["an entry taken back", { slug: "licences", action: "a-faire" as const }],
])("%s: for the version of the document that it was made for", (_, more) => {
  const { changes, documentChanges } = edit(TICKED, more) ?? {};
  expect(changes).toBeUndefined();
  expect(documentChanges).toMatchObject([
    { textDocument: { uri: `${ROOT}/deroulement.pronote.yaml?`, version: 7 } },
  ]);
});

test("without versions, for a client that knows none", () => {
  const { changes, documentChanges } = edit(TICKED, {}, { documentChanges: false }) ?? {};
  expect(documentChanges).toBeUndefined();
  expect(Object.keys(changes ?? {})).toEqual([`${ROOT}/deroulement.pronote.yaml?`]);
});

test.each([{ creates: false }, { documentChanges: false }])("into a file that is there, if %j", (less) => {
  expect(edit(SCHOOL, {})?.documentChanges).toMatchObject([{ kind: "create" }, {}]);
  const made = edit(SCHOOL, {}, less);
  expect(JSON.stringify(made)).toContain(`${ROOT}/etablissement.pronote.yaml?`);
  expect(JSON.stringify(made)).not.toContain("create");
});
