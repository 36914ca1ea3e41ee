/** A statement of a source on what settings have to do with each other, and what answers it. */
export interface ReviewedStatement {
  readonly statement?: string;
  /** Codes of the sources. */
  readonly from?: readonly string[];
  /** The id of a line of `x-constraints`. */
  readonly line?: string;
  /** The id of a rule that is written by hand. */
  readonly rule?: string;
  /** Why nothing that is written can contradict it. */
  readonly none?: string;
}

type Reviewed = Readonly<Record<string, readonly ReviewedStatement[]>>;

/** What is wrong with the list of statements, by section. */
export function reviewFaults(
  reviewed: Reviewed,
  lines: ReadonlySet<string>,
  rules: ReadonlySet<string>,
): readonly string[] {
  const all = Object.entries(reviewed).flatMap(([section, list]) =>
    list.map((one) => [section, one] as const),
  );
  const named = new Set(all.map(([, { line }]) => line));
  return [
    ...all.flatMap(([section, one]) =>
      faultsOf(one, lines, rules).map((fault) => `${section}, ${one.statement ?? "?"}: ${fault}`),
    ),
    ...[...lines].filter((line) => !named.has(line)).map((line) => `${line}: no statement`),
  ];
}

function faultsOf(
  { statement = "", from = [], line, rule, none }: ReviewedStatement,
  lines: ReadonlySet<string>,
  rules: ReadonlySet<string>,
): readonly string[] {
  const answers = [line, rule, none].filter((answer) => answer !== undefined);
  return [
    ...(statement === "" ? ["no statement"] : []),
    ...(from.length === 0 ? ["no source"] : []),
    ...(answers.length === 0 ? ["nothing answers it"] : []),
    ...(answers.length > 1 ? ["a line, a rule and a reason exclude each other"] : []),
    ...(line !== undefined && !lines.has(line) ? [`there is no line ${line}`] : []),
    ...(rule !== undefined && !rules.has(rule) ? [`there is no rule ${rule}`] : []),
  ];
}

/** The statements as Markdown tables, with their numbers. */
export function reviewTable(reviewed: Reviewed): string {
  const all = Object.values(reviewed).flat();
  const count = (key: "line" | "rule" | "none") => all.filter((one) => one[key] !== undefined).length;
  const sections = Object.entries(reviewed).map(
    ([section, list]) =>
      `## ${section}\n\n| statement | source | answered by |\n| --- | --- | --- |\n${list.map(rowOf).join("\n")}`,
  );
  return `# Settings that depend on each other

What the booklet and the documentation say of it, and what answers each statement: a line of \`x-constraints\`, a rule that
is written by hand, or nothing, and why. Written from \`constraints-reviewed.yaml\` by
\`npx vitest run --project unit test/constraints-reviewed.test.ts -u\`.

${all.length} statements: ${count("line")} by a line, ${count("rule")} by a rule, ${count("none")} by nothing.

${sections.join("\n\n")}
`;
}

function rowOf({ statement = "", from = [], line, rule, none }: ReviewedStatement): string {
  const answer = line ? `line \`${line}\`` : rule ? `rule \`${rule}\`` : (none ?? "");
  return `| ${[statement, from.join(", "), answer].map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
