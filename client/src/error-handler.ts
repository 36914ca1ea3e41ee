import { l10n } from "vscode";
import { CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient";

/** How many times the server is restarted within `PERIOD`. */
const MAX_RESTARTS = 4;
/** In milliseconds. */
const PERIOD = 3 * 60 * 1000;

/** Restarts a server that ended, but not one that ends again and again. */
export function errorHandler(): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed: () => {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < PERIOD), now];
      if (ends.length <= MAX_RESTARTS) return { action: CloseAction.Restart, handled: true };
      return {
        action: CloseAction.DoNotRestart,
        message: l10n.t("The Rentrée server ended {0} times in three minutes and stays off.", ends.length),
      };
    },
  };
}
