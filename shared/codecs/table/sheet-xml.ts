import { illegalInXml, xmlContent } from '../xml-text.ts';
import { type Cell } from './column.ts';

/** Styles of xl/styles.xml by their places. */
const styles = { plain: 0, header: 1, long: 2 } as const;

/**
 * Words in a cell, as ECMA-376 part 1, 22.9.2.19 has them: what XML cannot hold is written `_xHHHH_`, and so is the first sign of words that
 * look like that themselves.
 */
const cellText = (text: string): string =>
  isPlain.test(text)
    ? text
    : xmlContent(
        text
          .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
          .replace(illegalInXml, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
      );

/** Nothing in it that XML or a cell would take for something else: most cells are so. */
const isPlain = /^[\t\n\x20-\x25\x27-;=?-^`-~\xa0-\ud7ff\ue000-\ufffd]*$/;

/** `A`, `B` … `Z`, `AA` … */
export function columnName(index: number): string {
  const before = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return `${before}${alphabet.charAt(index % 26)}`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Strings are typed as strings, so `=1+1` stays text. */
function cellXml(cell: Cell, reference: string, style: number): string {
  if (cell === null || cell === '') return '';
  const styled = style === styles.plain ? '' : ` s="${style}"`;
  if (typeof cell === 'number') return `<c r="${reference}"${styled}><v>${cell}</v></c>`;
  return `<c r="${reference}"${styled} t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
}

/** One row; numbers count from 1, the header's is 1. */
export function rowXml(cells: readonly Cell[], number: number, isLong: readonly boolean[]): string {
  let written = '';
  for (const [index, cell] of cells.entries()) {
    if (cell !== null && cell !== '') written += cellXml(cell, `${columnName(index)}${number}`, isLong[index] ? styles.long : styles.plain);
  }
  return `<row r="${number}">${written}</row>\n`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** From right to left, with a header that stays when the rows are scrolled. Only the first sheet is the one that opens. */
export function sheetStart(headers: readonly string[], isLong: readonly boolean[], isFirst: boolean): string {
  const widths = headers.map((_, index) => `<col min="${index + 1}" max="${index + 1}" width="${isLong[index] ? 48 : 18}" customWidth="1"/>`);
  const header = headers.map((name, index) => cellXml(name, `${columnName(index)}1`, styles.header)).join('');
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView rightToLeft="1"${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>
<row r="1">${header}</row>
`;
}

/** `rows` is the number of the last row. */
export const sheetEnd = (columns: number, rows: number): string =>
  `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${rows}"/></worksheet>\n`;

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** The other parts of a workbook whose sheets have these names; none of them says a time or a person. */
export const workbookParts = (sheets: readonly string[]): Readonly<Record<string, string>> => ({
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}">\
<bookViews><workbookView activeTab="0"/></bookViews>\
<sheets>${sheets.map((name, index) => `<sheet name="${xmlContent(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>\n`,
  'xl/_rels/workbook.xml.rels': relations([
    ...sheets.map((_, index) => [`${relationships}/worksheet`, sheetPath(index).slice('xl/'.length)] as const),
    [`${relationships}/styles`, 'styles.xml'],
  ]),
  'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>\
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>\n`,
  '_rels/.rels': relations([[`${relationships}/officeDocument`, 'xl/workbook.xml']]),
  '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}\
${sheets.map((_, index) => override(sheetPath(index), 'worksheet')).join('')}</Types>\n`,
});

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="${packages}/relationships">\
${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>\n`;

const override = (part: string, kind: string): string =>
  `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
