import { join } from "node:path";
import type { Plugin } from "vitest/config";
import type { InlineConfig } from "vitest/node";
import config from "../../vitest.config.ts";
import { PROJECTS } from "../support/projects.ts";
import { filesIn, isProgram, isTypeScript, textsOf } from "../support/sources.ts";
import { MutationError } from "./options.ts";

const ENGINE = "server/src";

/** How the project runs its unit tests. */
export interface UnitTests {
  readonly root: string;
  readonly plugins: readonly Plugin[];
  readonly options: InlineConfig;
}

/** The unit tests as `vitest.config.ts` defines them, and the properties beside them. Throws a `MutationError` if there is no such project. */
export function unitTests(): UnitTests {
  const { plugins = [], test: { projects = [], reporters: _, ...common } = {} } = config;
  const unit = projects.flatMap((project) =>
    typeof project === "object" && "test" in project && project.test?.name === "unit" ? [project.test] : [],
  )[0];
  if (!unit) throw new MutationError("vitest.config.ts has no project “unit”");
  return {
    root: join(import.meta.dirname, "../.."),
    plugins: plugins as readonly Plugin[],
    options: { ...common, ...unit, exclude: withoutProperties(unit.exclude) } as InlineConfig,
  };
}

/** Properties of the whole engine, in test/, are too slow. */
function withoutProperties(patterns: readonly string[] = []): readonly string[] {
  const others = patterns.filter((pattern) => !PROJECTS.property.include.includes(pattern));
  return [...others, "test/**/*.property.test.ts"];
}

/** The texts of all files that unit tests can load, by their paths from the root. */
export function allTexts(): ReadonlyMap<string, string> {
  return textsOf(filesIn("client", "schemas", "server", "test").filter(isTypeScript));
}

/** The source files of a folder of the engine, without tests. Throws a `MutationError` if there is no such folder. */
export function sourcesIn(folder: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const engine = [...texts.keys()].filter((file) => file.startsWith(`${ENGINE}/`) && isProgram(file));
  const found = engine.filter((file) => file.startsWith(`${ENGINE}/${folder}/`)).sort();
  if (found.length > 0) return found;
  const folders = new Set(engine.flatMap((file) => file.split("/").slice(2, -1).slice(0, 1)));
  throw new MutationError(`there is no folder “${folder}” in ${ENGINE}: ${[...folders].join(", ")}`);
}
