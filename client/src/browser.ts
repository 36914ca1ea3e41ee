import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { activate as activateWith, type Rentree } from "./extension.ts";

/** Entry point in a browser: the server runs in a web worker, and the client sends it all files. */
export function activate(context: ExtensionContext): Promise<Rentree> {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js").toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateWith(context, {
    readsDisk: false,
    system: () => ({ versions: [["Browser", navigator.userAgent]], home: "" }),
    start: (id, name, options) =>
      new LanguageClient(
        id,
        name,
        async () => {
          // The language client does not end the worker of a server that it stops: after a restart there would be two.
          worker?.terminate();
          worker = new Worker(script);
          // Not the worker itself: VS Code replaces the class `Worker`, so that the client's `instanceof` check would
          // fail.
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      ),
  });
}
