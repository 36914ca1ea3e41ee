/** An establishment that is copied from a valid one has no error, and nothing of the other one is left in it. */
import { expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import { sisterCopy } from "../../server/src/rollout/sister-copy.ts";
import { rnesIn } from "../../server/src/rules/shared/rne.ts";
import { yamlText } from "../../server/src/schema/yaml-text.ts";
import { fileText, parseFile } from "../../server/src/syntax/file.ts";
import { findingsIn } from "../support/check.ts";
import { establishmentOf, ROOT, workspaceWith } from "./establishment.ts";

const COUNT = Number(process.env["RENTREE_CORPUS"] ?? 60);
const RNE = "0759998K";
const FOLDER = `${ROOT}/bassin/nouveau-college`;
const localize = localizerFor("en");

/** What is told of decisions that are still to be made. */
const UNDECIDED = ["missing-key", "unused-declaration", "smtp-authentication-without-account"];

/** Whether a base holds an RNE. */
function basesHaveRne({ files, layout }: Workspace): boolean {
  return [...layout.bases].some((uri) => rnesIn(fileText(files.get(uri) ?? never(uri))).length > 0);
}

function never(uri: string): never {
  throw new Error(`no file ${uri}`);
}

/** Copies every establishment of a workspace in turn, and gives the texts of the copy and its findings. */
function* copies(workspace: Workspace, people: boolean) {
  for (const sister of workspace.snapshots.filter(({ establishment }) => establishment)) {
    const files = sisterCopy(sister, { folder: FOLDER, rne: RNE, nom: "Collège nouveau", people });
    const texts = files.map(
      ({ path, content }) => [`${FOLDER}/${encodeURI(path)}`, yamlText(content)] as const,
    );
    const both = workspace.with(texts.map(([uri, text]) => [uri, parseFile(uri, text)]));
    const findings = findingsIn({ workspace: both }).filter(({ at }) => at.block.uri.startsWith(FOLDER));
    yield { texts, findings };
  }
}

/** What is wrong with the copies of the establishments of a workspace. */
function* faultsOfCopies(workspace: Workspace, people: boolean): Generator<string> {
  // A generated base may say something of the one establishment that it was made for.
  const isInherited = (id: string) => id.endsWith("of-another-establishment") && basesHaveRne(workspace);
  for (const { texts, findings } of copies(workspace, people)) {
    for (const { id, message } of findings)
      if (!UNDECIDED.includes(id) && !isInherited(id)) yield `${id}: ${localize(message)}`;
    for (const [uri, text] of texts) yield* takenOver(uri, text);
  }
}

/** What a text of a copy says of the establishment that it was made from. */
function* takenOver(uri: string, text: string): Generator<string> {
  for (const found of rnesIn(text)) if (found !== RNE) yield `${uri}: ${found}`;
  if (/^deroulement:/m.test(text)) yield `${uri}: ticks`;
}

test.each([false, true])(`${COUNT} copies have no error; people taken over: %s`, (people) => {
  const faults: string[] = [];
  for (let seed = 1; seed <= COUNT; seed++) {
    const { files } = establishmentOf(seed);
    const workspace = workspaceWith(files.map(({ uri, text }) => [uri, text]));
    for (const fault of faultsOfCopies(workspace, people)) faults.push(`${seed} ${fault}`);
  }
  expect(faults.slice(0, 20)).toEqual([]);
});
