import { rm } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver-protocol";
import type { NewEstablishmentHints } from "../../server/src/features/new-establishment-protocol.ts";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";
import { BASE, BASE_TEXT, MARKER, markerOf } from "../support/small-academie.ts";

let client: LanguageClient | undefined;

afterEach(async () => {
  client?.process.kill();
  if (client) await rm(client.folder, { recursive: true, force: true });
});

const SCHOOL = {
  [BASE]: BASE_TEXT,
  [`a/${MARKER}`]: markerOf("0759998K", "Collège A"),
  "a/classes.pronote.yaml": "classes: { 6E1: { niveau: inconnu } }\n",
};

const workspace = (resourceOperations: readonly "create"[]) => ({
  applyEdit: true,
  workspaceEdit: { documentChanges: true, resourceOperations: [...resourceOperations] },
});

function command(folder: string) {
  const argument = {
    parent: client?.uri(""),
    folder,
    nom: "Collège B",
    rne: "0759914U",
    sister: client?.uri("a"),
  };
  return client?.connection.sendRequest("workspace/executeCommand", {
    command: "rentree.server.newEstablishment",
    arguments: [argument],
  });
}

test("what may be answered, and the files in one edit, whether the client applies it or not", async () => {
  client = await LanguageClient.start(SCHOOL, {
    capabilities: { ...CAPABILITIES, workspace: workspace(["create"]) },
  });
  const hints: NewEstablishmentHints = await client.connection.sendRequest("rentree/newEstablishment", {
    parent: client.uri(""),
    models: true,
    rne: "0759998K",
    sister: client.uri("a"),
  });
  expect(hints).toMatchObject({
    rneProblem: "Collège A has this RNE already: “0759998K”.",
    bases: [{ uri: client.uri(BASE), path: BASE }],
    sisters: [{ uri: client.uri("a"), name: "Collège A", path: "a" }],
    sisterWarning: expect.stringMatching(/^It has 1 error;/),
  });
  const edits: WorkspaceEdit[] = [];
  client.connection.onRequest("workspace/applyEdit", ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit);
    if (edits.length > 1) throw new Error("the disk is full");
    return { applied: true };
  });
  expect(await command("b")).toEqual({ applied: true });
  expect(edits[0]?.documentChanges).toMatchObject([
    { kind: "create", uri: client.uri(`b/${MARKER}`) },
    { textDocument: { uri: client.uri(`b/${MARKER}`) } },
  ]);
  expect(await command("c")).toMatchObject({
    applied: false,
    failureReason: expect.stringContaining("the disk is full"),
  });
  await expect(command("a")).rejects.toThrow("There is already an establishment there.");
  expect(await client.stop()).toBe(0);
});

test("a client that cannot create files is told so", async () => {
  client = await LanguageClient.start(SCHOOL, {
    capabilities: { ...CAPABILITIES, workspace: workspace([]) },
  });
  await expect(command("b")).rejects.toThrow("This editor does not let the server create files.");
  expect(await client.stop()).toBe(0);
});
