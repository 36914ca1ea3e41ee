/** A server that dies while it starts leaves nothing behind: the next one has what is open. */
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { LanguageClient } from "../support/language-client.ts";
import { CLASSES, SMALL_ACADEMIE } from "../support/small-academie.ts";

const clients: LanguageClient[] = [];

afterEach(async () => {
  for (const { process, folder } of clients.splice(0)) {
    process.kill();
    await rm(folder, { recursive: true, force: true });
  }
});

/** A client with a server of its own. */
async function client(files: { readonly [path: string]: string }): Promise<LanguageClient> {
  const one = await LanguageClient.process(files);
  clients.push(one);
  return one;
}

/** Ends a server at once, as the system does. */
async function kill({ process }: LanguageClient): Promise<void> {
  const exit = once(process, "exit");
  process.kill("SIGKILL");
  expect(await exit).toEqual([null, "SIGKILL"]);
}

test.each<readonly [stage: string, until: (one: LanguageClient) => unknown]>([
  // The request fails as the pipe breaks.
  ["before it answers", (one) => void one.initialize().catch(() => {})],
  ["when it has answered, before it has loaded", (one) => one.initialize()],
  [
    "while it reads the files",
    async (one) => {
      await one.initialize();
      await one.initialized();
      await one.open(CLASSES, "classes: {}\n");
    },
  ],
])("twice %s", async (_, until) => {
  const first = await client(SMALL_ACADEMIE);
  const folder = pathToFileURL(first.folder).href;
  const params = { workspaceFolders: [{ uri: folder, name: "test" }] };
  await until(first);
  await kill(first);
  const second = await client({});
  await until(second);
  await kill(second);

  const third = await client({});
  await third.initialize({ params });
  await third.initialized();
  const uri = `${folder}/${CLASSES}`;
  const text = (SMALL_ACADEMIE[CLASSES] ?? "").replace("martni", "martnez");
  await third.connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "pronote", version: 1, text },
  });
  const messages = () => third.published.get(uri)?.map(({ message }) => message) ?? [];
  await expect.poll(() => messages().join(" ")).toContain("martnez");
  expect(await third.stop()).toBe(0);
  expect([first.stderr, second.stderr, third.stderr]).toEqual(["", "", ""]);
});
