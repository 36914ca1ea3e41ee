/** What a client goes on showing: it is told when that is another, whatever made it so. */
import { rm } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver-protocol";
import {
  CHECKLIST_TOTALS,
  STEP_DETAILS,
  STEP_DETAILS_CHANGED,
} from "../../server/src/features/checklist-protocol.ts";
import {
  EFFECTIVE,
  EFFECTIVE_CHANGED,
  FLEET,
  FLEET_CHANGED,
  type Fleet,
} from "../../server/src/features/fleet-protocol.ts";
import { FULL } from "../support/client-kinds.ts";
import { LanguageClient } from "../support/language-client.ts";
import { BASE, BASE_TEXT, MARKER, markerOf } from "../support/small-academie.ts";

let client: LanguageClient | undefined;

afterEach(async () => {
  client?.process.kill();
  if (client) await rm(client.folder, { recursive: true, force: true });
});

const CLASSES = "a/classes.pronote.yaml";
const TEXT = "classes: { 6E1: { periodicite: trimestriel, services: { FRANC: martin } } }\n";
const PEOPLE = "a/personnes.pronote.yaml";
const MARTIN = "professeurs: { martin: { nom: MARTIN } }\n";
const SCHOOLS = {
  [BASE]: BASE_TEXT,
  [`a/${MARKER}`]: markerOf("0759998K", "Collège A"),
  [CLASSES]: TEXT,
  [PEOPLE]: MARTIN,
  [`b/${MARKER}`]: markerOf("0759997J", "Collège B"),
};

test("the overview is another after a file that is not open, and of which no findings are shown, changed", async () => {
  const server = await LanguageClient.start(SCHOOLS, { options: { openFilesOnly: true } });
  client = server;
  let told = 0;
  server.connection.onNotification(FLEET_CHANGED, () => void told++);
  const errors = async () => {
    const { establishments } = await server.connection.sendRequest<Fleet>(FLEET);
    return establishments.map((one) => one.errors);
  };
  expect(await errors()).toEqual([0, 0]);
  await server.onDisk(PEOPLE, MARTIN.replace("martin:", "martine:"), 2);
  await expect.poll(() => told).toBe(1);
  expect(await errors()).toEqual([1, 0]);
  expect(await server.stop()).toBe(0);
});

test("each effective configuration that is shown is told when it is another, and no other", async () => {
  const server = await LanguageClient.start(SCHOOLS);
  client = server;
  const told: unknown[] = [];
  server.connection.onNotification(EFFECTIVE_CHANGED, (params: unknown) => void told.push(params));
  const [a, b] = ["a", "b"].map((name) => ({ establishment: server.uri(name) }));
  for (const params of [a, b, { ...a, at: "classes" }]) await server.request(EFFECTIVE, params ?? {});
  await server.onDisk(PEOPLE, MARTIN.replace("MARTIN", "MARTINE"), 2);
  await expect.poll(() => told).toEqual([a]);
  expect(await server.request(EFFECTIVE, a ?? {})).toContain("nom: MARTINE");
  await server.onDisk(PEOPLE, MARTIN, 2);
  await expect.poll(() => told).toEqual([a, a]);
  expect(await server.stop()).toBe(0);
});

test("what stands behind a step that is unfolded is told when it is another", async () => {
  const server = await LanguageClient.start(SCHOOLS);
  client = server;
  const told: unknown[] = [];
  server.connection.onNotification(STEP_DETAILS_CHANGED, (params: unknown) => void told.push(params));
  const step = { establishment: server.uri("a"), slug: "rne-etablissement" };
  const names = async () => JSON.stringify(await server.request(STEP_DETAILS, step));
  expect(await names()).toContain("Collège A");
  await server.onDisk(`a/${MARKER}`, markerOf("0759998K", "Collège Z"), 2);
  await expect.poll(() => told).toEqual([step]);
  expect(await names()).toContain("Collège Z");
  expect(await server.stop()).toBe(0);
});

test("lenses and hints are asked for anew when another file changes, also by a client without a checklist", async () => {
  const server = await LanguageClient.process(SCHOOLS);
  client = server;
  const asked = { lenses: 0, hints: 0 };
  server.connection.onRequest("workspace/configuration", () => [null]);
  server.connection.onRequest("client/registerCapability", () => null);
  server.connection.onRequest("workspace/codeLens/refresh", () => {
    asked.lenses++;
    return null;
  });
  server.connection.onRequest("workspace/inlayHint/refresh", () => {
    asked.hints++;
    return null;
  });
  await server.initialize({ capabilities: FULL });
  await server.initialized();
  await server.open(CLASSES, TEXT);
  const textDocument = { uri: server.uri(CLASSES) };
  await server.request("textDocument/codeLens", { textDocument });
  await server.onDisk(`b/${MARKER}`, markerOf("0759997J", "Collège C"), 2);
  await server.onDisk(PEOPLE, MARTIN.replace("MARTIN", "MARTINE"), 2);
  await expect.poll(() => asked).toEqual({ lenses: 1, hints: 1 });
  expect(await server.stop()).toBe(0);
});

const MANY = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [`e${at}/${MARKER}`, `${markerOf("0759998K", `Collège ${at}`)}`]),
);

test.each([FLEET, CHECKLIST_TOTALS])(
  "%s of many can be cancelled, and the server shut down meanwhile",
  async (method) => {
    const server = await LanguageClient.start({ [BASE]: BASE_TEXT, ...MANY });
    client = server;
    await server.request("workspace/symbol", { query: "" });
    const source = new CancellationTokenSource();
    const cancelled = server.connection.sendRequest(method, {}, source.token);
    source.cancel();
    await expect(cancelled).rejects.toThrow("cancelled by the client");
    const pending = server.connection.sendRequest(method, {}).catch(String);
    expect(await server.stop()).toBe(0);
    void pending;
    expect(server.stderr).toBe("");
  },
);
