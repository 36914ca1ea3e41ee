import { exportedSchema } from "../schema/export.ts";
import type { RunCommand } from "./command.ts";

/** Prints the JSON Schema of the language. */
export const schema: RunCommand = async (_, io) => {
  await io.out(`${JSON.stringify(exportedSchema(io.language), null, 2)}\n`);
  return 0;
};
