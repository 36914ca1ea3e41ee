import type { LogOutputChannel } from "vscode";
import type { LogEntry } from "./report/report.ts";

/** How many entries are kept. */
const MAX_ENTRIES = 200;
/** The longest entry that is kept whole, in characters. */
const MAX_LENGTH = 4000;

/** A log whose last entries can be read: VS Code lets extensions only write into theirs. */
export interface RecordedLog {
  /** Writes into the log, and keeps what it writes. */
  readonly channel: LogOutputChannel;
  /** The last warnings, errors and remarks. Traces are not among them: they would hold the texts of files. */
  readonly entries: () => readonly LogEntry[];
}

/** Keeps the last entries of a log. */
export function recordedLog(log: LogOutputChannel): RecordedLog {
  const entries: LogEntry[] = [];
  const kept =
    (level: "info" | "warn" | "error") =>
    (text: string | Error, ...more: unknown[]) => {
      const message = text instanceof Error ? (text.stack ?? text.message) : text;
      entries.push({ when: new Date().toISOString(), level, text: message.slice(0, MAX_LENGTH) });
      if (entries.length > MAX_ENTRIES) entries.shift();
      if (level === "error") log.error(text, ...more);
      else log[level](message, ...more);
    };
  const channel: LogOutputChannel = {
    name: log.name,
    get logLevel() {
      return log.logLevel;
    },
    onDidChangeLogLevel: log.onDidChangeLogLevel,
    trace: (message, ...more) => log.trace(message, ...more),
    debug: (message, ...more) => log.debug(message, ...more),
    info: kept("info"),
    warn: kept("warn"),
    error: kept("error"),
    append: (value) => log.append(value),
    appendLine: (value) => log.appendLine(value),
    replace: (value) => log.replace(value),
    clear: () => log.clear(),
    show: () => log.show(true),
    hide: () => log.hide(),
    dispose: () => log.dispose(),
  };
  return { channel, entries: () => entries };
}
