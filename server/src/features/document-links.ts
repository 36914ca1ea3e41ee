import type { DocumentLink } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import { resolveRelative } from "../base/uri.ts";
import { baseReferencesIn } from "../model/layout.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Context } from "./context.ts";

/** Links to the base files that a file names, if they exist. */
export function documentLinks({ file, workspace, localize, uri, client }: Context): DocumentLink[] {
  return baseReferencesIn(file).flatMap(({ node, value }) => {
    const base = workspace.files.get(resolveRelative(file.uri, value) ?? "");
    if (!base || base.unreadable === "missing") return [];
    return [
      {
        range: rangeOf(file, node),
        target: uri(base.uri),
        ...(client.linkTooltips ? { tooltip: localize(message("Open the base file")) } : undefined),
      },
    ];
  });
}
