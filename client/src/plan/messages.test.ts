import { expect, test } from "vitest";
import { isPlanAction } from "./action.ts";
import { isPlanMessage } from "./message.ts";
import { isPlanSpot } from "./spot.ts";

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
const spot = { establishment: "file:///s/a", slug: "a", later: ["b"] };
const page = { spot, id: "1", facts: [], notices: [], sentences: [], screens: [], tools: [], buttons: [] };

test.each([
  { type: "ready" },
  { type: "tick" },
  { type: "go", slug: "a" },
  { type: "copy", text: "", what: "Nom" },
  { type: "open", place: { uri: "file:///x", range } },
])("an action is accepted: %o", (action) => {
  expect(isPlanAction(action)).toBe(true);
});

test.each([
  undefined,
  null,
  "tick",
  {},
  { type: "constructor" },
  { type: ["tick"] },
  { type: "go" },
  { type: "go", slug: 1 },
  { type: "copy", text: "a" },
  { type: "copy", text: { toString: "a" }, what: "" },
  { type: "open" },
  { type: "open", place: { uri: 1, range } },
  { type: "open", place: { uri: "file:///x", range: { start: range.start } } },
  { type: "open", place: { uri: "file:///x", range: { ...range, end: { line: -1, character: 0.5 } } } },
])("what is no action is left out: %o", (message) => {
  expect(isPlanAction(message)).toBe(false);
});

test("what the view kept is a spot, or is left out", () => {
  expect([spot, { ...spot, slug: undefined }].map(isPlanSpot)).toEqual([true, true]);
  const others = [
    undefined,
    null,
    {},
    { ...spot, later: "b" },
    { ...spot, later: [1] },
    { ...spot, slug: 1 },
  ];
  expect(others.filter(isPlanSpot)).toEqual([]);
});

test("the view takes pages and short texts, and nothing else", () => {
  const messages = [
    { type: "say", text: "Copied" },
    { type: "page", page },
  ];
  expect(messages.map(isPlanMessage)).toEqual([true, true]);
  const others = [
    null,
    {},
    { type: "say" },
    { type: "page" },
    { type: "page", page: { ...page, notices: 1 } },
    "say",
  ];
  expect(others.filter(isPlanMessage)).toEqual([]);
});
