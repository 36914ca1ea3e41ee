import type { DocumentLink } from "vscode-languageserver-types";
import { say } from "../base/say.ts";
import { joined } from "../base/uri.ts";
import { heritageOf } from "../model/layout.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Context } from "./context.ts";

/** The bases that a file names, to be opened. */
export function documentLinks({ file, workspace, words, uri }: Context): DocumentLink[] {
  return heritageOf(file).flatMap(({ node, value }) => {
    const base = workspace.files.get(joined(file.uri, value) ?? "");
    if (!base || base.unreadable === "missing") return [];
    return [{ range: rangeOf(file, node), target: uri(base.uri), tooltip: words(say("Open the base file")) }];
  });
}
