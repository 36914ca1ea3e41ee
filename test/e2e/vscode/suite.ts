import * as vscode from "vscode";

suite("x", () => {
  test("active", async () => {
    const extension = vscode.extensions.getExtension("rentree.rentree")!;
    await extension.activate();
    if (!extension.isActive) throw new Error("inactive");
  });
});
