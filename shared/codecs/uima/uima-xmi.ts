import { utf8ToBytes } from '@noble/hashes/utils.js';
import { everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { reportPieces } from '../reductions/report-forms.ts';
import { decodeCases } from './decode.ts';
import { parseXmi } from './parse-xmi.ts';
import { replaceIllegal, tellRenamedAttributes } from './reductions.ts';
import { writeCases } from './write.ts';
import { typeSystemText, xmiBytes } from './write-xmi.ts';

/** UIMA CAS XMI with its type system, as INCEpTION, DKPro and cassis read it: docs/formats/uima.md. */
export const uimaXmi: Codec = {
  id: 'uima-xmi',
  title: 'UIMA CAS XMI (INCEpTION)',
  extensions: ['zip', 'xmi'],
  offsetUnit: 'utf-16',
  capabilities: { ...everything, unreferenced: false },
  reductions: [reportPieces, tellRenamedAttributes, replaceIllegal],
  bytes: 'own',
  decode: (files, context) => decodeCases({ extension: '.xmi', parse: parseXmi }, files, context),
  write: (schema, stem) =>
    writeCases(
      { extension: 'xmi', printer: () => xmiBytes, beside: (one) => [{ name: 'TypeSystem.xml', bytes: utf8ToBytes(typeSystemText(one)) }] },
      schema,
      stem,
    ),
};
