import { parse } from "yaml";
import type { Mutant } from "./mutant.ts";
import { MutationError } from "./options.ts";

/** An entry about mutants whose behaviour is the same as that of the source. */
export interface Equivalent {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

/** Reads `equivalent.yaml`. Throws a `MutationError` for an incomplete entry. */
export function equivalentsOf(text: string): readonly Equivalent[] {
  const entries = (parse(text) ?? []) as readonly Partial<Equivalent>[];
  return entries.map(({ file, before, after, why }, at) => {
    if (!file || before === undefined || after === undefined || !why)
      throw new MutationError(`equivalent.yaml, entry ${at + 1} needs file, before, after and why`);
    return { file, before, after, why };
  });
}

/** Whether an entry is about a mutant. */
export function names({ file, before, after }: Equivalent, mutant: Mutant): boolean {
  return file === mutant.file && before === mutant.before && after === mutant.after;
}

/** The entries that are about none of these mutants: the source has changed. */
export function staleAmong(
  entries: readonly Equivalent[],
  mutants: readonly Mutant[],
): readonly Equivalent[] {
  return entries.filter((entry) => !mutants.some((mutant) => names(entry, mutant)));
}
