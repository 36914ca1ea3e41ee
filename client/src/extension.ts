import { type ExtensionContext, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { EstablishmentChecklist } from "../../server/src/features/protocol.ts";
import { Checklist } from "./checklist.ts";
import { showChecklist } from "./checklist-view.ts";
import { clientOptions } from "./client-options.ts";
import { registerCommands } from "./commands/index.ts";
import { handOverFiles } from "./files.ts";
import { registerRulePages } from "./rule-page.ts";
import { showStatus } from "./status.ts";

/** How the place where VS Code runs makes a language client, and whether its server can read files. */
export interface Platform {
  readonly readsDisk: boolean;
  readonly start: (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;
}

/** What the extension offers to others, our end-to-end tests among them. */
export interface Rentree {
  /** The checklist as it is shown. */
  checklist(): readonly EstablishmentChecklist[];
}

/** Starts the server and shows what it says; resolves when the server answers or has failed to start. */
export async function activate(context: ExtensionContext, place: Platform): Promise<Rentree> {
  const log = window.createOutputChannel("Rentrée", { log: true });
  const client = place.start("rentree", "Rentrée", clientOptions(log));
  const checklist = new Checklist(client);
  const shown = showChecklist(client, checklist);

  context.subscriptions.push(
    log,
    client,
    checklist,
    shown,
    showStatus(client),
    handOverFiles(client, place.readsDisk),
    registerRulePages(client),
    registerCommands({ client, checklist, view: shown.view, log }),
  );
  // The status item and the log tell a failed start; the commands must be there to try again.
  await client.start().catch((fault: unknown) => log.error(String(fault)));
  return { checklist: () => checklist.establishments };
}
