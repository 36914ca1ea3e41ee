import { test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { expectLinear } from "../../../test/support/growth.ts";
import { establishmentOf } from "../model/establishment.ts";
import { ValueQueries } from "./value-queries.ts";

test("names that are declared by values are collected once, not for each question", () => {
  expectLinear(
    (size) => {
      const many = Array.from({ length: Math.ceil(size / 16) }, (_, at) => at);
      const lines = many.map((at) => `  p${at}: { nom: P, fonction: f${at} }`);
      const [snapshot] = fixture(`personnels:\n${lines.join("\n")}\n`).workspace.snapshots;
      if (!snapshot) throw new Error("no establishment");
      return { many, root: establishmentOf(snapshot).value };
    },
    ({ many, root }) => {
      const queries = new ValueQueries(root);
      return many.filter((at) => queries.has("fonctions", `x${at}`));
    },
  );
});
