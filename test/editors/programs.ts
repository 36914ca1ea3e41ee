import { spawnSync } from "node:child_process";

/** A Lisp expression that fails unless eglot is there: from Emacs 29 on it is a part of Emacs, before that a package. */
const HAS_EGLOT = "(progn (package-initialize) (require 'eglot))";

/** Each editor that the tests drive: its name, its Debian packages, and how to see that it is there. */
const EDITORS: readonly { name: string; packages: string; command: readonly [string, ...string[]] }[] = [
  { name: "Neovim", packages: "neovim", command: ["nvim", "--version"] },
  {
    name: "Emacs with eglot",
    packages: "emacs-nox elpa-eglot",
    command: ["emacs", "-q", "--batch", "--eval", HAS_EGLOT],
  },
];

/** What this machine lacks for the tests of other editors, one line each; none where all can run. */
export function lackingEditors(): readonly string[] {
  return EDITORS.filter(
    ({ command: [program, ...args] }) => spawnSync(program, args, { stdio: "ignore" }).status !== 0,
  ).map(({ name, packages }) => `no ${name} here (Debian: apt-get install ${packages})`);
}
