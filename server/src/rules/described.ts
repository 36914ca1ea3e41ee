import badFormat from "./bad-format.md";
import booleanWord from "./boolean-word.md";
import contradictoryValues from "./contradictory-values.md";
import duplicateKey from "./duplicate-key.md";
import fileOfNoEstablishment from "./file-of-no-establishment.md";
import fileUnreadable from "./file-unreadable.md";
import heriteDe from "./herite-de.md";
import inheritanceCycle from "./inheritance-cycle.md";
import mergeKey from "./merge-key.md";
import outOfBounds from "./out-of-bounds.md";
import personalData from "./personal-data.md";
import repeatedValue from "./repeated-value.md";
import { described } from "./rule.ts";
import secondDocument from "./second-document.md";
import secretInClear from "./secret-in-clear.md";
import suppressionWithoutReason from "./suppression-without-reason.md";
import twoMarkers from "./two-markers.md";
import unfinished from "./unfinished.md";
import unknownKey from "./unknown-key.md";
import unknownValue from "./unknown-value.md";
import unusedSuppression from "./unused-suppression.md";
import wrongType from "./wrong-type.md";
import yamlSyntax from "./yaml-syntax.md";

/** Rules whose findings are made on the way: where files belong, the YAML, the shape of a text, its merging. */
export const onTheWay = [
  described("yaml-syntax", "error", yamlSyntax),
  described("file-unreadable", "error", fileUnreadable),
  described("second-document", "error", secondDocument),
  described("herite-de", "error", heriteDe),
  described("two-markers", "error", twoMarkers),
  described("file-of-no-establishment", "information", fileOfNoEstablishment),
  described("duplicate-key", "error", duplicateKey),
  described("unknown-key", "error", unknownKey),
  described("wrong-type", "error", wrongType),
  described("boolean-word", "error", booleanWord),
  described("unknown-value", "error", unknownValue),
  described("bad-format", "error", badFormat),
  described("out-of-bounds", "error", outOfBounds),
  described("unfinished", "information", unfinished),
  described("secret-in-clear", "error", secretInClear),
  described("personal-data", "error", personalData),
  described("repeated-value", "hint", repeatedValue),
  described("contradictory-values", "error", contradictoryValues),
  described("inheritance-cycle", "error", inheritanceCycle),
  described("merge-key", "hint", mergeKey),
  described("suppression-without-reason", "warning", suppressionWithoutReason),
  described("unused-suppression", "hint", unusedSuppression),
];
