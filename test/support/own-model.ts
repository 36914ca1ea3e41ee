import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, type Statement, type TSSignature, type TSType } from "oxc-parser";
import {
  CHECKLIST_TOTALS,
  STEP_DETAILS,
  STEP_DETAILS_CHANGED,
  STEPS_AT,
  TICK_PREVIEW,
} from "../../server/src/features/checklist-protocol.ts";
import { COMPARE, COMPARE_FIX } from "../../server/src/features/compare-protocol.ts";
import {
  EFFECTIVE,
  EFFECTIVE_AT,
  EFFECTIVE_CHANGED,
  FLEET,
  FLEET_CHANGED,
  REPORT,
} from "../../server/src/features/fleet-protocol.ts";
import { APPLY_IMPORT, IMPORT } from "../../server/src/features/import-protocol.ts";
import { NEW_ESTABLISHMENT } from "../../server/src/features/new-establishment-protocol.ts";
import { PLAN, PLAN_CHANGED } from "../../server/src/features/plan-protocol.ts";
import { ALIVE, CHECKLIST, CHECKLIST_CHANGED, REFRESH } from "../../server/src/features/protocol.ts";
import { CHECKED, STATUS } from "../../server/src/features/status-protocol.ts";
import type { Model, Property, Structure, Type } from "./meta-model.ts";

const FOLDER = join(import.meta.dirname, "../../server/src/features");
const FILES = [
  "protocol.ts",
  "checklist-protocol.ts",
  "plan-protocol.ts",
  "compare-protocol.ts",
  "import-protocol.ts",
  "fleet-protocol.ts",
  "new-establishment-protocol.ts",
  "status-protocol.ts",
].map((name) => join(FOLDER, name));

/** An object without properties. */
const EMPTY: Type = { kind: "literal", value: { properties: [] } };

/** What the server sends in messages of our own; the names are those of the types in `protocol.ts`. */
const MESSAGES: Pick<Model, "requests" | "notifications"> = {
  requests: [
    { method: CHECKLIST, messageDirection: "clientToServer", result: listOf("EstablishmentChecklist") },
    {
      method: PLAN,
      messageDirection: "clientToServer",
      params: named("PlanParams"),
      result: orNull(named("EstablishmentPlan")),
    },
    { method: COMPARE, messageDirection: "clientToServer", result: named("CompareAnswer") },
    {
      method: COMPARE_FIX,
      messageDirection: "clientToServer",
      result: orNull(named("WorkspaceEdit")),
    },
    {
      method: IMPORT,
      messageDirection: "clientToServer",
      params: named("ImportParams"),
      result: named("ImportAnswer"),
    },
    {
      method: APPLY_IMPORT,
      messageDirection: "clientToServer",
      params: named("ImportParams"),
      result: orNull(named("ImportResult")),
    },
    { method: FLEET, messageDirection: "clientToServer", result: named("Fleet") },
    {
      method: REPORT,
      messageDirection: "clientToServer",
      params: named("ReportParams"),
      result: orNull({ kind: "base", name: "string" }),
    },
    {
      method: EFFECTIVE,
      messageDirection: "clientToServer",
      params: named("EffectiveParams"),
      result: orNull({ kind: "base", name: "string" }),
    },
    {
      method: EFFECTIVE_AT,
      messageDirection: "clientToServer",
      result: orNull(listOf("EffectiveSubject")),
    },
    {
      method: NEW_ESTABLISHMENT,
      messageDirection: "clientToServer",
      params: named("NewEstablishmentParams"),
      result: named("NewEstablishmentHints"),
    },
    { method: ALIVE, messageDirection: "clientToServer", result: { kind: "base", name: "null" } },
    {
      method: CHECKLIST_TOTALS,
      messageDirection: "clientToServer",
      result: listOf("EstablishmentTotals"),
    },
    {
      method: STEP_DETAILS,
      messageDirection: "clientToServer",
      result: orNull(named("StepDetails")),
    },
    { method: STEPS_AT, messageDirection: "clientToServer", result: orNull(listOf("StepName")) },
    { method: TICK_PREVIEW, messageDirection: "clientToServer", result: listOf("TickCandidate") },
    { method: REFRESH, messageDirection: "clientToServer", result: { kind: "base", name: "null" } },
  ],
  notifications: [
    { method: CHECKLIST_CHANGED, messageDirection: "serverToClient", params: EMPTY },
    { method: PLAN_CHANGED, messageDirection: "serverToClient", params: named("PlanParams") },
    { method: STEP_DETAILS_CHANGED, messageDirection: "serverToClient", params: named("StepName") },
    { method: FLEET_CHANGED, messageDirection: "serverToClient", params: EMPTY },
    { method: EFFECTIVE_CHANGED, messageDirection: "serverToClient", params: named("EffectiveParams") },
    { method: STATUS, messageDirection: "serverToClient", params: named("StatusParams") },
    { method: CHECKED, messageDirection: "serverToClient", params: named("CheckedParams") },
  ],
};

/**
 * The model of the messages that extend LSP, in the form of LSP's own: made of the types in these files, so that there is
 * no second description of them. Throws an error for a kind of type that it does not know.
 */
export function ownModel(): Omit<Model, "enumerations"> {
  const statements = FILES.flatMap(statementsOf);
  return {
    ...MESSAGES,
    structures: statements.flatMap(structureOf),
    typeAliases: [...statements.flatMap(aliasOf), ...statements.flatMap(importedAliases)],
  };
}

function statementsOf(file: string): readonly Statement[] {
  return parseSync(file, readFileSync(file, "utf8")).program.body.map((statement) =>
    statement.type === "ExportNamedDeclaration" && statement.declaration
      ? statement.declaration
      : (statement as Statement),
  );
}

function structureOf(statement: Statement): readonly Structure[] {
  if (statement.type !== "TSInterfaceDeclaration") return [];
  return [{ name: statement.id.name, properties: statement.body.body.map(propertyOf) }];
}

function aliasOf(statement: Statement): Model["typeAliases"] {
  if (statement.type !== "TSTypeAliasDeclaration") return [];
  return [{ name: statement.id.name, type: typeOf(statement.typeAnnotation) }];
}

function importedAliases(statement: Statement): Model["typeAliases"] {
  if (statement.type !== "ImportDeclaration") return [];
  const names = statement.specifiers.map(({ local }) => local.name);
  return statementsOf(join(FOLDER, statement.source.value))
    .flatMap(aliasOf)
    .filter(({ name }) => names.includes(name));
}

function propertyOf(signature: TSSignature): Property {
  if (signature.type !== "TSPropertySignature" || signature.key.type !== "Identifier")
    throw new Error(`a property is expected, not ${signature.type}`);
  const { key, optional, typeAnnotation } = signature;
  if (!typeAnnotation) throw new Error(`${key.name} has no type`);
  return { name: key.name, type: typeOf(typeAnnotation.typeAnnotation), optional };
}

function typeOf(type: TSType): Type {
  switch (type.type) {
    case "TSStringKeyword":
      return { kind: "base", name: "string" };
    case "TSNumberKeyword":
      return { kind: "base", name: "decimal" };
    case "TSBooleanKeyword":
      return { kind: "base", name: "boolean" };
    case "TSNullKeyword":
      return { kind: "base", name: "null" };
    case "TSLiteralType":
      return { kind: "stringLiteral", value: "value" in type.literal ? String(type.literal.value) : "" };
    case "TSUnionType":
      return { kind: "or", items: type.types.map(typeOf) };
    case "TSTypeOperator":
      return typeOf(type.typeAnnotation);
    case "TSArrayType":
      return { kind: "array", element: typeOf(type.elementType) };
    case "TSTypeLiteral":
      return mapOf(type.members) ?? { kind: "literal", value: { properties: type.members.map(propertyOf) } };
    case "TSTypeReference":
      if (type.typeName.type === "Identifier") return named(type.typeName.name);
      break;
  }
  throw new Error(`no message contains a ${type.type}`);
}

/** The type of `{ [key: string]: … }`; `undefined` for one with properties. */
function mapOf([member]: readonly TSSignature[]): Type | undefined {
  if (member?.type !== "TSIndexSignature") return undefined;
  const string: Type = { kind: "base", name: "string" };
  return { kind: "map", key: string, value: typeOf(member.typeAnnotation.typeAnnotation) };
}

function named(name: string): Type {
  return { kind: "reference", name };
}

function orNull(type: Type): Type {
  return { kind: "or", items: [type, { kind: "base", name: "null" }] };
}

function listOf(name: string): Type {
  return { kind: "array", element: named(name) };
}
