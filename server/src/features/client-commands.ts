/**
 * Commands of the client that code actions and completions may name. A client announces those that it has:
 * `experimental: { rentree: { commands: […] } }`. This one asks for the reason of a suppression comment; the argument is
 * a `SilenceArgument` without one.
 */
export const CLIENT_SILENCE = "rentree.silence";
/** Another: shows the page of the rule whose id is the argument. A client that has it shows the URIs of pages as documents. */
export const CLIENT_EXPLAIN = "rentree.explainRule";
/** Another: gathers what is needed to report a problem. The server names it in messages. */
export const CLIENT_REPORT = "rentree.reportProblem";
/** Another: ticks the step that the argument, a `TickArgument`, names. */
export const CLIENT_TICK = "rentree.checklist.tick";
/** Another: shows a step, a `StepName`, in the checklist. */
export const CLIENT_REVEAL = "rentree.checklist.reveal";
/** Another: lists places beside the one that they are about. The argument is a `ShownReferences`. */
export const CLIENT_REFERENCES = "rentree.showReferences";
/** Another: opens the list of completions at the cursor. */
export const CLIENT_SUGGEST = "editor.action.triggerSuggest";
/** All of these: the commands of a client that the server may name. */
export const CLIENT_COMMANDS: readonly string[] = [
  CLIENT_EXPLAIN,
  CLIENT_REFERENCES,
  CLIENT_REPORT,
  CLIENT_REVEAL,
  CLIENT_SILENCE,
  CLIENT_SUGGEST,
  CLIENT_TICK,
];
