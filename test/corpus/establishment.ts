import { Workspace } from "../../server/src/model/workspace.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { communication } from "./communication.ts";
import type { Group } from "./content.ts";
import { type School, schoolOf } from "./facts.ts";
import { distributed } from "./layers.ts";
import type { Printed } from "./marks.ts";
import { network } from "./network.ts";
import { pedagogy } from "./pedagogy.ts";
import { people } from "./people.ts";
import { print } from "./print.ts";
import { schoolLife } from "./school-life.ts";
import { type Style, styleOf } from "./style.ts";

/** The folder of the workspace. */
export const ROOT = "file:///academie";
const TODAY = "2026-08-25";

/** A generated file. */
export interface GeneratedFile extends Printed {
  readonly uri: string;
  readonly content: Group;
  readonly style: Style;
}

/** An establishment: the school, its configuration, and the files of that. */
export interface CorpusEstablishment {
  readonly seed: number;
  readonly school: School;
  readonly content: Group;
  readonly files: readonly GeneratedFile[];
}

/** A valid establishment, the same for the same seed. */
export function establishmentOf(seed: number): CorpusEstablishment {
  const school = schoolOf(seed);
  const content = {
    ...network(school),
    ...pedagogy(school),
    ...people(school),
    ...communication(school),
    ...schoolLife(school),
  };
  return { seed, school, content, files: generatedFiles(content, seed) };
}

/** Distributes a configuration over files, and prints each in a style of its own. */
export function generatedFiles(content: Group, seed: number, inherits = true): readonly GeneratedFile[] {
  return distributed(content, seed, inherits).map(({ path, content: part }, index) => {
    const style = styleOf(seed * 31 + index);
    return { uri: encodeURI(`${ROOT}/${path}`), content: part, style, ...print(part, style) };
  });
}

/** The workspace with these texts, by URI. */
export function workspaceWith(texts: Iterable<readonly [string, string]>): Workspace {
  return Workspace.empty([ROOT], TODAY).with([...texts].map(([uri, text]) => [uri, parseFile(uri, text)]));
}
