import type { ContentPath } from "../content.ts";
import type { Correspondence, ListDifference } from "./comparison.ts";

/** What the comparison of a list with things of a configuration finds. */
export interface Found {
  readonly differences: ListDifference[];
  readonly correspondences: Correspondence[];
  compared: number;
  agreeing: number;
  hidden: number;
  readonly notListed: ContentPath[];
  notNeeded: number;
  parts: number;
}

/** Nothing found yet. */
export function nothingFound(): Found {
  return {
    differences: [],
    correspondences: [],
    compared: 0,
    agreeing: 0,
    hidden: 0,
    notListed: [],
    notNeeded: 0,
    parts: 0,
  };
}
