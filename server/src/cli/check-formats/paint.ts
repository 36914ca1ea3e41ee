import type { Severity } from "../../rules/api/rule.ts";

/** Functions that colour texts for a terminal. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

const SEVERITIES: { readonly [S in Severity]: string } = {
  error: "1;31",
  warning: "1;33",
  information: "1;36",
  hint: "2",
};

/** The functions of `Paint`; without `color` they return texts as they are. */
export function paintOf(color: boolean): Paint {
  const paint = (code: string) => (text: string) =>
    color && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    bold: paint("1"),
    dim: paint("2"),
    green: paint("32"),
    severity: (severity, text) => paint(SEVERITIES[severity])(text),
  };
}
