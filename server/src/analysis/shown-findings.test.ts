import { expect, test } from "vitest";
import { localizerFor } from "../base/localize.ts";
import type { Severity } from "../rules/api/rule.ts";
import { MAX_SHOWN, shownFindings } from "./shown-findings.ts";

interface Shown {
  readonly severity: Severity;
  readonly text: string;
}

function shown(all: readonly Shown[]): readonly Shown[] {
  const localize = localizerFor("en");
  return shownFindings(
    all,
    ({ severity }) => severity,
    (last, remark) => ({ ...last, text: localize(remark(last.text)) }),
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
