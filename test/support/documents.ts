import { posix } from "node:path";

/** The parts of the repository that documents may refer to. */
interface Repository {
  /** All files, as paths relative to the root. */
  readonly files: readonly string[];
  /** The names of the scripts in package.json. */
  readonly scripts: readonly string[];
  /** The names of the projects of vitest. */
  readonly projects: readonly string[];
}

/** A path in backticks that starts with a folder of this repository; `*` matches anything in a name. */
const PATH = /`((?:\.github|client|examples|l10n|schemas|server|snippets|test)\/[^\s`]*)`/g;
const LINK = /\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g;
/** A call of vitest with names of tests; names in capitals are placeholders. */
const VITEST = /vitest(?: run)? --project (\w+)((?: [\w./-]+)*)/g;

/** The errors in a document: links and paths without a target, and scripts or projects that do not exist. */
export function documentFaults(path: string, text: string, repository: Repository): readonly string[] {
  const { scripts, projects } = repository;
  const begun = found(text, /npm run new-rule [\w-]+\/([\w-]+)/g);
  return [
    ...found(text, LINK)
      .map((link) => posix.normalize(posix.join(posix.dirname(path), link)))
      .concat(found(text, PATH))
      .filter((target) => !leadsTo(target, repository))
      .map((target) => `${path}: there is no ${target}`),
    ...found(text, /npm run ([\w:-]+)/g)
      .filter((script) => !scripts.includes(script))
      .map((script) => `${path}: there is no script ${script}`),
    ...Array.from(text.matchAll(VITEST)).flatMap(([, project = "", names = ""]) => [
      ...(projects.includes(project) ? [] : [`${path}: there is no project ${project}`]),
      ...names
        .split(" ")
        .filter((name) => /[a-z]/.test(name) && !begun.includes(name) && !isNameOfTest(name, repository))
        .map((name) => `${path}: ${name} names no test`),
    ]),
  ];
}

function isNameOfTest(name: string, { files }: Repository): boolean {
  return files.some((file) => file.endsWith(".test.ts") && file.includes(name));
}

function leadsTo(path: string, { files }: Repository): boolean {
  const pattern = new RegExp(
    `^${path
      .replace(/\/$/, "")
      .split("*")
      .map((part) => part.replace(/[.+?^$()[\]{}|\\]/g, "\\$&"))
      .join("[^/]*")}(?:/|$)`,
  );
  return files.some((file) => pattern.test(file));
}

function found(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), ([, one = ""]) => one);
}
