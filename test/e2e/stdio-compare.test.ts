import { rm } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { CancellationTokenSource, LSPErrorCodes, type WorkspaceEdit } from "vscode-languageserver-protocol";
import type { CompareAnswer } from "../../server/src/features/compare-protocol.ts";
import { COMMAND_TICK } from "../../server/src/features/protocol.ts";
import { CAPABILITIES, LanguageClient } from "../support/language-client.ts";
import { HOVERS_FIRST, orderOf } from "../support/order.ts";

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

test("while a long list is compared, other requests are answered, and the comparison can be cancelled", async () => {
  const server = await LanguageClient.start({ [MARKER]: SCHOOL }, { capabilities: CAPABILITIES });
  client = server;
  const rows = Array.from({ length: 150_000 }, (_, at) => `5E${at % 30}\tFRANÇAIS\tM. MARTIN`);
  const params = { text: ["Classe\tMatière\tProfesseur", ...rows].join("\n") };
  const compared = server.connection.sendRequest<CompareAnswer>("rentree/compare", params);
  expect(await orderOf(server, server.uri(MARKER), compared)).toEqual(HOVERS_FIRST);
  expect((await compared).compared?.differences).toHaveLength(30);
  const cancellation = new CancellationTokenSource();
  const cancelled = server.connection.sendRequest("rentree/compare", params, cancellation.token);
  cancellation.cancel();
  await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await server.stop()).toBe(0);
});
