import type { Context } from "../../server/src/features/context.ts";
import { kinds } from "../../server/src/schema/kinds.ts";
import { fixture } from "../support/fixture.ts";
import { NAMES } from "./nodes.ts";

interface Names {
  [name: string]: Names;
}

/** The context of an empty file of an establishment whose other files declare `NAMES` of each kind, and a base. */
export function schoolContext(): Context {
  const declared: Names = {};
  for (const { paths, at } of kinds.values())
    if (at === "key") for (const path of paths) declareAt(declared, path);
  return fixture(`#- academie.pronote.yaml
matieres: {}
#- ecole/etablissement.pronote.yaml
{}
#- ecole/noms.pronote.yaml
${JSON.stringify(declared)}
#- ecole/matrix.pronote.yaml
$0`).context;
}

function declareAt(root: Names, path: readonly string[]): void {
  let map = root;
  for (const key of path) map = map[key === "*" ? (NAMES[0] ?? "") : key] ??= {};
  for (const name of NAMES) map[name] ??= {};
}
