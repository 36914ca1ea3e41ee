import { describe, expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import type { TickPreviewParams } from "./checklist-protocol.ts";
import { tickPreview } from "./tick-preview.ts";

const SCHOOLS = ["a", "b", "c"]
  .map(
    (name) =>
      `#- ${name}/etablissement.pronote.yaml\netablissement: { nom: École ${name}, annee-scolaire: 2026-2027 }\nhebergement: { mode: heberge }\nbase: { annee-scolaire: 2026-2027, nom: base, en-service: true }\n`,
  )
  .join("")
  .concat(
    "#- b/deroulement.pronote.yaml\nderoulement: { archive-de-juillet: { fait: 2026-07-06, par: c } }\n",
  )
  .concat(
    "#- c/deroulement.pronote.yaml\nderoulement: { archive-de-juillet: &a { pour: c }, licences: *a }\n",
  );

/** The candidates, one line each: the establishment, the step, why not. */
function preview(params: TickPreviewParams): readonly string[] {
  return tickPreview(fixture(SCHOOLS).context, params).map(
    ({ name, slug, refused }) => `${name} ${slug}${refused === undefined ? "" : `: ${refused}`}`,
  );
}

describe("a preview of ticks", () => {
  test("of a step in all establishments says why some are left out", () => {
    expect(preview({ action: "fait", slug: "archive-de-juillet" })).toEqual([
      "École a archive-de-juillet",
      "École b archive-de-juillet: Done on 6 July 2026 by c.",
      "École c archive-de-juillet: Nothing was written: “archive-de-juillet” in “deroulement.pronote.yaml” is shared with other entries by “&a”. Write each of them out first.",
    ]);
    expect(preview({ action: "a-faire", slug: "archive-de-juillet" }).slice(0, 2)).toEqual([
      "École a archive-de-juillet: Nobody ticked it.",
      "École b archive-de-juillet",
    ]);
  });

  test("takes steps together that wait only for each other", () => {
    const named = (slug: string) => ({ establishment: `${ROOT}/a`, slug });
    const [waiting] = preview({ action: "fait", steps: [named("creation-base")] });
    expect(waiting).toMatch(/^École a creation-base: Waits for /);
    const both = ["acces-console-hebergement", "creation-base"];
    expect(preview({ action: "fait", steps: both.map(named) })).toEqual(
      both.map((slug) => `École a ${slug}`),
    );
    const phase = preview({ action: "fait", establishment: `${ROOT}/a`, phase: 0 });
    expect(phase).toContain("École a acces-console-hebergement");
    expect(phase.every((line) => line.startsWith("École a "))).toBe(true);
  });

  test("lists nothing that does not apply, and nothing of unknown names", () => {
    expect(preview({ action: "fait", slug: "installation-serveur" })).toEqual([]);
    expect(preview({ action: "fait", slug: "x" })).toEqual([]);
    expect(preview({ action: "fait", steps: [{ establishment: "file:///x", slug: "licences" }] })).toEqual(
      [],
    );
    expect(preview({ action: "fait" })).toEqual([]);
  });
});
