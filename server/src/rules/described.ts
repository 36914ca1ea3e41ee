import personalData from "./personal-data.md";
import { described } from "./rule.ts";
import secretInClear from "./secret-in-clear.md";

/** Rules whose findings are made on the way: where files belong, the YAML, the shape of a text, its merging. */
export const onTheWay = [
  described("yaml-syntax", "error", ""),
  described("file-unreadable", "error", ""),
  described("second-document", "error", ""),
  described("herite-de", "error", ""),
  described("two-markers", "error", ""),
  described("file-of-no-establishment", "information", ""),
  described("duplicate-key", "error", ""),
  described("unknown-key", "error", ""),
  described("wrong-type", "error", ""),
  described("boolean-word", "error", ""),
  described("unknown-value", "error", ""),
  described("bad-format", "error", ""),
  described("out-of-bounds", "error", ""),
  described("unfinished", "information", ""),
  described("secret-in-clear", "error", secretInClear),
  described("personal-data", "error", personalData),
  described("repeated-value", "hint", ""),
  described("contradictory-values", "error", ""),
  described("inheritance-cycle", "error", ""),
];
