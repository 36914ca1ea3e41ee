import { described } from "./api/rule.ts";
import contradictoryValues from "./files/contradictory-values.md";
import fileOfNoEstablishment from "./files/file-of-no-establishment.md";
import fileUnreadable from "./files/file-unreadable.md";
import heriteDe from "./files/herite-de.md";
import inheritanceCycle from "./files/inheritance-cycle.md";
import repeatedValue from "./files/repeated-value.md";
import twoMarkers from "./files/two-markers.md";
import badFormat from "./language/bad-format.md";
import booleanWord from "./language/boolean-word.md";
import duplicateKey from "./language/duplicate-key.md";
import mergeKey from "./language/merge-key.md";
import outOfBounds from "./language/out-of-bounds.md";
import secondDocument from "./language/second-document.md";
import suppressionWithoutReason from "./language/suppression-without-reason.md";
import unfinished from "./language/unfinished.md";
import unknownKey from "./language/unknown-key.md";
import unknownValue from "./language/unknown-value.md";
import unusedSuppression from "./language/unused-suppression.md";
import wrongType from "./language/wrong-type.md";
import yamlSyntax from "./language/yaml-syntax.md";
import personalData from "./security/personal-data.md";
import secretInClear from "./security/secret-in-clear.md";

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
