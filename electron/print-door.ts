import { type BrowserWindow } from 'electron';
import { type Outcome, type Pdf } from '../shared/bridge.ts';

/** Paper: what the page shows for print media, as a PDF or to a printer that a person chooses. */
export interface PrintDoor {
  pdf(): Promise<Outcome<Pdf>>;
  print(): Promise<Outcome<null>>;
}

/** Chromium's word for a dialog that was closed without printing. */
const cancelled = /cancel/i;

export const printDoor = ({ webContents }: BrowserWindow): PrintDoor => ({
  async pdf() {
    // The page's own style sheet says how large the paper is, and it numbers the pages itself: Chromium's header and footer know only Latin digits.
    const [written] = await Promise.allSettled([webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, displayHeaderFooter: false })]);
    if (written.status === 'rejected') return { ok: false, failure: 'print-failed', detail: String(written.reason) };
    return { ok: true, value: { bytes: new Uint8Array(written.value), pages: pagesIn(written.value) } };
  },
  print: () =>
    new Promise((resolve) => {
      webContents.print({ printBackground: true }, (success, reason) =>
        resolve(success || cancelled.test(reason) ? { ok: true, value: null } : { ok: false, failure: 'print-failed', detail: reason }),
      );
    }),
});

/** Page objects stand uncompressed in what Chromium writes. */
export const pagesIn = (pdf: Uint8Array): number => Buffer.from(pdf).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
