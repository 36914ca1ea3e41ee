import { l10n } from "vscode";
import { CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient";

const TRIES = 4;
const WITHIN = 3 * 60 * 1000;

/** Starts a server that ended again, but gives up on one that keeps ending. */
export function errorHandler(): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed: () => {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < WITHIN), now];
      if (ends.length <= TRIES) return { action: CloseAction.Restart, handled: true };
      return {
        action: CloseAction.DoNotRestart,
        message: l10n.t("The Rentrée server ended {0} times in three minutes and stays off.", ends.length),
      };
    },
  };
}
