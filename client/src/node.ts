import { homedir, release, type } from "node:os";
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activate as activateWith, type Rentree } from "./extension.ts";

/** Entry point in Node: the server runs in a process of its own and reads the disk. */
export function activate(context: ExtensionContext): Promise<Rentree> {
  const module = context.asAbsolutePath("dist/server.node.cjs");
  const server = { module, transport: TransportKind.ipc };
  return activateWith(context, {
    readsDisk: true,
    system: () => ({
      versions: [
        ["Node", process.versions.node],
        [type(), `${release()} ${process.arch}`],
      ],
      home: homedir(),
    }),
    start: (id, name, options) =>
      new LanguageClient(
        id,
        name,
        { run: server, debug: { ...server, options: { execArgv: ["--enable-source-maps"] } } },
        options,
      ),
  });
}
