/** Every report in French has French typography: what its format adds to the messages, too. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkFormats } from "../../server/src/cli/check-formats/formats.ts";
import { checklistFormats } from "../../server/src/cli/checklist-formats/formats.ts";
import { planFormats } from "../../server/src/cli/plan-formats/formats.ts";
import { rentree } from "../support/cli.ts";
import { faultsOf } from "../support/typography.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");

/** Several establishments without findings, which may quote YAML. */
const GOOD = ["college-des-tilleuls", "lycee-de-la-rade"];

/** Keys of JSON whose values are sentences for people. */
const SENTENCES = /^(?:message|text|title|label|from|longTitle|description|what|why|markdown)$/;

test.each(checkFormats.map(({ name }) => name))("check --format %s", async (format) => {
  expect(await faultsIn(["check", "college-a-corriger", "--format", format])).toEqual([]);
});

test.each(checklistFormats.map(({ name }) => name))("checklist --format %s", async (format) => {
  expect(await proseFaultsIn(["checklist", "college-des-tilleuls", "--format", format])).toEqual([]);
  expect(await proseFaultsIn(["checklist", ...GOOD, "--format", format])).toEqual([]);
});

test.each(planFormats.map(({ name }) => name))("plan --format %s", async (format) => {
  expect(await proseFaultsIn(["plan", "college-du-gue", "--format", format])).toEqual([]);
  expect(await proseFaultsIn(["plan", ...GOOD, "--format", format])).toEqual([]);
});

test.each(["html", "md", "json"])("report --format %s", async (format) => {
  expect(await proseFaultsIn(["report", "college-des-tilleuls", "--format", format])).toEqual([]);
  expect(await proseFaultsIn(["report", ...GOOD, "--format", format])).toEqual([]);
});

test.each([["--help"], ["check", "--help"], ["checklist", "--help"], ["plan", "--help"], ["explain"]])(
  "%s %s",
  async (...args) => {
    expect(await faultsIn(args)).toEqual([]);
  },
);

/** A colon without a space before it, in what quotes no YAML. */
const COLON = /(?:[\p{L}\p{N})*]|^): /u;

/** The faults of a text that holds sentences only, where each colon has a space before it. */
async function proseFaultsIn(args: readonly string[]): Promise<readonly string[]> {
  const sentences = await sentencesIn(args);
  return [...faultsAmong(sentences), ...sentences.filter((text) => COLON.test(withoutNames(text)))];
}

async function faultsIn(args: readonly string[]): Promise<readonly string[]> {
  return faultsAmong(await sentencesIn(args));
}

async function sentencesIn(args: readonly string[]): Promise<readonly string[]> {
  const { out } = await rentree(EXAMPLES, [...args, "--lang", "fr"]);
  const sentences = /^[[{]/.test(out) ? sentencesOf(JSON.parse(out)) : linesOf(out);
  expect(sentences.length).toBeGreaterThan(3);
  return sentences;
}

function faultsAmong(sentences: readonly string[]): readonly string[] {
  return sentences.flatMap((text) => faultsOf(withoutNames(text)).map((fault) => `${fault}: ${text}`));
}

function sentencesOf(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string") return SENTENCES.test(key) ? [value.replace(/^```[\s\S]*?^```/gm, "")] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => sentencesOf(below, name));
}

/** The lines of a report, without those of files that it quotes, and without markup. */
function linesOf(report: string): readonly string[] {
  return report
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .split("\n")
    .filter((line) => !line.includes("│") && !/^\|[\s:|-]+\|$/.test(line))
    .map((line) =>
      line
        .replace(/^::.*?::/, "")
        .replace(/<[^>]*>/g, "\n")
        .replace(/&(\w+|#\d+);/g, "x"),
    );
}

/** A text without what is quoted in it: that is somebody's own, as it stands in a file. */
function withoutNames(text: string): string {
  return text.replace(/«[\u00a0\u202f][^»]*[\u00a0\u202f]»/g, "x").replace(/[\w./-]+\.yaml:\d+:\d+/g, "x");
}
