import { describe, expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { itemIn } from "../../../test/support/steps.ts";
import { edited } from "../../../test/support/workspace-edit.ts";
import type { TickArgument } from "./checklist-protocol.ts";
import { tick } from "./tick.ts";

const WHO = "pour: a.petit, avant: 2026-09-04";

describe("a comparison that is written", () => {
  const proof = "preuve: { liste: classes, du: 2026-08-20, lues: 12, ecarts: 1 }";

  test("stays beside a tick, unless values have changed since", () => {
    expect(textAfter(`{ ${proof} }`, "fait")).toBe(
      line(`{ fait: 2026-08-25, par: c.durand, ${proof}, empreinte: {} }`),
    );
    const before = `{ fait: 2026-08-20, ${proof}, empreinte: { licence/professeurs: "1:00000000" } }`;
    expect(textAfter(before, "fait")).toBe(line("{ fait: 2026-08-25, par: c.durand, empreinte: {} }"));
  });
});

describe("who is to do it, and until when,", () => {
  test("is no tick", () => {
    expect(itemIn(fixture(line(`{ ${WHO} }`)), "licences")).toMatchObject({
      state: "to-write",
      pour: "a.petit",
      avant: "2026-09-04",
    });
  });

  test("stays beside a tick", () => {
    expect(textAfter(`{ ${WHO} }`, "fait")).toBe(
      line(`{ fait: 2026-08-25, par: c.durand, empreinte: {}, ${WHO} }`),
    );
  });

  test("stays when the tick is taken back", () => {
    expect(textAfter(`{ fait: 2026-08-24, ${WHO} }`, "a-faire")).toBe(line(`{ ${WHO} }`));
  });
});

function line(entry: string): string {
  return `deroulement: { licences: ${entry} }\n`;
}

/** The text once a person did something with the entry. */
function textAfter(entry: string, action: TickArgument["action"]): string | undefined {
  const { texts, context } = fixture(line(entry));
  const edit = tick(context, { establishment: ROOT, slug: "licences", action, par: "c.durand" });
  return edit && edited(texts, edit).get(`${ROOT}/etablissement.pronote.yaml`);
}
