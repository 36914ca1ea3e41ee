import { isSame } from "./cells.ts";
import type { ListedService } from "./listed-services.ts";
import { type WantedService, wantedAt } from "./wanted-services.ts";

/** Services of one class and one subject, paired with rows of a list. */
export interface PairedServices {
  readonly pairs: readonly (readonly [WantedService, ListedService])[];
  readonly missing: readonly WantedService[];
  readonly extra: readonly ListedService[];
}

/** How many rows of one class and one subject are compared each with each; no class has nearly as many. */
const MOST = 40;

/** Pairs services with rows by most common teachers; of equal ones by modality, and active ones first. */
export function pairServices(
  wanted: readonly WantedService[],
  listed: readonly ListedService[],
): PairedServices {
  const candidates = wanted
    .slice(0, MOST)
    .flatMap((service) =>
      listed.slice(0, MOST).map((row) => ({
        service,
        row,
        common: commonTeachers(service, row),
        hasModality: hasModality(service, row),
      })),
    )
    .sort(
      (one, other) =>
        other.common - one.common ||
        Number(other.hasModality) - Number(one.hasModality) ||
        Number(other.service.isActive) - Number(one.service.isActive) ||
        one.row.row - other.row.row,
    );
  const pairs = new Map<WantedService, ListedService>();
  const used = new Set<ListedService>();
  for (const { service, row } of candidates) {
    if (pairs.has(service) || used.has(row)) continue;
    pairs.set(service, row);
    used.add(row);
  }
  return {
    pairs: [...pairs],
    missing: wanted.filter((service) => !pairs.has(service)),
    extra: listed.filter((row) => !used.has(row)),
  };
}

function commonTeachers({ value }: WantedService, { values }: ListedService): number {
  const ours = wantedAt(value, "professeurs")?.items ?? [];
  const theirs = values.get("professeurs");
  if (typeof theirs !== "object") return 0;
  const common = ours.filter((name) => theirs.items.includes(name)).length;
  // Exactly the same teachers count more than the same and others.
  return common * 2 + Number(common === ours.length && common === theirs.items.length);
}

function hasModality({ value }: WantedService, { values }: ListedService): boolean {
  const ours = wantedAt(value, "modalite");
  const theirs = values.get("modalite");
  return ours !== undefined && typeof theirs === "object" && isSame(ours, theirs);
}
