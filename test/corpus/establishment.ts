import { Workspace } from "../../server/src/model/workspace.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { communication } from "./communication.ts";
import { type School, schoolOf } from "./facts.ts";
import { laidOut } from "./layers.ts";
import type { Printed } from "./marks.ts";
import { network } from "./network.ts";
import { pedagogy } from "./pedagogy.ts";
import { people } from "./people.ts";
import { print } from "./print.ts";
import type { Group } from "./said.ts";
import { schoolLife } from "./school-life.ts";
import { type Style, styleOf } from "./style.ts";

export const ROOT = "file:///academie";
const TODAY = "2026-08-25";

/** A file that the generator wrote. */
export interface Written extends Printed {
  readonly uri: string;
  readonly said: Group;
  readonly style: Style;
}

/** An establishment as it is, and how its files say it. */
export interface CorpusEstablishment {
  readonly seed: number;
  readonly school: School;
  readonly said: Group;
  readonly files: readonly Written[];
}

/** A valid establishment; the same for the same seed. */
export function establishmentOf(seed: number): CorpusEstablishment {
  const school = schoolOf(seed);
  const said = {
    ...network(school),
    ...pedagogy(school),
    ...people(school),
    ...communication(school),
    ...schoolLife(school),
  };
  return { seed, school, said, files: writtenFiles(said, seed) };
}

/** What an establishment says, laid out in files and printed, each file in a style of its own. */
export function writtenFiles(said: Group, seed: number, inherits = true): readonly Written[] {
  return laidOut(said, seed, inherits).map(({ path, said: part }, index) => {
    const style = styleOf(seed * 31 + index);
    return { uri: encodeURI(`${ROOT}/${path}`), said: part, style, ...print(part, style) };
  });
}

/** The workspace that texts make. */
export function workspaceWith(texts: Iterable<readonly [string, string]>): Workspace {
  return Workspace.empty([ROOT], TODAY).with([...texts].map(([uri, text]) => [uri, parseFile(uri, text)]));
}
