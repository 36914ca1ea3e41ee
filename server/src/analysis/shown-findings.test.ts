import { expect, test } from "vitest";
import { localizerFor } from "../base/localize.ts";
import { message } from "../base/message.ts";
import type { Severity } from "../rules/api/rule.ts";
import { parseFile } from "../syntax/file.ts";
import { MAX_RELATED, MAX_SHOWN, shownFindings, shownRelated } from "./shown-findings.ts";

interface Shown {
  readonly severity: Severity;
  readonly text: string;
}

function shown(all: readonly Shown[], count?: number): readonly Shown[] {
  const localize = localizerFor("en");
  return shownFindings(
    all,
    ({ severity }) => severity,
    (last, remark) => ({ ...last, text: localize(remark(last.text)) }),
    count,
  );
}

const hints = (count: number) =>
  Array.from({ length: count }, (_, at): Shown => ({ severity: "hint", text: `hint ${at}` }));

test("as many as are allowed are all shown as they are", () => {
  expect(shown(hints(MAX_SHOWN))).toEqual(hints(MAX_SHOWN));
});

test("of more, the most severe are shown in the order of the text, and the last says how many there are besides", () => {
  const error: Shown = { severity: "error", text: "error" };
  const list = shown([...hints(MAX_SHOWN + 5), error]);
  expect(list).toHaveLength(MAX_SHOWN);
  expect(list.slice(0, -1)).toEqual(hints(MAX_SHOWN - 1));
  expect(list.at(-1)).toEqual({ severity: "error", text: "error (and 6 more findings in this file)" });
});

test("of very many places that belong to a finding, the last that is shown says how many there are besides", () => {
  const at = { block: parseFile("file:///a.pronote.yaml", "").root, line: 0, col: 0, endLine: 0, endCol: 0 };
  const places = (count: number) => Array.from({ length: count }, () => ({ at, message: message("Here.") }));
  const texts = (count: number) => shownRelated(places(count)).map((one) => localizerFor("en")(one.message));
  expect(texts(MAX_RELATED)).toEqual(places(MAX_RELATED).map(() => "Here."));
  const shown = texts(MAX_RELATED + 7);
  expect(shown).toHaveLength(MAX_RELATED);
  expect(shown.slice(0, -1)).not.toContain(shown.at(-1));
  expect(shown.at(-1)).toBe("Here. (and 7 more)");
});

test("those that are not held are counted among those that are left out", () => {
  const list = shown(hints(MAX_SHOWN + 5), MAX_SHOWN + 105);
  expect(list.at(-1)?.text).toBe("hint 999 (and 105 more findings in this file)");
});
