import { posix } from "node:path";
import { importsOf } from "./layers.ts";

/** A family with more rules should be split. */
const MAX_RULES = 20;

/** An id names a fault, so that “allow unknown-key” makes sense. */
const ID = /^(?!no-)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The differences between the rules that run and their files. `ids` are those of all rules that run; `files` are paths
 * relative to `server/src/rules`. Each rule must have one page, named after it, in the folder of a family whose
 * `index.ts` lists it; and if it has a file of its own, a test next to it.
 */
export function catalogueFaults(
  ids: readonly string[],
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const pages = [...files.keys()].filter((file) => file.endsWith(".md"));
  const idsOfPages = pages.map((page) => posix.basename(page, ".md"));
  return [
    ...ids.filter((id) => !ID.test(id)).map((id) => `${id}: no name of a fault in kebab case`),
    ...twice(ids).map((id) => `${id}: two rules`),
    ...twice(idsOfPages).map((id) => `${id}: two pages`),
    ...ids.filter((id) => !idsOfPages.includes(id)).map((id) => `${id}: no page`),
    ...pages
      .filter((_, at) => !ids.includes(idsOfPages[at] ?? ""))
      .map((page) => `${page}: no rule that runs`),
    ...[...new Set(pages.map((page) => posix.dirname(page)))].flatMap((family) =>
      familyFaults(
        family,
        pages.filter((page) => posix.dirname(page) === family),
        files,
      ),
    ),
  ];
}

function familyFaults(
  family: string,
  pages: readonly string[],
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const listed = importedBy(`${family}/index.ts`, files);
  const led = new Set(listed.flatMap((file) => [file, ...importedBy(file, files)]));
  const sources = pages.map((page) => page.replace(/\.md$/, ".ts")).filter((source) => files.has(source));
  return [
    ...(family.includes("/") || family === "." ? [`${family}: no folder of a family`] : []),
    ...(pages.length > MAX_RULES ? [`${family}: ${pages.length} rules are more than a family`] : []),
    ...pages.filter((page) => !led.has(page)).map((page) => `${page}: its family does not list it`),
    ...sources
      .filter((source) => !files.has(source.replace(/\.ts$/, ".test.ts")))
      .map((source) => `${source}: no test beside it`),
  ];
}

function importedBy(file: string, files: ReadonlyMap<string, string>): readonly string[] {
  return importsOf(files.get(file) ?? "")
    .filter(({ target }) => target.startsWith("."))
    .map(({ target }) => posix.join(posix.dirname(file), target));
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}
