import { SaxesParser } from 'saxes';

export interface WordText {
  /** A line for each paragraph, in the order of the page: tables row by row, footnotes not among them. */
  readonly text: string;
  /** Pieces of text that were struck by somebody whose changes nobody has accepted yet. */
  readonly deleted: number;
  /** Places with a footnote or an endnote: those stand in files of their own, and belong to no line. */
  readonly notes: number;
  /** Runs of text that are hidden, as the page does not show them: they are left out. */
  readonly hidden: number;
  /** Soft hyphens, which show only where a line breaks: they are left out. */
  readonly softHyphens: number;
  /** Paragraphs before which a program writes a number or a sign of a list itself: these stand nowhere as words. */
  readonly numbered: number;
  /** Signs that a font of signs draws, by a number of its own (17.3.3.30): no character means the same. */
  readonly symbols: number;
}

/** What is in it is not part of the running text. Text boxes are, those of 2007 too, which stand in `w:pict`; later ones stand there once more, as a fallback. */
const besides = new Set(['w:instrText', 'w:delInstrText', 'w:footnotePr', 'w:endnotePr', 'mc:Fallback', 'w:sectPr', 'w:rPr', 'w:pPr', 'w:tblPr']);

/**
 * The words of a word processor's document (`word/document.xml`, ECMA-376 part 1, 17.3). Insertions are in it, deletions are not, as the page shows it.
 * Elements that are not known are passed through, so that text boxes and content controls are read. `null`: no sound XML, or one with a document type.
 */
export function wordText(xml: string): WordText | null {
  const parser = new SaxesParser({ xmlns: false, fileName: '' });
  const lines: string[] = [];
  let line: string[] = [];
  let [passed, deletedDepth, deleted, notes, softHyphens, hidden, numbered, symbols, isText, isHidden] = [0, 0, 0, 0, 0, 0, 0, 0, false, false];
  let isBroken = false;
  const endLine = (): void => {
    lines.push(line.join(''));
    line = [];
  };
  parser.on('error', () => void (isBroken = true));
  parser.on('doctype', () => void (isBroken = true));
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:r' && passed === 0) isHidden = false;
    // Of a run, not of the mark that ends a paragraph, whose properties stand in those of the paragraph.
    if (name === 'w:vanish' && passed === 1) isHidden = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
    // In the properties of a paragraph; what these were before a change stands deeper. List 0 is none.
    if (name === 'w:numId' && passed === 2 && attributes['w:val'] !== '0') numbered++;
    if (besides.has(name) || passed > 0) return void passed++;
    if (name === 'w:del' || name === 'w:moveFrom') deletedDepth++;
    if (name === 'w:delText') deleted++;
    if (deletedDepth > 0) return;
    if (isHidden) return void (hidden += name === 'w:t' ? 1 : 0);
    if (name === 'w:t') isText = true;
    else if (name === 'w:tab') line.push('\t');
    else if (name === 'w:noBreakHyphen') line.push('\u2011');
    else if (name === 'w:softHyphen') softHyphens++;
    else if (name === 'w:sym') symbols++;
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') notes++;
    else if (name === 'w:br' || name === 'w:cr') endLine();
    // A paragraph inside another one stands in a text box: what was begun before it goes on behind it.
    else if (name === 'w:p' && line.length > 0) endLine();
  });
  parser.on('text', (text) => {
    if (passed > 0 || deletedDepth > 0 || !isText) return;
    softHyphens += text.split('\u00ad').length - 1;
    line.push(text.replaceAll('\u00ad', ''));
  });
  parser.on('closetag', ({ name }) => {
    if (passed > 0) return void passed--;
    if (name === 'w:del' || name === 'w:moveFrom') deletedDepth--;
    if (name === 'w:t') isText = false;
    if (name === 'w:r') isHidden = false;
    if (name === 'w:p') endLine();
  });
  parser.write(xml).close();
  return isBroken ? null : { text: lines.join('\n'), deleted, notes, hidden, softHyphens, numbered, symbols };
}
