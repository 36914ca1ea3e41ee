import { type Severities, severitiesFrom } from "../analysis/severities.ts";
import { UsageError } from "./command.ts";

/** The severities given as `rule=severity`; the last one for a rule holds. Throws a `UsageError` if one is invalid. */
export function severitiesOf(texts: readonly string[]): Severities {
  const pairs = texts.map((text): readonly [string, string] => {
    const [id = "", ...severity] = text.split("=");
    return [id, severity.join("=")];
  });
  const { severities, problems } = severitiesFrom(Object.fromEntries(pairs));
  const [problem] = problems;
  if (problem) throw new UsageError(problem);
  return severities;
}
