import { expect, test } from "vitest";
import { TokenRefresh } from "./token-refresh.ts";

const finding = (code: string, line: number) => ({
  code,
  message: "",
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
});

async function refreshes(
  ...sent: readonly (readonly [string, ReturnType<typeof finding>[]])[]
): Promise<number> {
  let count = 0;
  const refresh = new TokenRefresh(() => count++);
  for (const [uri, list] of sent) refresh.sent(uri, list);
  await new Promise((wake) => setTimeout(wake));
  return count;
}

test("colours are asked for again once when names became unresolved or resolved, and for nothing else", async () => {
  const lost = finding("unknown-reference", 1);
  expect(await refreshes(["a", [lost]], ["b", [lost]])).toBe(1);
  expect(await refreshes(["a", []], ["b", [finding("unknown-key", 1)]])).toBe(0);

  let count = 0;
  const refresh = new TokenRefresh(() => count++);
  for (const list of [[lost], [lost], []]) {
    refresh.sent("a", list);
    await new Promise((wake) => setTimeout(wake));
  }
  expect(count).toBe(2);
});
