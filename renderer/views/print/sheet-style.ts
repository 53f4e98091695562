/** What of an A4 page is written on, in CSS pixels: 297 mm less the two margins of `pageStyle`. */
export const pageHeight = 1040;

/** Of the page that is printed: what is not the sheet is not on paper. Margins are in pixels, so that `pageHeight` is a whole number of them. */
export const pageStyle = `
@page { size: A4; margin: 45px 56px 37.5px; }
@media screen { #print-sheet { display: none; } }
@media print {
  html, body { display: block !important; block-size: auto !important; min-block-size: 0 !important; overflow: visible !important; background: #fff !important; color-scheme: light; }
  body > :not(#print-sheet) { display: none !important; }
}
`;

/** Of the sheet itself, in the window and in the file: it needs nothing else. */
export const sheetStyle = `
.sheet { position: relative; color: #1b1f24; background: #fff; font: 13px/1.6 Vazirmatn, 'Noto Naskh Arabic', Tahoma, sans-serif; print-color-adjust: exact; -webkit-print-color-adjust: exact; color-scheme: light; }
.sheet * { box-sizing: border-box; }
.frame { inline-size: 100%; border-collapse: collapse; border: 0; }
.frame > * > tr > td { padding: 0; text-align: start; vertical-align: top; }
.running { display: flex; justify-content: space-between; gap: 16px; block-size: 34px; color: #5a6270; font-size: 11px; }
.foot { block-size: 34px; }
.page-number { position: absolute; inset-inline: 0; margin: 0; block-size: 20px; color: #5a6270; font-size: 11px; text-align: center; }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 600; line-height: 1.7; }
h2 { margin: 28px 0 8px; font-size: 15px; font-weight: 600; break-after: avoid; }
.facts { display: flex; flex-wrap: wrap; gap: 2px 24px; margin: 0 0 10px; color: #5a6270; }
.facts div { display: flex; gap: 6px; }
.facts dd { margin: 0; color: #1b1f24; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 14px; padding: 8px 0; border-block: 1px solid #d5d9de; list-style: none; break-inside: avoid; }
.legend li { display: flex; align-items: center; gap: 6px; }
.sample { inline-size: 30px; block-size: 5px; }
.sign { display: inline-block; min-inline-size: 18px; padding-inline: 3px; border: 1px solid; border-radius: 3px; font-size: 11px; line-height: 16px; text-align: center; white-space: nowrap; }
.sign::before { content: attr(data-letter); }
.paragraph { display: grid; grid-template-columns: 84px minmax(0, 1fr); gap: 12px; margin-block-end: 6px; }
.gutter { display: flex; flex-wrap: wrap; align-content: flex-start; gap: 2px; padding-block-start: 10px; line-height: 18px; }
.gutter > span { display: flex; }
.text p { margin: 0; font-size: 16px; line-height: 2.4; white-space: pre-wrap; orphans: 2; widows: 2; }
.rows { inline-size: 100%; border-collapse: collapse; font-size: 12px; }
.rows th, .rows td { padding: 5px 8px; border: 1px solid #d5d9de; text-align: start; vertical-align: top; }
.rows th { background: #f2f4f6; font-weight: 600; }
.rows tr { break-inside: avoid; }
.rows .number { white-space: nowrap; }
.rows th:nth-child(3) { inline-size: 22%; }
.rows th:nth-child(4) { inline-size: 24%; }
`;

/** Of a file that is read on a screen, too. */
export const fileStyle = `
body { margin: 0 auto; padding: 24px; max-inline-size: 860px; background: #fff; }
@page { size: A4; margin: 12mm 15mm; }
@media print { body { padding: 0; max-inline-size: none; } }
`;
