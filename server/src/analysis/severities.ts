import { closest } from "../base/closest.ts";
import { type Message, message } from "../base/message.ts";
import type { Finding, Severity } from "../rules/api/rule.ts";
import { ruleById } from "../rules/index.ts";

/** Severities that replace those of the rules, by rule id; `off` for rules that report nothing. */
export type Severities = ReadonlyMap<string, Severity | "off">;

const ALL: readonly (Severity | "off")[] = ["error", "warning", "information", "hint", "off"];

/** Reads severities from settings. Entries with an unknown rule or severity are left out and reported in `problems`. */
export function severitiesFrom(settings: unknown): {
  readonly severities: Severities;
  readonly problems: readonly Message[];
} {
  const severities = new Map<string, Severity | "off">();
  const problems: Message[] = [];
  if (typeof settings !== "object" || settings === null) return { severities, problems };
  for (const [id, value] of Object.entries(settings)) {
    const severity = ALL.find((one) => one === value);
    if (!ruleById.has(id)) problems.push(unknownRule(id));
    else if (severity) severities.set(id, severity);
    else problems.push(message("“{0}” is not a severity for “{1}”: {2}.", String(value), id, ALL.join(", ")));
  }
  return { severities, problems };
}

/**
 * The findings with these severities, without those of rules that are off; the same list if it contains none of these
 * rules.
 */
export function withSeverities(findings: readonly Finding[], severities: Severities): readonly Finding[] {
  if (!findings.some(({ id }) => severities.has(id))) return findings;
  return findings.flatMap((finding) => {
    const severity = severities.get(finding.id);
    if (severity === "off") return [];
    return [severity ? { ...finding, rule: { ...finding.rule, severity } } : finding];
  });
}

/** The message for an unknown rule id, with the nearest id that exists. */
export function unknownRule(id: string): Message {
  const [nearest] = closest(id, ruleById.keys());
  return nearest === undefined
    ? message("There is no rule “{0}”. “{1}” lists them.", id, "rentree explain")
    : message("There is no rule “{0}”. Did you mean “{1}”?", id, nearest);
}
