import { type ExtensionContext, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { EstablishmentChecklist } from "../../server/src/features/protocol.ts";
import { Checklist } from "./checklist.ts";
import { showChecklist } from "./checklist-view.ts";
import { clientOptions } from "./client-options.ts";
import { registerCommands } from "./commands/index.ts";
import { ShownDifferences } from "./comparison.ts";
import { registerComparisonPage } from "./comparison-page.ts";
import { registerEffectivePages } from "./effective-page.ts";
import { withQuietErrors } from "./error-handler.ts";
import { sendFiles } from "./files.ts";
import { firstSteps } from "./first/first-steps.ts";
import { showInactivity } from "./first/why-inactive.ts";
import { showFleet } from "./fleet/fleet-view.ts";
import { ImportDrop } from "./import/drop.ts";
import { Importer } from "./import/importer.ts";
import { ownCommands } from "./own-commands.ts";
import { registerPages } from "./pages.ts";
import { PlanView } from "./plan/plan-view.ts";
import { recordedLog } from "./recorded-log.ts";
import { showStatus } from "./status.ts";
import { registerStepPages } from "./step-page.ts";
import type { System } from "./system.ts";

/**
 * What differs between Node and the browser: how the language client is created, and whether the server reads files.
 */
export interface Platform {
  readonly readsDisk: boolean;
  readonly system: () => System;
  readonly start: (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;
}

/** The API of the extension, which the end-to-end tests use too. */
export interface Rentree {
  /** The checklist that the view shows. */
  checklist(): readonly EstablishmentChecklist[];
  /** Whether the server runs. */
  isRunning(): boolean;
}

/** Starts the server and registers views and commands. Resolves when the server runs or failed to start. */
export async function activate(context: ExtensionContext, platform: Platform): Promise<Rentree> {
  const log = recordedLog(window.createOutputChannel("Rentrée", { log: true }));
  const first = firstSteps();
  const client = withQuietErrors(
    platform.start("rentree", "Rentrée", clientOptions(log.channel, first.middleware)),
  );
  client.registerFeature(ownCommands);
  const checklist = new Checklist(client);
  const files = sendFiles(client, platform.readsDisk);
  const comparison = new ShownDifferences();
  const importer = new Importer(client, platform.readsDisk);
  const checklistView = showChecklist(client, checklist, new ImportDrop(client, importer));
  const fleet = showFleet(client, checklist, context.workspaceState);
  const status = showStatus(client);
  const plan = new PlanView(client, checklist, context.extensionUri);

  context.subscriptions.push(
    log.channel,
    client,
    checklist,
    checklistView,
    comparison,
    registerComparisonPage(comparison),
    fleet,
    importer,
    plan,
    status,
    first.watch(status),
    showInactivity(client),
    files,
    registerEffectivePages(client),
    registerPages(client),
    registerStepPages(checklist),
    registerCommands({
      client,
      checklist,
      comparison,
      files,
      importer,
      view: checklistView.view,
      arrangement: checklistView.arrangement,
      fleet,
      plan,
      log,
      status,
      system: platform.system,
    }),
  );
  // A failed start is shown by the status item and the log. The commands are needed to try again.
  await client.start().catch((error: unknown) => log.channel.error(String(error)));
  return { checklist: () => checklist.establishments, isRunning: () => client.isRunning() };
}
