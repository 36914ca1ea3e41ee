import { Analysis } from "../analysis/analysis.ts";
import { inOrderOfNames } from "../base/name-order.ts";
import { checklist as listsOf } from "../features/checklist.ts";
import { checklistFormats } from "./checklist-formats/formats.ts";
import { type ExitCode, type RunCommand, worse } from "./command.ts";
import { formatIn } from "./output-format.ts";
import { sayFault } from "./own-fault.ts";
import { pathInput, reportNone } from "./path-input.ts";
import { phaseIn } from "./phase.ts";
import { reportEmpty } from "./scope.ts";
import { shownPlace } from "./shown-place.ts";
import { sweep } from "./sweep.ts";
import { reportUnread } from "./unread.ts";

/** Prints the state of the rollout of each establishment at the paths. */
export const checklist: RunCommand = async (args, io) => {
  const format = formatIn(checklistFormats, args);
  const phase = phaseIn(args);
  const input = await pathInput(args, io);
  const { scope, requested } = input;
  const emptyCode = reportEmpty(input, io);
  const path = (uri: string) => shownPlace(io.cwd, uri);
  let ownFault: ExitCode = 0;
  const context = {
    analysis: new Analysis((part, error) => {
      ownFault = 3;
      sayFault(part, error, io);
    }),
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
  const unreadCode = worse(reportUnread(input, io), reportNone(establishments, emptyCode, io));
  const print = await format.load();
  await io.out(
    print({ establishments: inOrderOfNames(establishments, io.language), todo: args.has("todo"), path }, io),
  );
  return worse(worse(emptyCode, unreadCode), ownFault);
};
