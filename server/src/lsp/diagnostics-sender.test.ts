import { expect, test } from "vitest";
import { findingsOf } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { DiagnosticsSender } from "./diagnostics-sender.ts";

const { context, workspace } = fixture(`
classes: { 6E1: { periodicite: trimestriel, cle: 1 } }
`);
const { uri } = context.file;
const findings = findingsOf(workspace).get(uri) ?? [];

/** A sender for one file that is open, and what it sends. */
function senderFor() {
  const client = { name: "file:///ecole", sent: [] as string[] };
  const sender = new DiagnosticsSender({
    contextOf: () => context,
    isOpen: () => true,
    name: () => client.name,
    diagnostics: (name, list) => client.sent.push(`${name}: ${list.length}`),
  });
  return { client, sender, sentSince: () => client.sent.splice(0) };
}

test("what was told of a file under a former name is taken back", () => {
  const { client, sender, sentSince } = senderFor();
  sender.send(uri, findings);
  sender.send(uri, findings);
  expect(sentSince()).toEqual([`file:///ecole: ${findings.length}`]);
  client.name = "file:///École";
  sender.send(uri, findings);
  sender.send(uri, findings);
  expect(sentSince()).toEqual(["file:///ecole: 0", `file:///École: ${findings.length}`]);
});

test("of a file without findings there is nothing to take back", () => {
  const { client, sender, sentSince } = senderFor();
  sender.send(uri, []);
  client.name = "file:///École";
  sender.send(uri, []);
  expect(sentSince()).toEqual(["file:///ecole: 0", "file:///École: 0"]);
});
