import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  CHECKED,
  type CheckedParams,
  STATUS,
  type StatusParams,
} from "../../server/src/features/status-protocol.ts";
import { PATTERN } from "./client-options.ts";

/** The language status. Disposing of it removes it. */
export interface ServerStatus extends Disposable {
  /** What the server counted last. */
  readonly last: () => StatusParams | undefined;
  /** Tells each count of the server. A client has one handler for each notification, which is here. */
  readonly onDidCount: Event<StatusParams>;
}

/** Shows the state of the server in the language status: starting, failed, or the number of findings. */
export function showStatus(client: BaseLanguageClient): ServerStatus {
  let last: StatusParams | undefined;
  let checked: CheckedParams | undefined;
  const counted = new EventEmitter<StatusParams>();
  const item = languages.createLanguageStatusItem("rentree.status", [
    { language: "pronote" },
    { pattern: PATTERN },
  ]);
  item.name = "Rentrée";
  starting(item);
  const resources = Disposable.from(
    item,
    counted,
    client.onNotification(STATUS, (status: StatusParams) => {
      last = status;
      ready(item, status, checked);
      counted.fire(status);
    }),
    client.onNotification(CHECKED, (params: CheckedParams) => {
      checked = params;
      if (last) ready(item, last, checked);
    }),
    client.onDidChangeState(({ newState }) => {
      const isOff = newState === State.Stopped || newState === State.StartFailed;
      // Where nothing is in the view of the checklist, it says how to go on.
      void commands.executeCommand("setContext", "rentree.off", isOff);
      if (newState === State.Starting) starting(item);
      else if (isOff) failed(item);
    }),
  );
  return { last: () => last, onDidCount: counted.event, dispose: () => resources.dispose() };
}

function starting(item: LanguageStatusItem): void {
  item.busy = true;
  item.severity = LanguageStatusSeverity.Information;
  item.text = l10n.t("Rentrée: starting");
  item.detail = "";
  item.command = showLog();
}

function ready(
  item: LanguageStatusItem,
  { establishments, files, errors, warnings }: StatusParams,
  checked: CheckedParams | undefined,
): void {
  const findings = errors + warnings;
  item.busy = false;
  item.severity = LanguageStatusSeverity.Information;
  item.text =
    findings === 0
      ? l10n.t("Rentrée: no finding")
      : findings === 1
        ? l10n.t("Rentrée: 1 finding")
        : l10n.t("Rentrée: {0} findings", findings);
  item.detail = checked
    ? l10n.t(
        "Establishments: {0}, files: {1}; last check: {2} ms",
        establishments,
        files,
        checked.milliseconds,
      )
    : l10n.t("Establishments: {0}, files: {1}", establishments, files);
  item.command = { command: "rentree.checkWorkspace", title: l10n.t("Show the Findings") };
}

function failed(item: LanguageStatusItem): void {
  item.busy = false;
  item.severity = LanguageStatusSeverity.Error;
  item.text = l10n.t("Rentrée: the server is not running");
  item.detail = l10n.t("Nothing is checked until it is started again.");
  item.command = { command: "rentree.restartServer", title: l10n.t("Start It Again") };
}

function showLog(): { command: string; title: string } {
  return { command: "rentree.showLog", title: l10n.t("Show the Log") };
}
