import { say } from "../say.ts";
import { type Run, UsageError } from "./command.ts";
export const checklist: Run = async () => {
  throw new UsageError(say("There is no option “{0}”.", "checklist"));
};
