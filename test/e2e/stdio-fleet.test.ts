import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver-protocol";
import type { Fleet } from "../../server/src/features/fleet-protocol.ts";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";
import { BASE, BASE_TEXT, MARKER, markerOf } from "../support/small-academie.ts";

let client: LanguageClient | undefined;

afterEach(async () => {
  client?.process.kill();
  if (client) await rm(client.folder, { recursive: true, force: true });
});

/** Three schools of one base; two of them have the same mistake, and one has ticked a step. */
const SCHOOLS = {
  [BASE]: BASE_TEXT,
  [`a/${MARKER}`]: markerOf("0759998K", "Collège A"),
  "a/classes.pronote.yaml":
    "classes: { 6E1: { periodicite: trimestriel, services: { FRANC: { modes: avec-notes } } } }\n",
  [`b/${MARKER}`]: markerOf("0759997J", "Collège B"),
  "b/classes.pronote.yaml":
    "# b\nclasses: { 6E1: { periodicite: trimestriel, services: { FRANC: { modes: avec-notes } } } }\n",
  [`c/${MARKER}`]: markerOf("0759942Z", "Collège C"),
  "c/deroulement.pronote.yaml": "deroulement: { licences: { avant: 2020-01-01, pour: a.petit } }\n",
};

test("all establishments at a glance, with what several of them have in common", async () => {
  client = await LanguageClient.start(SCHOOLS);
  const fleet: Fleet = await client.connection.sendRequest("rentree/fleet");
  const [a, b, c] = fleet.establishments;
  expect([a?.name, b?.name, c?.name]).toEqual(["Collège A", "Collège B", "Collège C"]);
  expect(a).toMatchObject({ uri: client.uri("a"), marker: client.uri(`a/${MARKER}`), base: BASE, errors: 1 });
  expect(c).toMatchObject({ errors: 0, overdue: 1 });
  expect(c?.next[0]).toMatchObject({ slug: "licences", pour: "a.petit", avant: "2020-01-01" });
  expect(
    fleet.findings.map(({ rule, places }) => [rule, places.map(({ establishment }) => establishment)]),
  ).toEqual([["unknown-key", [client.uri("a"), client.uri("b")]]]);
  const licences = fleet.steps.find(({ slug }) => slug === "licences");
  expect(licences?.open).toHaveLength(3);
  expect(await client.stop()).toBe(0);
});

test("one fix for all that have the same finding", async () => {
  const workspace = { applyEdit: true, workspaceEdit: { documentChanges: true } };
  client = await LanguageClient.start(SCHOOLS, { capabilities: { ...CAPABILITIES, workspace } });
  const [finding] = ((await client.connection.sendRequest("rentree/fleet")) as Fleet).findings;
  expect(finding?.fix).toMatch(/“mode”/);
  const edits: WorkspaceEdit[] = [];
  client.connection.onRequest("workspace/applyEdit", ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit);
    return { applied: true };
  });
  const argument = { rule: finding?.rule ?? "", message: finding?.message ?? "" };
  const command = { command: "rentree.server.fixEverywhere", arguments: [argument] };
  await client.connection.sendRequest("workspace/executeCommand", command);
  const changed = edits[0]?.documentChanges ?? [];
  expect(changed.map((change) => "textDocument" in change && change.textDocument.uri)).toEqual([
    client.uri("a/classes.pronote.yaml"),
    client.uri("b/classes.pronote.yaml"),
  ]);
  // Those that the user chose, without being asked again.
  const only = { ...command, arguments: [{ ...argument, establishments: [client.uri("b")] }] };
  await client.connection.sendRequest("workspace/executeCommand", only);
  expect(edits[1]).toMatchObject({
    documentChanges: [{ textDocument: { uri: client.uri("b/classes.pronote.yaml") } }],
  });
  expect(edits[1]?.changeAnnotations).toBeUndefined();
  // What is gone meanwhile is not changed.
  const gone = { ...command, arguments: [{ ...argument, message: "other" }] };
  expect(await client.connection.sendRequest("workspace/executeCommand", gone)).toBeNull();
  expect(edits).toHaveLength(2);
  expect(await readFile(join(client.folder, "a/classes.pronote.yaml"), "utf8")).toContain("modes:");
  expect(await client.stop()).toBe(0);
});

test("a report of one establishment or of all; null of one that is none", async () => {
  client = await LanguageClient.start(SCHOOLS);
  const report = (params: object) => client?.connection.sendRequest<string | null>("rentree/report", params);
  const all = await report({ format: "html" });
  expect(all).toContain("<h1>Rollout of 3 establishments</h1>");
  expect(await report({ format: "md", establishment: client.uri("b") })).toMatch(/^# Collège B\n/);
  expect(JSON.parse((await report({ format: "json" })) ?? "").establishments).toHaveLength(3);
  expect(await report({ format: "html", establishment: client.uri("z") })).toBeNull();
  await expect(report({ format: "pdf" })).rejects.toThrow("not a format of a report");
  expect(await client.stop()).toBe(0);
});
