/** What the README gives for checking before each commit, run by git as it stands there. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { BUNDLE } from "../support/cli.ts";
import { committed, git } from "../support/git.ts";

const PACKAGE = /npx --yes --package=\.\/tools\/rentree-\S+\.tgz rentree /;

/** The hook in the README of a language, in the form of pre-commit. */
function hookIn(readme: string) {
  const text = readFileSync(join(import.meta.dirname, "../..", readme), "utf8");
  const [, yaml = ""] = /^```yaml\n# \.pre-commit-config\.yaml\n([\s\S]*?)^```/m.exec(text) ?? [];
  return parse(yaml).repos[0].hooks[0] as { readonly entry: string; readonly files: string };
}

test("an error in what is committed stops the commit, one elsewhere does not", () => {
  const { entry, files } = hookIn("README.md");
  expect(hookIn("README.fr.md")).toEqual(hookIn("README.md"));
  expect(entry).toMatch(PACKAGE);
  expect("ecole/a.pronote.yaml").toMatch(new RegExp(files));
  const folder = committed({
    "college/etablissement.pronote.yaml": "etablissement: { rne: 0759998K, nom: Collège des Tilleuls }\n",
    "lycee/etablissement.pronote.yaml": "espaces: { parents: { publie: oui } }\n",
  });
  const command = entry.replace(PACKAGE, `'${process.execPath}' '${BUNDLE}' `);
  writeFileSync(join(folder, ".git/hooks/pre-commit"), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  const change = (text: string) => {
    writeFileSync(join(folder, "college/nouveau.pronote.yaml"), text);
    git(folder, "add", ".");
    return () => git(folder, "commit", "-qm", "second");
  };
  expect(change("matieres: { FRANC: { libele: Français } }\n")).toThrow(/unknown-key/);
  expect(git(folder, "log", "--format=%s")).toBe("first");
  change("matieres: { FRANC: { libelle: Français } }\n")();
  expect(git(folder, "log", "--format=%s")).toBe("second\nfirst");
});
