import { version } from "../../../package.json";
import type { RunCommand } from "./command.ts";

/** Prints the version. */
export const runVersion: RunCommand = async (_, io) => {
  await io.out(`${version}\n`);
  return 0;
};
