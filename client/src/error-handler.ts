import { commands, l10n, window } from "vscode";
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
} from "vscode-languageclient";

/** How many times the server is restarted within `PERIOD`: one that ends a third time will end again. */
const MAX_RESTARTS = 2;
/** In milliseconds. */
const PERIOD = 3 * 60 * 1000;

/** Restarts a server that ended, and says so; but not one that ends again and again, and says how to go on. */
export function errorHandler(): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    // Of a server that ended, writing to it may fail before its end is known. To shut down then would keep it off.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < PERIOD), now];
      // Of several ends in a short time, the first is told, and that it is the last.
      if (ends.length <= MAX_RESTARTS) return restarted(ends.length === 1);
      const times = ends.length;
      ends = [];
      return staysOff(times);
    },
  };
}

/**
 * Lets the client write its errors into the log only. What a user has to know of them is told by `errorHandler` and the
 * status: of a server that ends while it is started, the client would show three messages more, in its own words.
 */
export function withQuietErrors<Client extends BaseLanguageClient>(client: Client): Client {
  const error = client.error.bind(client);
  client.error = (message, data) => error(message, data, false);
  return client;
}

function restarted(isTold: boolean): CloseHandlerResult {
  const message = l10n.t("The Rentrée server ended unexpectedly and was started again.");
  if (isTold) void window.showWarningMessage(message, reporting()).then(chosen);
  return { action: CloseAction.Restart, handled: true, message };
}

function staysOff(times: number): CloseHandlerResult {
  const message = l10n.t("The Rentrée server ended {0} times in three minutes and stays off.", times);
  void window.showErrorMessage(message, restarting(), reporting()).then(chosen);
  return { action: CloseAction.DoNotRestart, handled: true, message };
}

function restarting(): string {
  return l10n.t("Start It Again");
}

function reporting(): string {
  return l10n.t("Report a Problem…");
}

function chosen(action: string | undefined): void {
  if (action === restarting()) void commands.executeCommand("rentree.restartServer");
  if (action === reporting()) void commands.executeCommand("rentree.reportProblem");
}
