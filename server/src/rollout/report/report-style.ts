/** What a report adds to the style of all pages: pictures of progress, and tables whose heads stay in view. */
export const REPORT_STYLE = `
:root { --good2: light-dark(#4c9e63, #2f8f50); --todo: light-dark(#3b73b9, #79b0ee); --wait: light-dark(#c3cad2, #59626d); }
footer { max-width: 80rem; margin: 0 auto; padding: 1.5rem; color: var(--soft); font-size: .875rem; border-top: 1px solid var(--line); }
h2, h3, h4 { margin: 1.5rem 0 .5rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .4rem 0; border-top: 1px solid var(--line); }
dl { display: grid; grid-template-columns: minmax(8rem, 20rem) 1fr; gap: .25rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.answer { font-size: 1.25rem; font-weight: 600; border-inline-start: .35rem solid var(--open); padding-inline-start: .75rem; }
.answer.ready { border-color: var(--good); }
li.error, li.warning { border-inline-start: .25rem solid var(--bad); padding-inline-start: .75rem; } li.warning { border-inline-start-color: var(--open); }
.more { display: block; font-size: .9rem; color: var(--soft); overflow-wrap: anywhere; }
.sign { width: auto; min-width: 1.2em; }
.legend { display: inline-block; margin-inline-end: 1rem; }
rect.done { fill: var(--good); } rect.decided { fill: var(--good2); } rect.blocked-by-error { fill: var(--bad); }
rect.to-redo, rect.to-write { fill: var(--open); } rect.to-do { fill: var(--todo); } rect.waiting { fill: var(--wait); }
svg { display: block; width: 100%; min-width: 6rem; height: .8rem; border-radius: .2rem; }
svg.colour { display: inline-block; width: .8rem; min-width: 0; vertical-align: baseline; }
.scroll { overflow: auto; max-height: 90vh; }
.scroll:focus-visible { outline: 2px solid var(--todo); }
table { border-collapse: separate; border-spacing: 0; }
table.plain { width: 100%; }
th, td { padding: .25rem .5rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: bottom; }
tbody th { font-weight: normal; }
td.bar { width: 50%; vertical-align: middle; }
.number, .box { text-align: center; font-variant-numeric: tabular-nums; white-space: nowrap; }
.heat th, .heat td { padding-inline: .3rem; }
.heat thead th:not(:first-child), .rights thead th:not(:first-child) { text-align: center; }
.heat tbody th { min-width: 9rem; }
.heat thead th, .rights thead th { position: sticky; top: 0; background: Canvas; z-index: 1; }
.heat th:first-child, .rights th:first-child { position: sticky; inset-inline-start: 0; background: Canvas; }
.heat thead th:first-child, .rights thead th:first-child { z-index: 2; }
.heat tfoot th, .heat tfoot td { position: sticky; bottom: 0; background: Canvas; font-weight: bold; border-top: 1px solid var(--line); }
.turned { writing-mode: vertical-rl; rotate: 180deg; max-height: 13rem; font-weight: normal; font-size: .875rem; }
tr.category th { font-weight: 600; padding-top: .75rem; }
.heat0 { background: light-dark(#ffffff, #16191d); } .heat1 { background: light-dark(#e6f4ea, #17301f); } .heat2 { background: light-dark(#c4e6cd, #1c4a2b); } .heat3 { background: light-dark(#a2d8b0, #20613a); } .heat4 { background: light-dark(#7ecb93, #257a48); }
.heat tfoot td[class*=heat] { color: CanvasText; }
.one { border-top: 2px solid var(--line); }
@media (max-width: 30rem) {
  h1 { font-size: 1.5rem; }
  .phases th, .phases td { padding-inline: .15rem; }
  td.bar { width: 25%; }
  td.bar svg { min-width: 3rem; }
  dl { grid-template-columns: 1fr; }
  dd { margin-block-end: .5rem; }
}
@media print {
  body { font-size: 10pt; }
  footer { max-width: none; padding: 0; }
  .scroll { overflow: visible; max-height: none; }
  .heat thead th, .heat th:first-child, .heat tfoot td, .heat tfoot th, .rights thead th, .rights th:first-child { position: static; }
  .heat, .rights { font-size: 8pt; }
  .heat th, .heat td, .rights th, .rights td { padding: .1rem .25rem; }
  .one { break-inside: avoid; }
  svg rect, td, .answer { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;
