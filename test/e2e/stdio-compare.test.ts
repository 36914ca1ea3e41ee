import { rm } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver-protocol";
import type { CompareAnswer } from "../../server/src/features/compare-protocol.ts";
import { COMMAND_TICK } from "../../server/src/features/protocol.ts";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";

let client: LanguageClient | undefined;

afterEach(async () => {
  client?.process.kill();
  if (client) await rm(client.folder, { recursive: true, force: true });
});

const MARKER = "etablissement.pronote.yaml";
const SCHOOL = `etablissement: { rne: 0759998K, nom: Collège A, annee-scolaire: 2026-2027 }
professeurs: { martin: { nom: MARTIN } }
classes: { 6E1: { niveau: 6e, professeur-principal: martin } }
`;
const LIST = "NOM\tNIVEAU\tPRINCIPAUX\n6E1\t6EME\tM. MARTIN\n";

test("what a list proves is written as the client hands it on", async () => {
  const workspace = {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] },
  };
  const server = await LanguageClient.start(
    { [MARKER]: SCHOOL },
    { capabilities: { ...CAPABILITIES, workspace } },
  );
  client = server;
  const edits: WorkspaceEdit[] = [];
  server.connection.onRequest("workspace/applyEdit", ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit);
    return { applied: true };
  });
  const { compared } = await server.connection.sendRequest<CompareAnswer>("rentree/compare", { text: LIST });
  const ticks = compared?.proofs.map(({ slug, preuve }) => ({
    ...{ establishment: compared.uri, slug, action: "preuve", preuve },
  }));
  expect(ticks).toHaveLength(1);
  const told = await server.request("workspace/executeCommand", { command: COMMAND_TICK, arguments: ticks });
  expect(told).toMatchObject({ applied: true });
  expect(JSON.stringify(edits)).toMatch(/preuve: \{ liste: classes, du: [-\d]+, lues: 1, ecarts: 0 \}/);
  expect(await server.stop()).toBe(0);
});
