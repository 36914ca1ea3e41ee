import { type Equivalent, names } from "./equivalents.ts";
import { mutantsIn } from "./find.ts";
import { type InstrumentedSource, instrumented, type NumberedMutant } from "./instrument.ts";
import type { Mutant } from "./mutant.ts";
import { importersOf } from "./nearest-tests.ts";
import type { Options } from "./options.ts";
import { relatedTests } from "./related-tests.ts";
import { sourcesIn } from "./repository.ts";
import { hashOf, sampleOf } from "./sample.ts";

/** A mutant of the sample. */
export interface SampledMutant {
  readonly folder: string;
  readonly mutant: NumberedMutant;
  readonly equivalent: boolean;
  /** The tests that may judge it, the nearest first. */
  readonly near: readonly string[];
  /** The key of its result. */
  readonly key: string;
  /** A hash of what its result depends on: the test that noticed it, or all that might have, and the options. */
  readonly judges: (by: string | undefined) => string;
}

/** All mutants of some folders of the engine, by folder. */
export function mutantsByFolder(
  folders: readonly string[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Mutant[]> {
  return new Map(
    folders.map((folder) => [
      folder,
      sourcesIn(folder, texts).flatMap((file) => mutantsIn(file, texts.get(file) ?? "")),
    ]),
  );
}

/** The sample of each folder, with the near tests. `texts` are all files, `tests` the paths of the tests. */
export function samples(
  mutants: ReadonlyMap<string, readonly Mutant[]>,
  options: Pick<Options, "sample" | "seed" | "near" | "seconds" | "slow">,
  texts: ReadonlyMap<string, string>,
  tests: ReadonlySet<string>,
  equivalents: readonly Equivalent[],
): readonly SampledMutant[] {
  const importers = importersOf(texts);
  let number = 0;
  return [...mutants].flatMap(([folder, all]) =>
    sampleOf(all, options.sample, options.seed).map((mutant): SampledMutant => {
      const near = relatedTests(mutant.file, importers, tests, texts, options.near);
      const hashOfTests = (...names: readonly (string | number)[]) =>
        hashOf(names.flatMap((name) => [name, typeof name === "string" ? texts.get(name) : ""]).join("\0"));
      return {
        folder,
        mutant: { ...mutant, number: ++number },
        equivalent: equivalents.some((one) => names(one, mutant)),
        near,
        key: hashOf(`${texts.get(mutant.file)}\0${mutant.key}`),
        judges: (by) =>
          by === undefined ? hashOfTests(options.seconds, options.slow, ...near) : hashOfTests(by),
      };
    }),
  );
}

/** The instrumented source files of these mutants. */
export function instrumentedSources(
  sampled: readonly SampledMutant[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, InstrumentedSource> {
  const files = new Set(sampled.map(({ mutant }) => mutant.file));
  return new Map(
    [...files].map((file) => {
      const text = texts.get(file) ?? "";
      const own = sampled.map(({ mutant }) => mutant).filter((mutant) => mutant.file === file);
      return [file, { text, instrumented: instrumented(text, own) }];
    }),
  );
}
