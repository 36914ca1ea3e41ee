import { disk } from "./disk.ts";
import type { Session } from "./handshake.ts";
import { serve } from "./server.ts";

/** The engine where there is a disk. */
export function engine(front: Session): void {
  serve(front, disk);
}
