import { expect, test } from "vitest";
import {
  type EstablishmentPlan,
  PLAN,
  PLAN_CHANGED,
  type PlanParams,
} from "../../server/src/features/plan-protocol.ts";
import { CHECKLIST, type EstablishmentChecklist } from "../../server/src/features/protocol.ts";
import { LanguageClient } from "../support/language-client.ts";
import { CLASSES, MARKER, SMALL_ACADEMIE } from "../support/small-academie.ts";

const FIXED = (SMALL_ACADEMIE[CLASSES] ?? "").replace("martni", "martin");
const FILES = { ...SMALL_ACADEMIE, [CLASSES]: FIXED };

/** The rows of a step's tables, each as its name and its cells. */
function rowsOf(plan: EstablishmentPlan | null, slug: string): readonly string[] {
  const step = plan?.steps.find(({ item }) => item.slug === slug);
  return (step?.screens ?? []).flatMap(({ tables }) =>
    tables.flatMap(({ rows }) =>
      rows.map(({ name, cells }) => [name, ...cells.map((one) => one.value)].join(" | ")),
    ),
  );
}

test("the plan of an establishment has the values of each step, with their places", async () => {
  const client = await LanguageClient.start(FILES);
  const [list] = await client.connection.sendRequest<EstablishmentChecklist[]>(CHECKLIST);
  const params: PlanParams = { establishment: list?.uri ?? "" };
  const plan = await client.connection.sendRequest<EstablishmentPlan | null>(PLAN, params);
  expect(plan?.uri).toBe(list?.uri);
  expect(plan?.name).toBe("Collège des Tilleuls");
  expect(plan?.steps.map(({ item }) => item.slug)).toEqual(
    list?.phases.flatMap(({ items }) => items.filter(({ open }) => open).map(({ slug }) => slug)),
  );
  const identity = plan?.steps.find(({ item }) => item.slug === "rne-etablissement")?.screens[0];
  expect(identity?.path).toBe("Paramètres > ÉTABLISSEMENT > Identité");
  expect(identity?.values[0]).toEqual({
    label: "Numéro RNE (RNE number)",
    value: "0759998K",
    copy: "0759998K",
    place: {
      uri: client.uri(`ecole/${MARKER}`),
      range: { start: { line: 1, character: 22 }, end: { line: 1, character: 30 } },
    },
  });
  expect(rowsOf(plan, "professeurs-des-services")).toEqual(["FRANC (Français) | MARTIN Alice"]);
});

test("a plan names the files whose lines it could not read, as long as there are any", async () => {
  const client = await LanguageClient.start(FILES);
  const params: PlanParams = { establishment: client.uri("ecole") };
  const unread = async () =>
    (await client.connection.sendRequest<EstablishmentPlan | null>(PLAN, params))?.unread;
  expect(await unread()).toBeUndefined();
  await client.open(CLASSES, `${FIXED}<<<<<<< HEAD\n=======\n>>>>>>> autre\n`);
  expect(await unread()).toMatchObject([
    { file: "classes.pronote.yaml", place: { uri: client.uri(CLASSES) } },
  ]);
  await client.change(CLASSES, [{ text: `${FIXED}rgpd: { dpo: [ }\n` }]);
  expect(await unread()).toMatchObject([
    { place: { range: { start: { line: FIXED.split("\n").length - 1 } } } },
  ]);
  await client.change(CLASSES, [{ text: FIXED }]);
  expect(await unread()).toBeUndefined();
});

test("a plan of nothing is null", async () => {
  const client = await LanguageClient.start(FILES);
  expect(await client.connection.sendRequest(PLAN, { establishment: "file:///nowhere" })).toBeNull();
});

test("a change of the plan that was asked for is told once", async () => {
  const client = await LanguageClient.start(FILES);
  const told: PlanParams[] = [];
  client.connection.onNotification(PLAN_CHANGED, (params: PlanParams) => void told.push(params));
  const params: PlanParams = { establishment: client.uri("ecole") };
  await client.connection.sendRequest(PLAN, params);
  await client.open(CLASSES, FIXED);
  await client.change(CLASSES, [
    { text: FIXED.replace("FRANC: martin", "FRANC: { professeurs: martin, coefficient: 3 }") },
  ]);
  await expect.poll(() => told).toEqual([params]);
  const plan = await client.connection.sendRequest<EstablishmentPlan | null>(PLAN, params);
  expect(rowsOf(plan, "services-notes-ou-competences")).toEqual(["FRANC (Français) | 3"]);
});
