import type { Rule } from "../api/rule.ts";
import { duplicateDeclaration } from "./duplicate-declaration.ts";
import { reservedName } from "./reserved-name.ts";
import { unknownReference } from "./unknown-reference.ts";
import { unknownStep } from "./unknown-step.ts";
import { unusedDeclaration } from "./unused-declaration.ts";

/** Names: declared, mentioned, reserved. */
export const names: readonly Rule[] = [
  duplicateDeclaration,
  reservedName,
  unknownReference,
  unknownStep,
  unusedDeclaration,
];
