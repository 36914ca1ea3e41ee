import { describe, expect, test } from "vitest";
import { analysis } from "../../../test/support/analysis.ts";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { stepIn } from "../../../test/support/steps.ts";
import { edited } from "../../../test/support/workspace-edit.ts";
import { localizerFor } from "../base/localize.ts";
import { parseFile } from "../syntax/file.ts";
import { fullClientSupport } from "./full-client-support.ts";
import { tick } from "./tick.ts";

const SLUG = "professeurs-principaux";
const SCHOOL = `#- etablissement.pronote.yaml
etablissement: { annee-scolaire: 2026-2027 }
professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX } }
classes: { 6E1: { periodicite: annee-continue, professeur-principal: martin } }
`;
const TICKS = "deroulement.pronote.yaml";

/** The line of the step once a list of classes has proved it, and the state of the step then. */
function proved(source: string) {
  const fixed = fixture(source);
  const preuve = { liste: "classes", du: "2026-08-24", lues: 12, ecarts: 0 };
  const target = {
    workspace: fixed.workspace,
    analysis,
    localize: localizerFor("en"),
    client: fullClientSupport,
    uri: (one: string) => one,
    version: () => null,
  };
  const edit = tick(target, { establishment: ROOT, slug: SLUG, action: "preuve", preuve });
  const texts = edited(fixed.texts, edit ?? {});
  const workspace = fixed.workspace.with([...texts].map(([uri, text]) => [uri, parseFile(uri, text)]));
  const line = texts
    .get(`${ROOT}/${TICKS}`)
    ?.split("\n")
    .find((one) => one.includes(`  ${SLUG}:`));
  return { line: line?.trim(), state: stepIn({ workspace }, SLUG) };
}

describe("a comparison with a list is written as proof", () => {
  test("where nothing stood", () => {
    const { line, state } = proved(SCHOOL);
    expect(line).toMatch(
      /^professeurs-principaux: \{ annee: 2026-2027, preuve: \{ liste: classes, du: 2026-08-24, lues: 12, ecarts: 0 \}, empreinte: \{ classes\/6E1: "\d:[0-9a-f]{8}" \} \}$/,
    );
    expect(state).toBe(
      "done: Proved on 24 August 2026. It agrees with PRONOTE's list “classes” of 24 August 2026 (rows: 12).",
    );
  });

  test("beside what was assigned and noted", () => {
    const { line } = proved(`${SCHOOL}#- ${TICKS}
deroulement:
  ${SLUG}: { pour: a.petit, avant: 2026-09-01, note: vu }
`);
    expect(line).toContain("note: vu, pour: a.petit, avant: 2026-09-01 }");
  });

  test("beside a tick that holds", () => {
    const { line } = proved(`${SCHOOL}#- ${TICKS}
deroulement:
  ${SLUG}: { fait: 2026-08-20, par: c.durand, annee: 2026-2027 }
`);
    expect(line).toMatch(/: \{ fait: 2026-08-20, par: c\.durand, annee: 2026-2027, preuve: /);
  });

  test("in the place of a tick of other values, and of an older comparison", () => {
    for (const before of [
      'fait: 2026-08-20, par: c.durand, annee: 2026-2027, empreinte: { classes/6E1: "1:00000000" }',
      "fait: 2025-08-20, annee: 2025-2026",
      "annee: 2026-2027, preuve: { liste: classes, du: 2026-08-01, ecarts: 3 }",
    ]) {
      const { line, state } = proved(`${SCHOOL}#- ${TICKS}\nderoulement:\n  ${SLUG}: { ${before} }\n`);
      expect(line).toMatch(
        /^professeurs-principaux: \{ annee: 2026-2027, preuve: \{ liste: classes, du: 2026-08-24/,
      );
      expect(state).toMatch(/^done: Proved on 24 August 2026/);
    }
  });
});
