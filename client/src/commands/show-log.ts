import type { Command } from "./command.ts";

/** Shows the log of client and server. */
export const showLog: Command = ({ log }) => log.channel.show(true);
