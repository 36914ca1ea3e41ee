import type { EstablishmentTotals } from "../../server/src/features/checklist-protocol.ts";

type Loadable = Pick<EstablishmentTotals, "uri" | "revision"> & { readonly isLoaded: boolean };

/**
 * A new list of establishments, in which those that were loaded while it was asked for stay as they were loaded.
 * `isOutdated` is true if one of them is older than its totals: then it has to be asked for again.
 */
export function withLoadedMeanwhile<One extends Loadable>(
  asked: readonly One[],
  now: readonly One[],
): { readonly establishments: readonly One[]; readonly isOutdated: boolean } {
  const loaded = new Map(now.filter(({ isLoaded }) => isLoaded).map((one) => [one.uri, one]));
  let isOutdated = false;
  const establishments = asked.map((one) => {
    const known = one.isLoaded ? undefined : loaded.get(one.uri);
    if (known && known.revision !== one.revision) isOutdated = true;
    return known ?? one;
  });
  return { establishments, isOutdated };
}
