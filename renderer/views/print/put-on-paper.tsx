import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type Bridge, type Outcome, type PaperCommand } from '../../../shared/bridge.ts';
import { type Translator } from '../../messages/translate.ts';
import { PrintSheet, type SheetFacts } from './PrintSheet.tsx';
import { type Labelled, sheetOf } from './sheet.ts';
import { pageStyle, sheetStyle } from './sheet-style.ts';

export interface PaperTools {
  readonly bridge: Pick<Bridge, 'print' | 'pdf' | 'saveFiles'>;
  readonly messages: Translator;
}

/** The name of what was saved; `null` where nothing was, because the person thought better of it or it went to a printer. */
export async function putOnPaper(way: PaperCommand, labelled: Labelled, facts: SheetFacts, { bridge, messages }: PaperTools): Promise<Outcome<string | null>> {
  const { t } = messages;
  const sheet = sheetOf(labelled);
  return withSheet(async (draw) => {
    const save = (extension: string, bytes: Uint8Array) => bridge.saveFiles(t(`menu.${way}`), `${facts.title.slice(0, 60)}${extension}`, [{ suffix: extension, bytes }]);
    const drawn = (pages: number) => draw(<PrintSheet messages={messages} facts={facts} sheet={sheet} pages={pages} />);
    if (way === 'save-html') {
      const { sheetHtml } = await import('./sheet-html.ts');
      return save('.html', new TextEncoder().encode(sheetHtml(messages, facts.title, drawn(0))));
    }
    // How many pages there are is known when they have been set once; their numbers take no room.
    drawn(0);
    const unnumbered = await bridge.pdf();
    if (!unnumbered.ok) return unnumbered;
    drawn(unnumbered.value.pages);
    if (way === 'print') {
      const printed = await bridge.print();
      return printed.ok ? { ok: true, value: null } : printed;
    }
    const numbered = await bridge.pdf();
    return numbered.ok ? save('.pdf', numbered.value.bytes) : numbered;
  });
}

/** Keeps a sheet in the page, seen by nobody but a printer, for as long as `work` goes on. `draw` gives its HTML. */
async function withSheet<T>(work: (draw: (sheet: React.ReactElement) => string) => Promise<T>): Promise<T> {
  const host = document.createElement('div');
  host.id = 'print-sheet';
  const shadow = host.attachShadow({ mode: 'open' });
  const inside = document.createElement('div');
  shadow.append(inside);
  const styles = [pageStyle, sheetStyle].map((text) => {
    const style = new CSSStyleSheet();
    style.replaceSync(text);
    return style;
  });
  const [ofPage, ofSheet] = styles as [CSSStyleSheet, CSSStyleSheet];
  shadow.adoptedStyleSheets = [ofSheet];
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ofPage];
  document.body.append(host);
  const root = createRoot(inside);
  try {
    return await work((sheet) => {
      flushSync(() => root.render(sheet));
      return inside.innerHTML;
    });
  } finally {
    root.unmount();
    host.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== ofPage);
  }
}
