import { describe, expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { itemIn } from "../../../test/support/steps.ts";
import { edited } from "../../../test/support/workspace-edit.ts";
import { parseFile } from "../syntax/file.ts";
import type { TickArgument } from "./checklist-protocol.ts";
import { ticks } from "./tick.ts";

const TWO = `#- a/etablissement.pronote.yaml
format: 1
#- b/etablissement.pronote.yaml
format: 1
#- b/deroulement.pronote.yaml
deroulement:
  licences: { fait: 2026-06-01 }
`;

function of(establishment: string, slug: string, more: Partial<TickArgument> = {}): TickArgument {
  return { establishment: `${ROOT}/${establishment}`, slug, action: "fait", par: "c.durand", ...more };
}

describe("several ticks are one edit", () => {
  test("with one change of each file, which is created where there is none", () => {
    const { texts, context } = fixture(TWO);
    const wanted = ["a", "b"].flatMap((school) =>
      ["aide-aux-utilisateurs", "rne-etablissement", "licences"].map((slug) => of(school, slug)),
    );
    const { edit, refused } = ticks({ ...context, version: () => 3 }, wanted);
    expect(refused).toEqual([]);
    expect(
      edit?.documentChanges?.map((change) => ("kind" in change ? change.kind : change.textDocument)),
    ).toEqual([
      "create",
      { uri: `${ROOT}/a/deroulement.pronote.yaml`, version: null },
      { uri: `${ROOT}/b/deroulement.pronote.yaml`, version: 3 },
    ]);
    const after = edited(texts, edit!);
    const lines = (school: string) =>
      (after.get(`${ROOT}/${school}/deroulement.pronote.yaml`) ?? "")
        .split("\n")
        .filter((line) => /^ +[\w-]+:/.test(line))
        .map((line) => line.trim().split(":")[0]);
    for (const school of ["a", "b"])
      expect(lines(school)).toEqual(["rne-etablissement", "licences", "aide-aux-utilisateurs"]);
  });

  test("of lines that change only, so that others can be edited at the same time", () => {
    const { context } = fixture(TWO);
    const { edit } = ticks(context, [of("b", "rne-etablissement"), of("b", "aide-aux-utilisateurs")]);
    const [change] = edit?.documentChanges ?? [];
    expect(change && "edits" in change && change.edits.map(({ range }) => [range.start, range.end])).toEqual([
      [
        { line: 1, character: 0 },
        { line: 1, character: 0 },
      ],
      [
        { line: 2, character: 0 },
        { line: 2, character: 0 },
      ],
    ]);
  });

  test("without those that are refused, which are named with their reason", () => {
    const { texts, context } = fixture(TWO.replace("deroulement:", "<<<<<<< a\nderoulement:"));
    const { edit, refused } = ticks(context, [of("b", "rne-etablissement"), of("a", "rne-etablissement")]);
    expect(refused).toEqual([
      {
        establishment: `${ROOT}/b`,
        slug: "rne-etablissement",
        reason:
          "Nothing was written: “deroulement.pronote.yaml” holds two versions of a text, as git leaves them. Decide first what stays.",
      },
    ]);
    const after = edited(texts, edit!);
    expect(after.get(`${ROOT}/b/deroulement.pronote.yaml`)).toBe(
      texts.get(`${ROOT}/b/deroulement.pronote.yaml`),
    );
    expect(after.get(`${ROOT}/a/deroulement.pronote.yaml`)).toContain("\n  rne-etablissement: {");
  });
});

describe("an annotation", () => {
  const school = (entry: string) =>
    `#- deroulement.pronote.yaml\nderoulement:\n  licences: ${entry} # payé\n`;
  const annotated = (source: string, more: Partial<TickArgument>) => {
    const { texts, context, workspace } = fixture(source);
    const { edit, refused } = ticks(context, [
      { establishment: ROOT, slug: "licences", action: "annote", ...more },
    ]);
    const after = edit ? edited(texts, edit) : texts;
    const reparsed = workspace.with([...after].map(([uri, text]) => [uri, parseFile(uri, text)]));
    return {
      text: after.get(`${ROOT}/deroulement.pronote.yaml`),
      refused,
      item: () => itemIn({ workspace: reparsed }, "licences"),
    };
  };

  test.each<[string, string, Partial<TickArgument>, string]>([
    ["adds", "{ fait: 2026-08-01, inconnu: 1 }", { pour: "a.petit" }, ""],
    [
      "adds",
      '{ fait: 2026-08-01, empreinte: { x: "1:0" } }',
      { pour: "a.petit", avant: "2026-09-04" },
      '{ fait: 2026-08-01, empreinte: { x: "1:0" }, pour: a.petit, avant: 2026-09-04 }',
    ],
    [
      "changes",
      "{ pour: a.petit, fait: 2026-08-01 }",
      { pour: "b: c" },
      '{ pour: "b: c", fait: 2026-08-01 }',
    ],
    ["takes away", "{ pour: a.petit, avant: 2026-09-04, note: vu }", { pour: "", avant: "" }, "{ note: vu }"],
    [
      "leaves",
      "{ sans-objet: privé, par: c }",
      { note: "<b>&\n*vu*" },
      '{ sans-objet: privé, par: c, note: "<b>& *vu*" }',
    ],
  ])("%s what is given in %s", (_, entry, more, expected) => {
    const { text, refused } = annotated(school(entry), more);
    if (expected === "") expect(refused).toHaveLength(1);
    else expect(text).toBe(`deroulement:\n  licences: ${expected} # payé\n`);
  });

  test("removes an entry that says nothing any more", () => {
    expect(annotated(school("{ pour: a.petit }"), { pour: "" }).text).toBe("deroulement: {} # payé\n");
  });

  test("is a new line where there is none, and no tick", () => {
    const { item } = annotated("format: 1\n", { pour: "a.petit", avant: "2026-09-04" });
    expect(item()).toMatchObject({ pour: "a.petit", avant: "2026-09-04", state: "to-write" });
  });

  test("is refused for a day that is none, and beside a tick of a base", () => {
    expect(annotated(school("{ pour: a }"), { avant: "demain" }).refused[0]?.reason).toBe(
      "Nothing was written: “demain” is not a day as YYYY-MM-DD (example: 2026-09-04).",
    );
    const heir =
      "#- etablissement.pronote.yaml\nherite-de: base.pronote.yaml\n#- base.pronote.yaml\nderoulement: { licences: { fait: 2026-06-01 } }\n";
    expect(annotated(heir, { pour: "a" }).refused[0]?.reason).toMatch(
      /^Nothing was written: it is ticked in a base/,
    );
  });
});

describe("a clock that is wrong", () => {
  const ticked = (fait: string) =>
    ticks(fixture(`deroulement:\n  licences: { fait: ${fait} }\n`).context, [
      { establishment: ROOT, slug: "licences", action: "fait" },
    ]);

  test("does not overwrite a tick of a day that is still to come", () => {
    expect(ticked("2027-03-01")).toEqual({
      refused: [
        expect.objectContaining({
          reason:
            "Nothing was written: it is ticked for 1 March 2027, and the clock of this computer says 25 August 2026. One of the two is wrong.",
        }),
      ],
    });
  });

  test("may be a day behind, as where the tick was written", () => {
    expect(ticked("2026-08-26").refused).toEqual([]);
  });
});
