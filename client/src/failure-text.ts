import type { L10n } from "./item-look.ts";

// The numbers of LSP: its library needs VS Code, and tests of this file have none.
const CANCELLED = -32_800;
const CONTENT_MODIFIED = -32_801;

/** Why something failed, in a sentence for people; `undefined` if the user cancelled it. */
export function failureText(error: unknown, isRunning: boolean, l10n: L10n): string | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  if (code === CANCELLED) return undefined;
  // Whatever a request said then: it was not sent, or lost.
  if (!isRunning) return l10n.t("Rentrée could not do that: its server is not running.");
  const reason =
    code === CONTENT_MODIFIED
      ? l10n.t("the text was changed meanwhile. Try again.")
      : error instanceof Error
        ? error.message
        : String(error);
  return l10n.t("Rentrée could not do that: {0}", reason);
}
