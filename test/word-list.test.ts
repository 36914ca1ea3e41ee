/** The words of texts and messages: one term for one thing, no path, no code, no capital after a colon, days in full. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { localizerFor } from "../server/src/base/localize.ts";
import type { LocalizedText, Message } from "../server/src/base/message.ts";
import { pageOf, rulePageMarkdown } from "../server/src/rules/api/page.ts";
import { rules } from "../server/src/rules/index.ts";
import { stepsOf } from "./support/analysis.ts";
import { findingsIn } from "./support/check.ts";
import { fixture } from "./support/fixture.ts";
import { shownTexts } from "./support/text-list.ts";
import { faultsOf } from "./support/typography.ts";
import { daysInFigures, wordFaults } from "./support/word-list.ts";
import { workspaceOf } from "./support/workspace.ts";

const ROOT = join(import.meta.dirname, "..");
const LANGUAGES = ["en", "fr"] as const;

const example = workspaceOf(join(ROOT, "examples"));
const workspaces = [
  example,
  ...rules.flatMap(({ docs }) => pageOf(docs).bad.map((text) => fixture(text).workspace)),
];
/** What is said of the examples, and of all that the pages of rules show as wrong. */
const said = workspaces.flatMap((workspace) =>
  findingsIn({ workspace }).flatMap(({ message, related = [], fixes = [] }) => [
    message,
    ...related.map((one) => one.message),
    ...fixes.map(({ title }) => title),
  ]),
);
const reasons = example.snapshots.flatMap((snapshot) => stepsOf(snapshot).map(({ why }) => why));

test.each(LANGUAGES)("no text has a fault of words: %s", (language) => {
  // The citations have the titles that the documents bear.
  const texts = shownTexts(ROOT).filter(({ file }) => !file.endsWith("sources.yaml"));
  const found = texts.flatMap(({ file, place, [language]: text }) =>
    wordFaults(text, language).map((fault) => `${file} ${place}: ${fault}: ${text}`),
  );
  expect(found).toEqual([]);
});

test.each(LANGUAGES)(
  "no finding, fix or reason of a step has a fault of words, or a day in figures: %s",
  (language) => {
    const sentences = sentencesOf([...said, ...reasons], language);
    expect(sentences.length).toBeGreaterThan(300);
    const found = sentences.flatMap((sentence) =>
      [...wordFaults(sentence, language), ...daysInFigures(sentence)].map((fault) => `${fault}: ${sentence}`),
    );
    expect(found).toEqual([]);
  },
);

test("what is said in French has French typography", () => {
  const found = sentencesOf([...said, ...reasons], "fr").flatMap((sentence) =>
    faultsOf(sentence.replace(/«[^»]*»/g, "x")).map((fault) => `${fault}: ${sentence}`),
  );
  expect(found).toEqual([]);
});

test.each(LANGUAGES)("no page of a rule shows a code of ours: %s", (language) => {
  const pages = rules.map((rule) => rulePageMarkdown(rule, language).replace(/^```[\s\S]*?^```/gm, ""));
  expect(
    pages.flatMap((page) => wordFaults(page, language).filter((fault) => fault.startsWith("the code"))),
  ).toEqual([]);
});

test.each([
  ["fr", "La liste de contrôle est à jour.", "“liste de contrôle” instead of “check-list”"],
  ["fr", "Les souhaits des parents", "“souhaits” instead of “desiderata”"],
  ["en", "The pupils of a class", "“pupils” instead of “student”"],
  ["en", "“{0}” is no RNE.", "““x” is no” instead of “is not a”"],
  ["en", "It mends a fault.", "“mends” instead of “fixes”"],
  ["en", "Set edt/licence first.", "the path edt/licence"],
  ["en", "Source: MISTAKES M033, KB-4232 and S07-02.", "the code KB-4232"],
  ["fr", "Il manque ceci\u00a0: Une liste de noms.", "the capital of “Une” after a colon"],
] as const)("a fault is found (%s): %s", (language, text, fault) => {
  expect(wordFaults(text, language)).toContain(fault);
});

test.each([
  ["fr", "Cochez les étapes de la check-list\u00a0: PRONOTE n'en sait rien."],
  ["fr", "Le conseil de classe, et un conseil de la CNIL"],
  ["fr", "Nouvel établissement (2 sur 3)\u00a0: RNE"],
  ["en", "Write `edt/licence`, or read https://example.org/edt/licence."],
  ["en", "“{0}” is no longer used, and “Relevé” is a label."],
  ["en", "yes/no, EDT-PRONOTE, Fichier > Utilitaires"],
] as const)("no fault is found (%s): %s", (language, text) => {
  expect(wordFaults(text, language)).toEqual([]);
});

test("a day in figures is found in a sentence, not in what is quoted or to be written", () => {
  expect(daysInFigures("It ended on 2026-12-05.")).toEqual(["2026-12-05"]);
  expect(daysInFigures("Replace by “2026-12-05”. Write: 2026-12-05")).toEqual([]);
});

function sentencesOf(texts: readonly (Message | LocalizedText)[], language: "en" | "fr"): readonly string[] {
  return [...new Set(texts.map(localizerFor(language)))];
}
