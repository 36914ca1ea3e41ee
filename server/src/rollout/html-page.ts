import { escapedHtml } from "../base/html.ts";
import type { Language } from "../base/message.ts";

/** What all pages look like: on a screen, dark or light, and on paper. */
const STYLE = `
:root { color-scheme: light dark; --soft: light-dark(#545d69, #a3adb9); --line: light-dark(#d9dee4, #3a424c); --good: light-dark(#1a7f37, #4ac26b); --bad: light-dark(#b3261e, #ff8a80); --open: light-dark(#8a5a00, #e3b341); }
@page { size: A4; margin: 12mm; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 80rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3, h4 { line-height: 1.25; overflow-wrap: anywhere; }
h1 { margin-top: 0; }
h3 { margin: 1.5rem 0 .25rem; }
.sign { display: inline-block; width: 1.6rem; text-align: center; }
.state, .soft { color: var(--soft); }
.done, .decided, .granted { color: var(--good); }
.blocked-by-error, .refused, .missing, .late { color: var(--bad); }
.to-write, .to-redo { color: var(--open); }
.not-applicable, .waiting { color: var(--soft); }
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; }
  li, tr { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
`;

/**
 * The beginning of a page: one file that needs nothing else and may run no script, wherever a text in it comes from.
 * `style` is what this page adds.
 */
export function htmlHead(title: string, language: Language, style: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapedHtml(title)}</title>
<style>${STYLE}${style.trimStart()}</style>
</head>
<body>
<main>
`;
}

/** The end of a page. */
export const HTML_END = htmlEnd("");

/** The end of a page with what stands below its content, as HTML. */
export function htmlEnd(foot: string): string {
  return `</main>
${foot}</body>
</html>
`;
}
