import { test } from "vitest";
import { expectLinear } from "../../../test/support/growth.ts";
import { datumIn, tellsSecret } from "./private-text.ts";

/** Repeated, these make a search start, or continue, at many places. */
const RUNS = [
  ...[" ", "\t", "\u00a0", "a", "1", "A_", "é", ":", "%", '"'],
  ...["mdp ", "mdp admin ", "mdp (", "mdp de ", "login a ", "login a/", "code wifi ", "compte "],
  ...["mdp:", "mdp: ", "pwd=", "mdp:{", "mdp:$A", "mot ", "mot de ", "mot de passe", "est "],
  ...["né ", "ne", "date de ", "naissance:", "06 ", "1 80 ", "://", "://a:"],
];

test.each(RUNS)("the search takes linear time for many repetitions of %j", (run) => {
  const texts = (size: number) => {
    const many = run.repeat(size);
    const before = [
      "",
      "mdp",
      "mdp:",
      "mdp: A_",
      "mot",
      "mot de passe est",
      "mdp admin",
      "login",
      "né le",
      "date de naissance",
    ];
    return before.flatMap((text) => [`${text}${many}`, `1 ${text}${many}{`]);
  };
  expectLinear(texts, (input) => input.map((text) => [tellsSecret(text), datumIn(text, "comment")]));
});
