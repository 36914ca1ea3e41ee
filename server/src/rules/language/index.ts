import { described, type Rule } from "../api/rule.ts";
import badFormat from "./bad-format.md";
import booleanWord from "./boolean-word.md";
import doubtfulKey from "./doubtful-key.md";
import doubtfulValue from "./doubtful-value.md";
import duplicateKey from "./duplicate-key.md";
import { impossibleDate } from "./impossible-date.ts";
import mergeKey from "./merge-key.md";
import { missingKey } from "./missing-key.ts";
import movedKey from "./moved-key.md";
import outOfBounds from "./out-of-bounds.md";
import { placeholderLeftIn } from "./placeholder-left-in.ts";
import secondDocument from "./second-document.md";
import suppressionWithoutReason from "./suppression-without-reason.md";
import unfinished from "./unfinished.md";
import unknownKey from "./unknown-key.md";
import unknownValue from "./unknown-value.md";
import unusedSuppression from "./unused-suppression.md";
import wrongType from "./wrong-type.md";
import yamlSyntax from "./yaml-syntax.md";

/** What a text says: its YAML, the shape of its values, what is missing in it, what comments silence. */
export const language: readonly Rule[] = [
  described("bad-format", "error", badFormat),
  described("boolean-word", "error", booleanWord),
  described("doubtful-key", "warning", doubtfulKey),
  described("doubtful-value", "warning", doubtfulValue),
  described("duplicate-key", "error", duplicateKey),
  impossibleDate,
  described("merge-key", "hint", mergeKey),
  missingKey,
  described("moved-key", "warning", movedKey),
  described("out-of-bounds", "error", outOfBounds),
  placeholderLeftIn,
  described("second-document", "error", secondDocument),
  described("suppression-without-reason", "warning", suppressionWithoutReason),
  described("unfinished", "information", unfinished),
  described("unknown-key", "error", unknownKey),
  described("unknown-value", "error", unknownValue),
  described("unused-suppression", "hint", unusedSuppression),
  described("wrong-type", "error", wrongType),
  described("yaml-syntax", "error", yamlSyntax),
];
