import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activate as activateWith, type Rentree } from "./extension.ts";
import { watchHeartbeat } from "./heartbeat.ts";
import { WorkerServer } from "./worker-server.ts";

/** Entry point in a browser: the server runs in a web worker, and the client sends it all files. */
export function activate(context: ExtensionContext): Promise<Rentree> {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js").toString(true);
  let server: WorkerServer | undefined;
  context.subscriptions.push({ dispose: () => server?.end() });
  return activateWith(context, {
    readsDisk: false,
    system: () => ({ versions: [["Browser", navigator.userAgent]], home: "" }),
    start(id, name, options) {
      const transports = async () => {
        // The language client does not end the worker of a server that it stops: after a restart there would be two.
        server?.end();
        server = new WorkerServer(script);
        return server.transports;
      };
      const client = new LanguageClient(id, name, transports, options);
      context.subscriptions.push(watchHeartbeat(client, () => server?.lost()));
      return client;
    },
  });
}
