import { disk } from "./disk.ts";
import type { Session } from "./handshake.ts";
import { serve } from "./server.ts";

/** Starts the engine with access to the disk of this machine. */
export function engine(session: Session): void {
  serve(session, disk);
}
