import { createHash } from "node:crypto";
import type { Mutant } from "./mutant.ts";

/**
 * A sample of mutants, chosen by a seed. A larger sample contains the smaller one, and an edit in one place does not change
 * the choice in another.
 */
export function sampleOf(mutants: readonly Mutant[], size: number, seed: number): readonly Mutant[] {
  const ranked = mutants.map((mutant) => [hashOf(`${seed}\0${mutant.key}`), mutant] as const);
  return ranked
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, size)
    .map(([, mutant]) => mutant);
}

/** The SHA-256 of a text, as hex digits. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
