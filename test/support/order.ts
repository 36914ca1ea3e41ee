import type { LanguageClient } from "./language-client.ts";

/** What `orderOf` resolves to where long work leaves other requests their turn. */
export const HOVERS_FIRST: readonly string[] = ["the third of three hovers", "the work"];

/**
 * Asks for three hovers in a file, one after the other, while a server works for another request. Resolves to the order in
 * which the third of them and that request are answered.
 */
export async function orderOf(
  { connection }: LanguageClient,
  uri: string,
  work: Promise<unknown>,
): Promise<readonly string[]> {
  const answered: string[] = [];
  const hover = () =>
    connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line: 1, character: 4 },
    });
  await Promise.all([
    work.then(() => void answered.push("the work")),
    hover()
      .then(hover)
      .then(hover)
      .then(() => void answered.push("the third of three hovers")),
  ]);
  return answered;
}
