import { commands, Disposable } from "vscode";
import { tellFailure } from "../failure.ts";
import { annotateAny, annotateItems } from "./annotate-items.ts";
import { arrangeFleet } from "./arrange-fleet.ts";
import { checkWorkspace } from "./check-workspace.ts";
import type { Command, Tools } from "./command.ts";
import { clearComparison, compareClipboard } from "./compare-clipboard.ts";
import { copyMenuPath } from "./copy-menu-path.ts";
import { explainRule } from "./explain-rule.ts";
import { chooseArrangement, showAll, showToDo } from "./filter-checklist.ts";
import { fixEverywhere } from "./fix-everywhere.ts";
import { importExports, refreshImport } from "./import-exports.ts";
import { markNotApplicable } from "./mark-not-applicable.ts";
import { newEstablishment } from "./new-establishment.ts";
import { newYear } from "./new-year.ts";
import { openItem, previewItem } from "./open-item.ts";
import { openPlace } from "./open-place.ts";
import { openPlan } from "./open-plan.ts";
import { refreshChecklist } from "./refresh-checklist.ts";
import { reopenItem } from "./reopen-item.ts";
import { report } from "./report.ts";
import { reportProblem } from "./report-problem.ts";
import { restartServer } from "./restart-server.ts";
import { revealStep } from "./reveal-step.ts";
import { settleDifference } from "./settle-difference.ts";
import { compareEffective, showEffective } from "./show-effective.ts";
import { showLog } from "./show-log.ts";
import { showReferences } from "./show-references.ts";
import { silence } from "./silence.ts";
import { tickEverywhere, tickFleetStep } from "./tick-everywhere.ts";
import { tickItem } from "./tick-item.ts";
import { toggleItem } from "./toggle-item.ts";
import { whyInactive } from "./why-inactive.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  "rentree.checkWorkspace": checkWorkspace,
  "rentree.compareEffective": compareEffective,
  "rentree.checklist.annotate": annotateAny,
  "rentree.checklist.assign": annotateItems("pour"),
  "rentree.checklist.copyPath": copyMenuPath,
  "rentree.checklist.filter": chooseArrangement,
  "rentree.checklist.markNotApplicable": markNotApplicable,
  "rentree.checklist.note": annotateItems("note"),
  "rentree.checklist.open": openItem,
  "rentree.checklist.preview": previewItem,
  "rentree.checklist.refresh": refreshChecklist,
  "rentree.checklist.reopen": reopenItem,
  "rentree.checklist.reveal": revealStep,
  "rentree.checklist.setDate": annotateItems("avant"),
  "rentree.checklist.showAll": showAll,
  "rentree.checklist.showToDo": showToDo,
  "rentree.checklist.tick": tickItem,
  "rentree.checklist.tickEverywhere": tickEverywhere,
  "rentree.checklist.toggle": toggleItem,
  "rentree.clearComparison": clearComparison,
  "rentree.compareClipboard": compareClipboard,
  "rentree.explainRule": explainRule,
  "rentree.fleet.arrange": arrangeFleet,
  "rentree.fleet.fix": fixEverywhere,
  "rentree.fleet.open": openPlace,
  "rentree.fleet.tick": tickFleetStep,
  "rentree.import": importExports,
  "rentree.refreshImport": refreshImport,
  "rentree.newEstablishment": newEstablishment,
  "rentree.newYear": newYear,
  "rentree.report": report,
  "rentree.reportProblem": reportProblem,
  "rentree.openPlan": openPlan,
  "rentree.restartServer": restartServer,
  "rentree.settleDifference": settleDifference,
  "rentree.showEffective": showEffective,
  "rentree.showLog": showLog,
  "rentree.showReferences": showReferences,
  "rentree.silence": silence,
  "rentree.whyInactive": whyInactive,
};

/** Registers all commands. An error in one of them is logged and shown to the user. */
export function registerCommands(tools: Tools): Disposable {
  return Disposable.from(
    ...Object.entries(COMMANDS).map(([id, run]) =>
      commands.registerCommand(id, async (argument?: unknown, selection?: unknown) => {
        try {
          return await run(tools, argument, selection);
        } catch (error) {
          tellFailure(tools.client, id, error);
          return undefined;
        }
      }),
    ),
  );
}
