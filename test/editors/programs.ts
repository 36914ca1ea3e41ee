import { spawnSync } from "node:child_process";
import { canInstallFromDebian, installFromDebian } from "../host/debian.ts";

/** A Lisp expression that fails unless eglot is there: from Emacs 29 on it is a part of Emacs, before that a package. */
const HAS_EGLOT = "(progn (package-initialize) (require 'eglot))";

/** Each editor that the tests drive: its name, its Debian packages, and how to see that it is there. */
const EDITORS: readonly {
  name: string;
  packages: readonly string[];
  command: readonly [string, ...string[]];
}[] = [
  { name: "Neovim", packages: ["neovim"], command: ["nvim", "--version"] },
  {
    name: "Emacs with eglot",
    packages: ["emacs-nox", "elpa-eglot"],
    command: ["emacs", "-q", "--batch", "--eval", HAS_EGLOT],
  },
];

const lacked = () =>
  EDITORS.filter(
    ({ command: [program, ...args] }) => spawnSync(program, args, { stdio: "ignore" }).status !== 0,
  );

/** What this machine lacks for the tests of other editors, one line each; none where all can run. */
export function lackingEditors(): readonly string[] {
  return lacked().map(
    ({ name, packages }) => `no ${name} here (Debian: apt-get install ${packages.join(" ")})`,
  );
}

/** Installs the editors that are lacking, where that can be done. What it cannot install stays lacking. */
export function installEditors(): void {
  const packages = lacked().flatMap((editor) => editor.packages);
  if (packages.length > 0 && canInstallFromDebian()) installFromDebian(packages);
}
