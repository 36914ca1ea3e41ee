import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { evaluationOver } from "./evaluation-over.ts";

const TEXT = "edt: { licence: monoposte, debut-evaluation: 2026-09-01 }\n";

test("reports a trial of more than eight weeks", () => {
  checkRule(
    evaluationOver,
    `${TEXT}#                                            ^^^^^^^^^^ The trial of the connection right ended on 27 October 2026, 8 weeks after its first day: do not count on EDT Clients on the PRONOTE base any more. Get EDT réseau, or write: droit-connexion: false
`,
    "2026-10-28",
  );
});

test("is silent until then, with another licence, once the right is given up, and on no real day", () => {
  checkRule(evaluationOver, TEXT.replace("monoposte", "monoposte, droit-connexion: "), "2026-12-01");
  checkRule(evaluationOver, TEXT, "2026-10-27");
  checkRule(evaluationOver, TEXT.replace("monoposte", "reseau"), "2026-12-01");
  checkRule(evaluationOver, TEXT.replace("monoposte", "monoposte, droit-connexion: false"), "2026-12-01");
  checkRule(evaluationOver, TEXT.replace("2026-09-01", "2026-02-30"), "2026-12-01");
});

test("unticks the right", () => {
  const text = "edt:\n  licence: monoposte\n  debut-evaluation: 2026-01-05 # essai\n";
  checkFix(evaluationOver, text, `${text}  droit-connexion: false\n`);
});
