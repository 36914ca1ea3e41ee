import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ACADEMIE, folderWith, rentree } from "../support/cli.ts";

const CLASSES = "lycee/classes/classes.pronote.yaml";
const MARKER = "college/etablissement.pronote.yaml";

function git(folder: string, ...args: string[]): string {
  const user = ["-c", "user.name=test", "-c", "user.email=test@exemple.fr"];
  return execFileSync("git", [...user, "-c", "protocol.file.allow=always", ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

function committed(files: { readonly [path: string]: string }, ...init: string[]): string {
  const folder = folderWith(files);
  git(folder, "init", "-q", ...init);
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "first");
  return folder;
}

/** The number of establishments that are checked, or the error message. */
async function checked(folder: string, revision = "HEAD"): Promise<unknown> {
  const args = ["check", "--changed-since", revision, "--format", "json"];
  const { code, out, err } = await rentree(folder, args);
  return code === 2 ? err : JSON.parse(out).summary.establishments;
}

/** A program outside of the repository that creates a file when it runs, and a function that lists these files. */
function plantedProgram(): { readonly program: string; readonly runs: () => readonly string[] } {
  const folder = folderWith({});
  const runs = join(folder, "marks");
  const program = join(folder, "program");
  mkdirSync(runs);
  writeFileSync(program, `#!/bin/sh\n: > "${runs}/mark"\nexit 1\n`, { mode: 0o755 });
  return { program, runs: () => readdirSync(runs) };
}

/** Adds settings to a configuration file of git. */
function configure(file: string, settings: readonly (readonly [section: string, line: string])[]): void {
  appendFileSync(file, settings.map(([section, line]) => `[${section}]\n\t${line}\n`).join(""));
}

const HOOKS = [
  ...["applypatch-msg", "post-checkout", "post-index-change", "post-merge", "post-rewrite", "pre-auto-gc"],
  ...["pre-commit", "pre-push", "proc-receive", "reference-transaction", "sendemail-validate", "update"],
  ...["fsmonitor-watchman", "query-watchman"],
];
const COMMANDS = ["diff", "ls-files", "ls-tree", "rev-parse", "cat-file", "status", "hash-object"];

type Planting = (folder: string, program: string) => void;

const setting =
  (...settings: readonly (readonly [string, string])[]): Planting =>
  (folder, program) =>
    configure(
      join(folder, ".git/config"),
      settings.map(([section, line]) => [section, line.replaceAll("PROGRAM", program)] as const),
    );

/** Settings and files in a repository that could make git run a program. */
const PLANTED: readonly (readonly [name: string, plantIn: Planting])[] = [
  ["core.fsmonitor", setting(["core", "fsmonitor = PROGRAM"])],
  ["a clean filter", setting(['filter "x"', "clean = PROGRAM"], ['filter "x"', "smudge = PROGRAM"])],
  ["a filter process", setting(['filter "x"', "process = PROGRAM"], ['filter "x"', "required = true"])],
  [
    "hooks, and core.hooksPath",
    (folder, program) => {
      for (const hooks of [join(folder, ".git/hooks"), join(folder, ".git/other")]) {
        rmSync(hooks, { recursive: true, force: true });
        mkdirSync(hooks);
        for (const hook of HOOKS) symlinkSync(program, join(hooks, hook));
      }
      const named = HOOKS.flatMap((hook) => [
        [`hook "x-${hook}"`, `command = ${program}`] as const,
        [`hook "x-${hook}"`, `event = ${hook}`] as const,
      ]);
      setting(["core", `hooksPath = ${join(folder, ".git/other")}`], ...named)(folder, program);
    },
  ],
  [
    "diff.external, diff.*.command and textconv",
    setting(
      ["diff", "external = PROGRAM"],
      ['diff "x"', "command = PROGRAM"],
      ['diff "x"', "textconv = PROGRAM"],
    ),
  ],
  ["aliases", setting(...COMMANDS.map((name) => ["alias", `${name} = !PROGRAM`] as const))],
  [
    "pagers, editors and others by name",
    setting(
      ...COMMANDS.map((name) => ["pager", `${name} = PROGRAM`] as const),
      ["core", "pager = PROGRAM"],
      ["core", "editor = PROGRAM"],
      ["core", "alternateRefsCommand = PROGRAM"],
      ["gpg", "program = PROGRAM"],
      ["uploadpack", "packObjectsHook = PROGRAM"],
      ["trace2", "eventTarget = PROGRAM"],
    ),
  ],
  [
    "a file that the settings include",
    (folder, program) => {
      configure(join(folder, ".git/other"), [
        ["core", `fsmonitor = ${program}`],
        ['filter "x"', `clean = ${program}`],
        ["diff", `external = ${program}`],
      ]);
      setting(["include", "path = other"])(folder, program);
    },
  ],
  [
    "the settings of a work tree",
    (folder, program) => {
      configure(join(folder, ".git/config.worktree"), [
        ["core", `fsmonitor = ${program}`],
        ['filter "x"', `clean = ${program}`],
      ]);
      setting(["core", "repositoryFormatVersion = 1"], ["extensions", "worktreeConfig = true"])(
        folder,
        program,
      );
    },
  ],
  [
    "a submodule",
    (folder, program) => {
      const other = committed({ "a.yaml": "a: 1\n" });
      git(folder, "submodule", "--quiet", "add", other, "sub");
      git(folder, "commit", "-qam", "sub");
      writeFileSync(join(folder, "sub/.gitattributes"), "* filter=x\n");
      writeFileSync(join(folder, "sub/a.yaml"), "a: 1\n");
      const config = join(folder, ".git/modules/sub/config");
      configure(config, [
        ["core", `fsmonitor = ${program}`],
        ['filter "x"', `clean = ${program}`],
      ]);
      setting(["submodule", "recurse = true"], ["diff", "submodule = log"])(folder, program);
    },
  ],
  [
    "a nested repository",
    (folder, program) => {
      git(folder, "init", "-q", "inner");
      writeFileSync(join(folder, "inner/a.yaml"), "a: 1\n");
      configure(join(folder, "inner/.git/config"), [["core", `fsmonitor = ${program}`]]);
    },
  ],
];

test.each(PLANTED)("no program that a repository configures is run: %s", async (_, plantIn) => {
  const { program, runs } = plantedProgram();
  const folder = committed({ ...ACADEMIE, ".gitattributes": "*.yaml filter=x diff=x\n" });
  plantIn(folder, program);
  // Both are written, so that git would have to compare their contents; only the first is changed.
  writeFileSync(join(folder, CLASSES), "classes: {}\n");
  writeFileSync(join(folder, MARKER), ACADEMIE[MARKER]);
  expect(await checked(folder)).toBe(1);
  expect(runs()).toEqual([]);
});

/** Remotes from which git could fetch a missing object. */
const REMOTES: readonly (readonly [name: string, ...lines: readonly string[]])[] = [
  ["core.sshCommand", "url = ssh://git@exemple.fr/x"],
  ["a program as the URL", "url = ext::PROGRAM"],
  ["uploadpack", "url = .", "uploadpack = PROGRAM"],
  ["a proxy", "url = git://127.0.0.1/x"],
];

test.each(REMOTES)("missing objects are not fetched: %s", async (_, ...remote) => {
  const { program, runs } = plantedProgram();
  const folder = committed(ACADEMIE);
  const tree = git(folder, "rev-parse", "HEAD^{tree}");
  writeFileSync(join(folder, CLASSES), "classes: {}\n");
  git(folder, "commit", "-qam", "second");
  rmSync(join(folder, ".git/objects", tree.slice(0, 2), tree.slice(2)));
  setting(
    ["core", "repositoryFormatVersion = 1"],
    ["core", "sshCommand = PROGRAM"],
    ["core", "gitProxy = PROGRAM"],
    ["core", "askPass = PROGRAM"],
    ["credential", "helper = !PROGRAM"],
    ["protocol", "allow = always"],
    ["extensions", "partialClone = origin"],
    ...remote.map((line) => ['remote "origin"', line] as const),
    ['remote "origin"', "promisor = true"],
  )(folder, program);
  expect(await checked(folder, "HEAD~1")).toContain("git does not know what changed since “HEAD~1”");
  expect(await checked(folder)).toBe(0);
  expect(runs()).toEqual([]);
});

test("a file that differs only in its line ends is not changed, in either object format", async () => {
  for (const format of ["sha1", "sha256"]) {
    const folder = committed({ ...ACADEMIE, [CLASSES]: "classes: {}\r\n" }, `--object-format=${format}`);
    writeFileSync(join(folder, MARKER), ACADEMIE[MARKER].replaceAll("\n", "\r\n"));
    writeFileSync(join(folder, CLASSES), "classes: {}\n");
    expect([format, await checked(folder)]).toEqual([format, 0]);
    writeFileSync(join(folder, CLASSES), "classes: { }\n");
    expect([format, await checked(folder)]).toEqual([format, 1]);
  }
});

test("files that are staged, ignored, omitted by a sparse checkout, or symbolic links", async () => {
  const folder = committed({ ...ACADEMIE, ".gitignore": "ignore*\n" });
  writeFileSync(join(folder, "college/ignore.pronote.yaml"), "eleves: {}\n");
  expect(await checked(folder)).toBe(0);
  writeFileSync(join(folder, "college/nouveau.pronote.yaml"), "eleves: {}\n");
  git(folder, "add", ".");
  expect(await checked(folder)).toBe(1);
  git(folder, "commit", "-qm", "second");
  git(folder, "update-index", "--skip-worktree", CLASSES);
  rmSync(join(folder, CLASSES));
  expect(await checked(folder)).toBe(0);
  git(folder, "update-index", "--no-skip-worktree", CLASSES);
  git(folder, "checkout", "-q", ".");
  expect(await checked(folder)).toBe(0);
  // Files are not read through a link to a folder, so those of the folder count as deleted.
  renameSync(join(folder, "lycee/classes"), join(folder, "ailleurs"));
  symlinkSync("../ailleurs", join(folder, "lycee/classes"));
  git(folder, "add", "ailleurs");
  expect(await checked(join(folder, "lycee"))).toBe(1);
  git(folder, "checkout", "-q", ".");
  rmSync(join(folder, "lycee/classes"), { recursive: true });
  git(folder, "reset", "-q", "--hard");
  symlinkSync("nouveau.pronote.yaml", join(folder, "college/lien.pronote.yaml"));
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "third");
  expect(await checked(folder)).toBe(0);
  rmSync(join(folder, "college/lien.pronote.yaml"));
  symlinkSync("../academie.pronote.yaml", join(folder, "college/lien.pronote.yaml"));
  expect(await checked(folder)).toBe(1);
  expect(existsSync(join(folder, ".git/index.lock"))).toBe(false);
});
