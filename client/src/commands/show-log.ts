import type { Command } from "./command.ts";

/** Shows what client and server wrote down. */
export const showLog: Command = ({ log }) => log.show(true);
