import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
/** Installed and generated files, and files from elsewhere. */
const NOT_OURS = /(?:^|\/)(?:node_modules|generated|fixtures)\//;

/** The paths of our files in these folders, relative to the root of the repository, with “/” on every system. */
export function filesIn(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(ROOT.length + 1)
          .split(sep)
          .join("/"),
      )
      .filter((file) => !NOT_OURS.test(file)),
  );
}

/** The contents of files, by their paths relative to the root of the repository. */
export function textsOf(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
}

/** Whether a file is our TypeScript; not a declaration file for another language. */
export const isTypeScript = (file: string): boolean => /(?<!\.d)\.ts$/.test(file);

/** Whether a file is a part of the program, not a test. */
export const isProgram = (file: string): boolean => isTypeScript(file) && !file.endsWith(".test.ts");
