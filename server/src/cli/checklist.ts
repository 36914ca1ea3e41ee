import { Analysis } from "../analysis/analysis.ts";
import { message } from "../base/message.ts";
import { checklist as listsOf } from "../features/checklist.ts";
import { checklistFormats } from "./checklist-formats/formats.ts";
import type { RunCommand } from "./command.ts";
import { formatIn } from "./output-format.ts";
import { sayFault } from "./own-fault.ts";
import { phaseIn } from "./phase.ts";
import { inputOf, reportEmpty } from "./scope.ts";
import { shownPlace } from "./shown-place.ts";
import { sweep } from "./sweep.ts";
import { pathTargetOf } from "./target.ts";

/** Prints the state of the rollout of each establishment at the paths. */
export const checklist: RunCommand = async (args, io) => {
  const format = formatIn(checklistFormats, args);
  const paths = args.operands.length > 0 ? args.operands : ["."];
  const phase = phaseIn(args);
  const input = await inputOf(await Promise.all(paths.map((path) => pathTargetOf(path, io.cwd))));
  const { scope, requested } = input;
  const emptyCode = reportEmpty(input, io);
  const path = (uri: string) => shownPlace(io.cwd, uri);
  const context = {
    analysis: new Analysis((part, error) => sayFault(part, error, io)),
    language: io.language,
    uri: (canonical: string) => canonical,
  };
  const swept = await sweep(scope, ({ snapshot }) => listsOf([snapshot], context));
  const establishments = swept.establishments.flatMap(({ folder, members, result }) =>
    members.some((uri) => requested.has(uri))
      ? result.map((list) => ({
          ...list,
          folder: path(folder),
          phases: list.phases.filter(({ id }) => phase === undefined || String(id) === phase),
        }))
      : [],
  );
  if (establishments.length === 0 && emptyCode === 0) {
    const marker = "etablissement.pronote.yaml";
    io.say(message("There is no establishment here: its folder would have a file “{0}”.", marker));
  }
  const print = await format.load();
  await io.out(print({ establishments, todo: args.has("todo"), path }, io));
  return emptyCode;
};
