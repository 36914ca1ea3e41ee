/** Git runs no program that a repository or the environment names, and reads no other repository. */
import { appendFileSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ACADEMIE, folderWith, rentree } from "../support/cli.ts";
import { checked, committed, git } from "../support/git.ts";

const CLASSES = "lycee/classes/classes.pronote.yaml";
const MARKER = "college/etablissement.pronote.yaml";

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
    "merge drivers, signatures and the submodules' updates",
    setting(
      ['merge "x"', "driver = PROGRAM"],
      ["log", "showSignature = true"],
      ["gpg", "program = PROGRAM"],
      ['gpg "ssh"', "program = PROGRAM"],
      ['submodule "sub"', "update = !PROGRAM"],
      ["sequence", "editor = PROGRAM"],
      ["interactive", "diffFilter = PROGRAM"],
      ['difftool "x"', "cmd = PROGRAM"],
      ['trailer "x"', "command = PROGRAM"],
      ["core", "sshCommand = PROGRAM"],
    ),
  ],
  [
    "a file that the settings include on a condition",
    (folder, program) => {
      configure(join(folder, ".git/other"), [["core", `fsmonitor = ${program}`]]);
      setting([`includeIf "gitdir:${folder}/"`, "path = other"])(folder, program);
    },
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
  expect((await rentree(folder, ["plan", "--since", "HEAD"])).err).not.toContain("git does not know");
  expect(runs()).toEqual([]);
});

/** Variables of the environment that make git run a program, read another repository or write a file. */
const VARIABLES: readonly (readonly [name: string, value: (program: string, other: string) => object])[] = [
  [
    "a setting",
    (program) => ({ GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "core.fsmonitor", GIT_CONFIG_VALUE_0: program }),
  ],
  ["settings as parameters", (program) => ({ GIT_CONFIG_PARAMETERS: `'core.fsmonitor'='${program}'` })],
  [
    "programs by name",
    (program) => ({
      ...{ GIT_EXTERNAL_DIFF: program, GIT_PAGER: program, GIT_EDITOR: program, GIT_SSH: program },
      ...{ GIT_SSH_COMMAND: program, GIT_ASKPASS: program, SSH_ASKPASS: program, GIT_PROXY_COMMAND: program },
      ...{ PAGER: program, EDITOR: program },
    }),
  ],
  ["a folder with other programs of git", (program) => ({ GIT_EXEC_PATH: dirname(program) })],
  ["another repository", (_, other) => ({ GIT_DIR: join(other, ".git"), GIT_WORK_TREE: other })],
  ["another index", (_, other) => ({ GIT_INDEX_FILE: join(other, ".git/index") })],
  [
    "traces",
    (program) => ({
      GIT_TRACE: join(dirname(program), "marks/trace"),
      GIT_TRACE2_EVENT: join(dirname(program), "marks/event"),
    }),
  ],
];

test.each(VARIABLES)("no variable of git is handed on: %s", async (_, valuesOf) => {
  const { program, runs } = plantedProgram();
  const other = committed({ "a.yaml": "a: 1\n" });
  const folder = committed(ACADEMIE);
  writeFileSync(join(folder, CLASSES), "classes: {}\n");
  const args = ["check", "--changed-since", "HEAD", "--format", "json"];
  const { out, err } = await rentree(folder, args, { env: { ...valuesOf(program, other) } });
  expect(err).not.toContain("git does not know");
  expect(JSON.parse(out).summary.establishments).toBe(1);
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
