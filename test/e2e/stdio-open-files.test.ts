import { afterEach, expect, test } from "vitest";
import { LanguageClient } from "../support/language-client.ts";

const MARKER = "ecole/etablissement.pronote.yaml";
const CLASSES = "ecole/classes.pronote.yaml";
const SCHOOL = {
  [MARKER]: "etablissement: { rne: 0759998K, nom: Tilleuls, zzzzzz: 1 }\nhebergement: { mode: heberge }\n",
  [CLASSES]: "classes: { 6E1: { periodicite: hebdomadaire } }\n",
};

let client: LanguageClient | undefined;
afterEach(() => {
  client?.process.kill();
});

test("where findings of open files only are wanted, those of a file come and go with it", async () => {
  client = await LanguageClient.start(SCHOOL, { options: { openFilesOnly: true } });
  await client.open(CLASSES, SCHOOL[CLASSES] ?? "");
  await client.codes(CLASSES, "unknown-value");
  expect([...client.published.keys()]).toEqual([client.uri(CLASSES)]);
  await client.close(CLASSES);
  await client.codes(CLASSES);

  await client.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { rentree: { openFilesOnly: false } },
  });
  await client.codes(CLASSES, "unknown-value");
  await client.codes(MARKER, "unknown-key");

  await client.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { rentree: { openFilesOnly: true } },
  });
  await client.codes(CLASSES);
  await client.codes(MARKER);
  expect(await client.stop()).toBe(0);
});
