import { expect, test } from "vitest";
import { TokenHistory } from "./token-history.ts";

const URI = "file:///a.pronote.yaml";

/** What a client makes of an answer. */
function applied(before: readonly number[], answer: ReturnType<TokenHistory["delta"]>): readonly number[] {
  if ("data" in answer) return answer.data;
  const data = [...before];
  for (const { start, deleteCount, data: more = [] } of answer.edits)
    data.splice(start, deleteCount, ...more);
  return data;
}

test.each([
  ["nothing new", [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], []],
  [
    "a token more",
    [1, 1, 1, 0, 0],
    [1, 1, 1, 0, 0, 2, 2, 2, 1, 0],
    [{ start: 5, deleteCount: 0, data: [2, 2, 2, 1, 0] }],
  ],
  ["a token less", [1, 1, 1, 0, 0, 2, 2, 2, 1, 0], [1, 1, 1, 0, 0], [{ start: 5, deleteCount: 5, data: [] }]],
  ["a number changed", [1, 2, 3, 4, 5, 6], [1, 2, 9, 4, 5, 6], [{ start: 2, deleteCount: 1, data: [9] }]],
  ["the same number repeated", [1, 1, 1, 1], [1, 1], [{ start: 2, deleteCount: 2, data: [] }]],
  ["everything gone", [1, 2], [], [{ start: 0, deleteCount: 2, data: [] }]],
  ["everything new", [], [1, 2], [{ start: 0, deleteCount: 0, data: [1, 2] }]],
])("the difference is one edit: %s", (_, before, after, edits) => {
  const history = new TokenHistory();
  const { resultId = "" } = history.whole(URI, before);
  const answer = history.delta(URI, resultId, after);
  expect(answer).toMatchObject({ edits });
  expect(applied(before, answer)).toEqual(after);
  expect(answer.resultId).not.toBe(resultId);
});

test("only the last answer of a document counts; otherwise all tokens are sent", () => {
  const history = new TokenHistory();
  const first = history.whole(URI, [1]);
  const second = history.whole(URI, [2]);
  expect(history.delta(URI, first.resultId ?? "", [3])).toMatchObject({ data: [3] });
  expect(history.delta(URI, second.resultId ?? "", [4])).toMatchObject({ data: [4] });
  expect(history.delta("file:///other.pronote.yaml", "3", [5])).toMatchObject({ data: [5] });
});

test("the answers of many documents are not all kept", () => {
  const history = new TokenHistory();
  const first = history.whole("file:///0", [0]);
  for (let at = 1; at < 16; at++) history.whole(`file:///${at}`, [at]);
  const again = history.delta("file:///0", first.resultId ?? "", [0]);
  expect(again).toMatchObject({ edits: [] });
  history.whole("file:///16", [16]);
  expect(history.delta("file:///1", "2", [1])).toMatchObject({ data: [1] });
  expect(history.delta("file:///0", again.resultId ?? "", [0])).toMatchObject({ edits: [] });
});
