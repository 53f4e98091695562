import { everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { reportPieces } from '../reductions/report-forms.ts';
import { decodeCases } from './decode.ts';
import { parseJsonCas } from './parse-json.ts';
import { tellRenamedAttributes } from './reductions.ts';
import { writeCases } from './write.ts';
import { jsonCasPrinter } from './write-json.ts';

/** UIMA JSON CAS 0.4.0; its authors call it a draft: docs/formats/uima.md. */
export const uimaJson: Codec = {
  id: 'uima-json',
  title: 'UIMA JSON CAS 0.4.0',
  extensions: ['zip', 'json'],
  offsetUnit: 'utf-16',
  capabilities: { ...everything, unreferenced: false },
  reductions: [reportPieces, tellRenamedAttributes],
  bytes: 'own',
  decode: (files, context) => decodeCases({ extension: '.json', parse: parseJsonCas }, files, context),
  write: (schema, stem) => writeCases({ extension: 'json', printer: jsonCasPrinter, beside: () => [] }, schema, stem),
};
