import { escapedHtml } from "../base/html.ts";
import type { Language } from "../base/message.ts";

/** What all reports look like: on a screen, dark or light, and on paper. */
const STYLE = `
:root { color-scheme: light dark; --soft: light-dark(#5b6470, #9aa4b1); --line: light-dark(#d9dee4, #3a424c); --good: light-dark(#1a7f37, #4ac26b); --bad: light-dark(#b3261e, #ff8a80); --open: light-dark(#8a5a00, #e3b341); }
@page { size: A4; margin: 15mm; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3 { line-height: 1.25; }
h3 { margin: 1.5rem 0 .25rem; }
.sign { display: inline-block; width: 1.6rem; text-align: center; }
.state { color: var(--soft); }
.done, .decided { color: var(--good); }
.blocked-by-error { color: var(--bad); }
.to-write, .to-redo { color: var(--open); }
.not-applicable, .waiting { color: var(--soft); }
@media print { main { max-width: none; padding: 0; } li, tr { break-inside: avoid; } h2 { break-before: page; } h2:first-of-type { break-before: auto; } }
`;

/** The beginning of a report: one file without scripts that needs nothing else. `style` is what this report adds. */
export function htmlHead(title: string, language: Language, style: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(title)}</title>
<style>${STYLE}${style.trimStart()}</style>
</head>
<body>
<main>
`;
}

/** The end of a report. */
export const HTML_END = `</main>
</body>
</html>
`;
