import { described, type Rule } from "../api/rule.ts";
import contradictoryValues from "./contradictory-values.md";
import fileOfNoEstablishment from "./file-of-no-establishment.md";
import fileUnreadable from "./file-unreadable.md";
import heriteDe from "./herite-de.md";
import inheritanceCycle from "./inheritance-cycle.md";
import { overrideWithoutEffect } from "./override-without-effect.ts";
import { removalWithoutEffect } from "./removal-without-effect.ts";
import repeatedValue from "./repeated-value.md";
import twoMarkers from "./two-markers.md";

/** How files belong together, and what several texts say of one thing. */
export const files: readonly Rule[] = [
  described("contradictory-values", "error", contradictoryValues),
  described("file-of-no-establishment", "information", fileOfNoEstablishment),
  described("file-unreadable", "error", fileUnreadable),
  described("herite-de", "error", heriteDe),
  described("inheritance-cycle", "error", inheritanceCycle),
  overrideWithoutEffect,
  removalWithoutEffect,
  described("repeated-value", "hint", repeatedValue),
  described("two-markers", "error", twoMarkers),
];
