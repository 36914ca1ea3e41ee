import { closest } from "../closest.ts";
import type { Workspace } from "../model/workspace.ts";
import { findingsOf } from "../rules/findings.ts";
import { ruleById } from "../rules/index.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import { say } from "../say.ts";
import { UsageError } from "./command.ts";

/** Severities that differ from the rules' own. */
export type Severities = ReadonlyMap<string, Severity | "off">;

const SEVERITIES: readonly (Severity | "off")[] = ["error", "warning", "information", "hint", "off"];

/** Reads `rule=severity`, each one; of several for a rule the last holds. */
export function severitiesOf(texts: readonly string[]): Severities {
  return new Map(
    texts.map((text) => {
      const [id = "", wanted = ""] = text.split("=");
      if (!ruleById.has(id)) throw unknownRule(id);
      const severity = SEVERITIES.find((one) => one === wanted);
      if (!severity) {
        const list = SEVERITIES.join(", ");
        throw new UsageError(say("“{0}” is no severity of “{1}”: {2}.", wanted, id, list));
      }
      return [id, severity];
    }),
  );
}

/** What is found in a workspace, with these severities. */
export function foundWith(severities: Severities): (workspace: Workspace) => readonly Finding[] {
  return (workspace) =>
    [...findingsOf(workspace).values()].flat().flatMap((finding) => {
      const severity = severities.get(finding.id);
      if (severity === "off") return [];
      return [severity ? { ...finding, rule: { ...finding.rule, severity } } : finding];
    });
}

/** A name that no rule has, with the nearest that one has. */
export function unknownRule(id: string): UsageError {
  const [near] = closest(id, ruleById.keys());
  return new UsageError(
    near === undefined
      ? say("There is no rule “{0}”. “{1}” lists them.", id, "rentree explain")
      : say("There is no rule “{0}”. Did you mean “{1}”?", id, near),
  );
}
