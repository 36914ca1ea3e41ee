import { describe, expect, test } from "vitest";
import { ownModel } from "../../../test/support/own-model.ts";
import { TICK_PREVIEW } from "../features/checklist-protocol.ts";
import { COMMAND_SILENCE, COMMAND_TICK } from "../features/protocol.ts";
import { faultOfParams } from "./params.ts";

const FOLDER = "file:///ecole";
const JUNK = [0, -1, "x", true, [], [null], [1, 2, 3], { uri: "x" }, { establishment: 5 }, { sources: "x" }];
const FORGIVING = ["alive", "checklist", "checklistTotals", "fleet", "refresh"].map(
  (one) => `rentree/${one}`,
);

describe("junk has a fault as the parameters of each of our own requests", () => {
  const methods = ownModel().requests.map(({ method }) => method);
  const strict = methods.filter((method) => !FORGIVING.includes(method));
  test.each(strict)("%s", (method) => {
    const accepted = [undefined, null, {}, ...JUNK].filter((one) => faultOfParams(method, one) === undefined);
    expect(accepted).toEqual([]);
  });

  test.each(FORGIVING)("%s, which needs none", (method) => {
    expect(methods).toContain(method);
    for (const one of [undefined, null, {}]) expect(faultOfParams(method, one)).toBeUndefined();
    for (const one of JUNK.filter((value) => typeof value !== "object" || Array.isArray(value)))
      expect(faultOfParams(method, one)).toBe("params is not an object");
  });
});

describe("a tick", () => {
  const faultOf = (argument: object) =>
    faultOfParams("workspace/executeCommand", {
      command: COMMAND_TICK,
      arguments: [{ establishment: FOLDER, slug: "classes", ...argument }],
    });
  const preuve = { liste: "classes", du: "2026-08-24", lues: 12, ecarts: 0 };

  test.each(["fait", "sans-objet", "a-faire", "annote"])("%s", (action) => {
    expect(faultOf({ action, par: "c.durand", avant: "" })).toBeUndefined();
  });

  test("may be a comparison, of which each part is looked at", () => {
    expect(faultOf({ action: "preuve", preuve })).toBeUndefined();
    expect(faultOf({ action: "preuve", preuve: { ...preuve, liste: "a }\nb: {" } })).toMatch(/not the name/);
    expect(faultOf({ action: "preuve", preuve: { ...preuve, du: "demain" } })).toMatch(/not a day/);
  });

  test("a preview of one has no comparison", () => {
    expect(faultOfParams(TICK_PREVIEW, { action: "preuve" })).toMatch(/not an action/);
  });
});

test("all arguments of a command are looked at", () => {
  const silence = { uri: `${FOLDER}/x.pronote.yaml`, rule: "x", line: 1, reason: "y" };
  const faultOf = (...args: unknown[]) =>
    faultOfParams("workspace/executeCommand", { command: COMMAND_SILENCE, arguments: args });
  expect(faultOf(silence, { ...silence, until: "2026-10-01" })).toBeUndefined();
  expect(faultOf()).toMatch(/arguments\[0\] is not an object/);
  expect(faultOf(silence, { ...silence, until: 5 })).toBe("params.arguments[1].until is not a string");
});

test.each(["constructor", "__proto__", "toString", "nonsense"])(
  "a method or command called %s has none",
  (name) => {
    expect(faultOfParams(name, 5)).toBeUndefined();
    expect(faultOfParams("workspace/executeCommand", { command: name, arguments: [5] })).toBeUndefined();
  },
);
