import type { Command } from "./index.ts";

/** Shows what client and server wrote down. */
export const showLog: Command = ({ log }) => log.show(true);
