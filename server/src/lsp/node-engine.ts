import type { Front } from "./begin.ts";
import { disk } from "./disk.ts";
import { serve } from "./server.ts";

/** The engine where there is a disk. */
export function engine(front: Front): void {
  serve(front, disk);
}
