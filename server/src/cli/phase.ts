import { phases } from "../schema/checklist.ts";
import { noSuchValue } from "./arguments.ts";
import type { CommandArguments } from "./command.ts";

/** The phase that `--phase` asks for. Throws a `UsageError` if it is no number of one. */
export function phaseIn(args: CommandArguments): string | undefined {
  const wanted = args.value("phase");
  const ids = phases.map(({ id }) => String(id));
  if (wanted !== undefined && !ids.includes(wanted)) throw noSuchValue(wanted, "--phase", ids);
  return wanted;
}
