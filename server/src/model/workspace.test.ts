import fc from "fast-check";
import { expect, test } from "vitest";
import { changeFile, parseFile, rangeOf, unreadable } from "../syntax/file.ts";
import { Workspace } from "./workspace.ts";

const ROOT = "file:///academie";
const PATHS = [
  ...["academie", "commun/droits", "a/partage", "a/classes", "lost"].map((name) => `${name}.pronote.yaml`),
  ...["a", "a/annexe", "b"].map((folder) => `${folder}/etablissement.pronote.yaml`),
];
const TEXTS = [
  "",
  "classes: {}",
  "etablissement: { rne: 0759998K }",
  "# commentaire\netablissement:\n  rne: 0759998K",
  "herite-de: ../academie.pronote.yaml",
  "classes: {}\nherite-de: [../academie.pronote.yaml, ../a/partage.pronote.yaml]",
  "herite-de: commun/droits.pronote.yaml\netablissement: { rne: 0759901E }",
  "herite-de: ../a/etablissement.pronote.yaml",
];

const change = fc.tuple(fc.constantFrom(...PATHS), fc.option(fc.constantFrom(...TEXTS), { nil: undefined }));
const parsed = ([path, text]: readonly [string, string | undefined]) => {
  const uri = `${ROOT}/${path}`;
  return [uri, text === undefined ? undefined : parseFile(uri, text)] as const;
};

function contentsOf({ files, layout, snapshots }: Workspace) {
  return {
    ...layout,
    files: [...files.keys()],
    problems: layout.problems.map(({ at, message }) => {
      const file = files.get(at.block.uri);
      return [at.block.uri, file && rangeOf(file, at), message];
    }),
    snapshots: snapshots.map(({ lineage: _, ...rest }) => rest),
  };
}

test("a workspace depends on its files only, not on the order of changes", () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), (steps) => {
      let workspace = Workspace.empty([ROOT], "2026-08-25");
      for (const step of steps) {
        workspace = workspace.with(step.map(parsed));
        const anew = Workspace.empty([ROOT], "2026-08-25").with([...workspace.files].reverse());
        expect(contentsOf(workspace)).toEqual(contentsOf(anew));
      }
    }),
  );
});

test("unchanged snapshots are the same objects, and the snapshots of a file are found", () => {
  const marker = (name: string) => `${ROOT}/${name}/etablissement.pronote.yaml`;
  const base = `${ROOT}/academie.pronote.yaml`;
  const before = Workspace.empty([ROOT], "2026-08-25").with(
    [
      ["academie.pronote.yaml", ""] as const,
      ["a/etablissement.pronote.yaml", TEXTS[4]] as const,
      ["b/etablissement.pronote.yaml", TEXTS[4]] as const,
    ].map(parsed),
  );
  const after = before.with([[marker("b"), parseFile(marker("b"), `${TEXTS[4]}\nclasses: {}`)]]);
  expect(after.of(marker("a"))).toEqual(before.of(marker("a")));
  expect(after.snapshots.map((one, index) => one === before.snapshots[index])).toEqual([true, false]);
  expect(after.snapshots.map(({ lineage }) => lineage)).toEqual(
    before.snapshots.map(({ lineage }) => lineage),
  );
  expect(after.of(base)).toEqual(after.snapshots);
  expect(after.of(`${ROOT}/nowhere.pronote.yaml`)).toEqual([]);
});

test("the problems of the layout have their current positions", () => {
  const texts = [
    ["a/etablissement.pronote.yaml", TEXTS[4]],
    ["academie.pronote.yaml", TEXTS[2]],
  ] as const;
  const before = Workspace.empty([ROOT], "2026-08-25").with(texts.map(parsed));
  const line = ({ problems }: ReturnType<typeof contentsOf>) => problems.map(([, range]) => range);
  expect(line(contentsOf(before))).toMatchObject([{ start: { line: 0, character: 17 } }]);
  const after = before.with([parsed(["academie.pronote.yaml", TEXTS[3]])]);
  expect(line(contentsOf(after))).toMatchObject([{ start: { line: 2, character: 2 } }]);
});

test("adding or removing a base changes the problems and what is known, even if it is empty", () => {
  const base = `${ROOT}/academie.pronote.yaml`;
  const marker = parsed(["a/etablissement.pronote.yaml", TEXTS[4]]);
  const [empty, missing] = [parseFile(base, ""), unreadable(base, "missing")];
  for (const [before, after] of [
    [missing, empty],
    [empty, missing],
    [missing, unreadable(base, "binary")],
  ] as const) {
    const workspace = Workspace.empty([ROOT], "2026-08-25").with([marker, [base, before]]);
    const next = workspace.with([[base, after]]);
    expect(contentsOf(next)).toEqual(contentsOf(Workspace.empty([ROOT], "2026-08-25").with(next.files)));
    expect(next.layout.problems).toHaveLength(after === missing ? 1 : 0);
  }
});

test("a second marker is reported at its current first key", () => {
  const uri = `${ROOT}/a/etablissement.pronote.yml`;
  const file = parseFile(uri, "classes: {}\n");
  const before = Workspace.empty([ROOT], "2026-08-25").with([
    parsed(["a/etablissement.pronote.yaml", ""]),
    [uri, file],
  ]);
  const start = { line: 0, character: 0 };
  const after = before.with([[uri, changeFile(file, { start, end: start }, "niveaux: {}\n")]]);
  expect(contentsOf(after).problems).toMatchObject([[uri, { start }, {}]]);
});
