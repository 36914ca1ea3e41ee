import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { combine } from "../../server/src/exchange/combine.ts";
import { planOf } from "../../server/src/exchange/make-plan.ts";
import { PARTS } from "../../server/src/exchange/proposal.ts";
import { readSources } from "../../server/src/exchange/read-sources.ts";
import { CONFIGURATION } from "../../server/src/model/layout.ts";
import { Workspace } from "../../server/src/model/workspace.ts";
import { parseFile } from "../../server/src/syntax/file.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");
/** The export of STSWEB from which a part of `examples/college-des-tilleuls` is imported. */
const STSWEB = "sts_emp_0759998K_2026.xml";
const DAY = "2026-08-21";

/** The folder of the example in which imported files stand. */
export const IMPORTED = join(EXAMPLES, "college-des-tilleuls/importe");

/** The texts of that folder by their names, as `rentree import` makes them: of the rest of the example, and the export. */
export function importedExample(): ReadonlyMap<string, string> {
  const root = "file:///examples";
  const names = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => CONFIGURATION.test(`/${name}`) && !name.includes("/importe/"));
  const files = names.map(
    (name) =>
      [`${root}/${name}`, parseFile(`${root}/${name}`, readFileSync(join(EXAMPLES, name), "utf8"))] as const,
  );
  const workspace = Workspace.empty([root], DAY).with(files);
  const [snapshot] = workspace.of(`${root}/college-des-tilleuls/etablissement.pronote.yaml`);
  if (!snapshot) throw new Error("the example is missing");
  const bytes = readFileSync(join(import.meta.dirname, "../fixtures/stsweb", STSWEB));
  const { records } = readSources([{ name: STSWEB, bytes }], { counts: false });
  const plan = planOf({
    outside: combine(records, DAY),
    snapshot,
    only: new Set(PARTS),
    options: { refresh: false, prune: false, lift: false },
    findings: [],
  });
  return new Map(plan.files.map(({ uri, after }) => [uri.slice(uri.lastIndexOf("/") + 1), after]));
}
