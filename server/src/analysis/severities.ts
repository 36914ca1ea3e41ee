import { closest } from "../base/closest.ts";
import { type Message, message } from "../base/message.ts";
import type { Finding, Severity } from "../rules/api/rule.ts";
import { ruleById } from "../rules/index.ts";

/** Severities that differ from the rules' own, by rule; `off` for what is not to be told. */
export type Severities = ReadonlyMap<string, Severity | "off">;

const ALL: readonly (Severity | "off")[] = ["error", "warning", "information", "hint", "off"];

/** Reads what somebody set: what is no rule, or no severity, is left out and told. */
export function severitiesFrom(settings: unknown): {
  readonly severities: Severities;
  readonly problems: readonly Message[];
} {
  const severities = new Map<string, Severity | "off">();
  const problems: Message[] = [];
  if (typeof settings !== "object" || settings === null) return { severities, problems };
  for (const [id, wanted] of Object.entries(settings)) {
    const severity = ALL.find((one) => one === wanted);
    if (!ruleById.has(id)) problems.push(unknownRule(id));
    else if (severity) severities.set(id, severity);
    else problems.push(message("“{0}” is no severity of “{1}”: {2}.", String(wanted), id, ALL.join(", ")));
  }
  return { severities, problems };
}

/** Findings with these severities; the same list where none of them is concerned. */
export function withSeverities(findings: readonly Finding[], severities: Severities): readonly Finding[] {
  if (!findings.some(({ id }) => severities.has(id))) return findings;
  return findings.flatMap((finding) => {
    const severity = severities.get(finding.id);
    if (severity === "off") return [];
    return [severity ? { ...finding, rule: { ...finding.rule, severity } } : finding];
  });
}

/** A name that no rule has, with the nearest that one has. */
export function unknownRule(id: string): Message {
  const [near] = closest(id, ruleById.keys());
  return near === undefined
    ? message("There is no rule “{0}”. “{1}” lists them.", id, "rentree explain")
    : message("There is no rule “{0}”. Did you mean “{1}”?", id, near);
}
