import type { PlanStepName } from "../../../server/src/features/plan-protocol.ts";
import type { ChecklistItem } from "../../../server/src/features/protocol.ts";
import type { LocalWords } from "../item-look.ts";
import type { PageButton, PageNotice } from "./page.ts";
import type { PlanSituation, ServerState } from "./situation.ts";

/** How many files are named at most. */
const MOST_FILES = 5;

/** What is told on any page: that the server does not answer, what is missing, and what was ticked a moment ago. */
export function generalNotices(
  { server, ticked, plan }: PlanSituation,
  l10n: LocalWords,
): readonly PageNotice[] {
  const notices: PageNotice[] = [];
  if (server === "stopped")
    notices.push({
      id: "server",
      kind: "warning",
      text: l10n.t("The server is not running: what stands here may be out of date."),
      buttons: [{ id: "restart", text: l10n.t("Start the server"), action: { type: "restart" } }],
    });
  // Before the first plan came, the page says that it is being read.
  else if (server === "starting" && plan !== undefined)
    notices.push({
      id: "server",
      kind: "information",
      text: l10n.t("The server is starting again: what stands here may be out of date."),
      buttons: [],
    });
  if (plan?.unread)
    notices.push({
      id: "unread",
      kind: "warning",
      text: l10n.t("Some lines cannot be read: what they say is missing here."),
      buttons: plan.unread
        .slice(0, MOST_FILES)
        .map(({ file, place }, at) => ({ id: `unread/${at}`, text: file, action: { type: "open", place } })),
    });
  if (ticked)
    notices.push({
      id: "ticked",
      kind: "done",
      text: l10n.t("Ticked: {0}", ticked.title),
      buttons: [
        {
          id: "reopen",
          text: l10n.t("Reopen"),
          spoken: l10n.t("{0}: {1}", l10n.t("Reopen"), ticked.title),
          action: { type: "reopen", slug: ticked.slug },
        },
      ],
    });
  return notices;
}

/** A notice that names steps, each a button that leads there. */
export function stepsNotice(
  id: string,
  kind: PageNotice["kind"],
  text: string,
  steps: readonly PlanStepName[],
): readonly PageNotice[] {
  if (steps.length === 0) return [];
  return [{ id, kind, text, buttons: steps.map((step) => goButton(`${id}/${step.slug}`, step)) }];
}

function goButton(id: string, { slug, title }: PlanStepName): PageButton {
  return { id, text: title, action: { type: "go", slug } };
}

/** Why a step cannot be ticked now; `undefined` if it can. */
export function whyNoTick(
  { tickable, state }: ChecklistItem,
  server: ServerState,
  l10n: LocalWords,
): string | undefined {
  if (server !== "running") return l10n.t("The server is not running.");
  if (tickable) return undefined;
  switch (state) {
    case "waiting":
      return l10n.t("An earlier step comes first.");
    case "to-write":
      return l10n.t("Something has to be written in the file first.");
    case "blocked-by-error":
      return l10n.t("An error in the file comes first.");
    default:
      return l10n.t("This step is not ticked: it follows from the file.");
  }
}
