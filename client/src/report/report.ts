import type { StatusParams } from "../../../server/src/features/status-protocol.ts";
import type { L10n } from "../item-look.ts";
import { type Masked, maskedText } from "./mask.ts";

/** An entry of the log. */
export interface LogEntry {
  /** As in ISO 8601. */
  readonly when: string;
  readonly level: "info" | "warn" | "error";
  readonly text: string;
}

/** What a report is made of. */
export interface ReportParts {
  /** What runs, by its name: the extension, the editor, what it runs on. */
  readonly versions: readonly (readonly [name: string, version: string])[];
  /** The settings that a user changed, by their names. */
  readonly settings: ReadonlyMap<string, unknown>;
  /** The settings that may have any text as their value: only that they are set is told. */
  readonly freeTexts: ReadonlySet<string>;
  /** The state of the server: running, starting… */
  readonly server: string;
  /** What the server counted last. */
  readonly status: StatusParams | undefined;
  /** The rule of each finding. */
  readonly findings: readonly string[];
  /** The last entries of the log. */
  readonly log: readonly LogEntry[];
  readonly masked: Masked;
}

/** A report of a problem as Markdown, to be read before it is given to anybody. */
export function reportText(parts: ReportParts, l10n: L10n): string {
  const { versions, server, status, settings } = parts;
  const counts: [string, number][] = status
    ? [
        [l10n.t("Establishments"), status.establishments],
        [l10n.t("Files"), status.files],
      ]
    : [];
  return [
    `# ${l10n.t("Report of a problem with Rentrée")}`,
    l10n.t(
      "Nothing of this was sent. It holds no text of your files, and no names of files or people; read it all the same, and take out what should not leave your machine.",
    ),
    `## ${l10n.t("What happened?")}`,
    l10n.t("(What you did, what you expected, and what you saw instead.)"),
    `## ${l10n.t("Versions")}`,
    listed(versions),
    `## ${l10n.t("Settings")}`,
    listed([...settings].map(([name, value]) => [name, settingText(name, value, parts)] as const)) ||
      l10n.t("All as they come."),
    `## ${l10n.t("State")}`,
    listed([[l10n.t("Server"), server], ...counts]),
    `## ${l10n.t("Findings by rule")}`,
    listed(countsOf(parts.findings)) || l10n.t("None."),
    `## ${l10n.t("End of the log")}`,
    fenced(parts.log.map(({ when, level, text }) => `${when} ${level} ${maskedText(text, parts.masked)}`)),
    "",
  ].join("\n\n");
}

function listed(rows: readonly (readonly [name: string, value: string | number])[]): string {
  return rows.map(([name, value]) => `- ${name}: ${value}`).join("\n");
}

/** The value of a setting, where it is one of a list or a switch; of other texts, only that they are there. */
function settingText(name: string, value: unknown, { freeTexts }: ReportParts): string {
  if (freeTexts.has(name)) return "<text>";
  if (typeof value === "string") return plain(value);
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, one]) => `${plain(key)}: ${plain(String(one))}`);
  return entries.join(", ");
}

/** A word as rules and choices are written; anything else may be anything. */
function plain(text: string): string {
  return /^[a-z]+(?:-[a-z]+){0,8}$/.test(text) ? text : "<text>";
}

function countsOf(rules: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(plain(rule), (counts.get(plain(rule)) ?? 0) + 1);
  return [...counts].sort(([one, few], [other, many]) => many - few || one.localeCompare(other));
}

/** Lines that Markdown leaves as they are. */
function fenced(lines: readonly string[]): string {
  return ["~~~~text", ...lines.map((line) => line.replaceAll("~~~~", "~~~")), "~~~~"].join("\n");
}
