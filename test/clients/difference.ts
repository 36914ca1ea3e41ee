import type { RandomClient } from "./client.ts";

/** The first difference between the findings of two servers, once one of them had its time to follow. */
export async function differenceAfter(
  client: RandomClient,
  fresh: RandomClient,
  patience: number,
): Promise<string | undefined> {
  const until = Date.now() + patience;
  for (;;) {
    await client.answered();
    await fresh.answered();
    const found = fresh.isLoaded ? differenceOf(client, fresh) : "the fresh server is not ready";
    if (found === undefined || Date.now() > until) return found;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

function differenceOf({ findings }: RandomClient, { findings: expected }: RandomClient): string | undefined {
  for (const uri of new Set([...findings.keys(), ...expected.keys()]))
    if (findings.get(uri) !== expected.get(uri))
      return `${uri}: ${findings.get(uri) ?? "nothing"}, not ${expected.get(uri) ?? "nothing"}`;
  return undefined;
}
