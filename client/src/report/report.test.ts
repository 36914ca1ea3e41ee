import { expect, test } from "vitest";
import { maskedText, namesIn } from "./mask.ts";
import { type ReportParts, reportText } from "./report.ts";

const l10n = { t: (text: string) => text };

/** What must not appear, wherever it is planted. */
const CANARIES = [
  "Lurçat",
  "hypokhagne",
  "0759998K",
  "0612345678",
  "06 12 34 56 78",
  "Soleil2026",
  "Dubois",
  "m.dubois@ac-exemple.fr",
  "1234567890A",
];

/** The ways in which a canary may get into the log; `$` stands for it. */
const WAYS = [
  "The hover: TypeError: no “$” here",
  "reading: Error: ENOENT: no such file, open '/home/dubois/lycee-lurcat/$.pronote.yaml'",
  "The folder “file:///c%3A/Users/dubois/$” cannot be read",
  "Error: cannot read C:\\Users\\dubois\\$\\classes.pronote.yaml",
  'Unexpected token in {"text":"classes: { $: {} }"}',
  "The rule “unknown-reference”: RangeError: [$] is no name\nclasses:\n  $: { niveau: 6e }",
  "Checking “$”: Error: `$`\n    at check (/home/dubois/$/extension/dist/engine.node.cjs:12:345)",
  "Error: «$» and '$'\n    at check (vscode-vfs://github/$/server.browser.js:1:2)",
  "$/x: gone, see ../$ and mailto:$",
];

const masked = [
  ["/home/dubois", "<home>"],
  ["Dubois", "<author>"],
  ["Lycée Lurçat", "<establishment>"],
  ...namesIn(["/home/dubois/lycee-lurcat/hypokhagne.pronote.yaml", "/w/0759998K/Lur%C3%A7at.pronote.yaml"]),
] as const;

test.each(WAYS)("the log tells of no file and of nobody: %s", (way) => {
  for (const canary of CANARIES) {
    const text = maskedText(
      way.replaceAll("$", () => canary),
      masked,
    ).toLowerCase();
    expect(text).not.toContain(canary.toLowerCase());
    for (const name of ["dubois", "lurcat", "hypokhagne"]) expect(text).not.toContain(name);
  }
});

test("known names are masked wherever they stand, others only where they are quoted or in a path", () => {
  expect(maskedText("Lycée Lurçat: dubois wrote HYPOKHAGNE", masked)).toBe(
    "<establishment>: <author> wrote <name>",
  );
});

test("what helps to find a fault is kept: the part, the kind of error, the functions and our own places", () => {
  const entry = [
    "The hover: TypeError: Cannot read properties of undefined",
    "    at hoverAt (/home/dubois/.vscode/extensions/rentree/dist/engine.node.cjs:12:345)",
    "    at async #run (node:internal/process/task_queues:95:5)",
    "    at file:///home/dubois/x.js:1:2",
  ].join("\n");
  expect(maskedText(entry, masked)).toBe(
    [
      "The hover: TypeError: Cannot read properties of undefined",
      "    at hoverAt (engine.node.cjs:12:345)",
      "    at <place>",
      "    at <place>",
    ].join("\n"),
  );
  expect(maskedText("textDocument/hover: gone", masked)).toBe("textDocument/hover: gone");
});

const PARTS: ReportParts = {
  versions: [
    ["Rentrée", "0.2.0"],
    ["Node", "20.20.2"],
  ],
  settings: new Map<string, unknown>([
    ["language", "fr"],
    ["checklist.author", "dubois"],
    ["rules", { "unknown-reference": "off", "Lurçat 6A": "hypokhagne!" }],
  ]),
  freeTexts: new Set(["checklist.author"]),
  server: "running",
  status: { establishments: 2, files: 7, errors: 3, warnings: 1 },
  findings: ["unknown-key", "unknown-reference", "unknown-reference"],
  log: [{ when: "2026-11-28T09:00:00.000Z", level: "error", text: "The hover: Error: “Lurçat”" }],
  masked,
};

test("a report has versions, settings, counts and the end of the log", () => {
  expect(reportText(PARTS, l10n)).toMatchInlineSnapshot(`
    "# Report of a problem with Rentrée

    Nothing of this was sent. It holds no text of your files, and no names of files or people; read it all the same, and take out what should not leave your machine.

    ## What happened?

    (What you did, what you expected, and what you saw instead.)

    ## Versions

    - Rentrée: 0.2.0
    - Node: 20.20.2

    ## Settings

    - language: fr
    - checklist.author: <text>
    - rules: unknown-reference: off, <text>: <text>

    ## State

    - Server: running
    - Establishments: 2
    - Files: 7

    ## Findings by rule

    - unknown-reference: 2
    - unknown-key: 1

    ## End of the log

    ~~~~text
    2026-11-28T09:00:00.000Z error The hover: Error: <text>
    ~~~~

    "
  `);
});

test("a report says what is not known", () => {
  const text = reportText({ ...PARTS, settings: new Map(), status: undefined, findings: [], log: [] }, l10n);
  expect(text).toContain("## Settings\n\nAll as they come.");
  expect(text).toContain("## Findings by rule\n\nNone.");
  expect(text).not.toContain("Establishments");
});
