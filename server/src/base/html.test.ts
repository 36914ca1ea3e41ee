import { expect, test } from "vitest";
import { html } from "./html.ts";

test("what is put into HTML is text, whatever it contains", () => {
  const name = `<img src=x onerror="a()"> & 'b'\u202e\u0007\n`;
  expect(html`<p title="${name}">${name}</p>`.text).toBe(
    '<p title="&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; &#39;b&#39;\ufffd\ufffd ">' +
      "&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; &#39;b&#39;\ufffd\ufffd </p>",
  );
});

test("HTML is put into HTML as it is; nothing for what is left out", () => {
  expect(html`<ul>${[1, 2].map((one) => html`<li>${one}</li>`)}${undefined}${false}</ul>`.text).toBe(
    "<ul><li>1</li><li>2</li></ul>",
  );
});
