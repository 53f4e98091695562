import { everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { reportAttributesAside, reportEntityRelationsAside, reportPieces } from '../reductions/report-forms.ts';
import { reportForcedTokens } from '../tokens/snap-to-tokens.ts';
import { decodeProdigy } from './read.ts';
import { writeProdigy } from './write.ts';

/** Tasks as Prodigy stores and takes them: docs/formats/prodigy.md. */
export const prodigy: Codec = {
  id: 'prodigy',
  title: 'Prodigy JSON Lines',
  extensions: ['jsonl', 'json'],
  offsetUnit: 'code-point',
  capabilities: { ...everything, unreferenced: false },
  reductions: [reportPieces, reportAttributesAside, reportEntityRelationsAside, reportForcedTokens],
  bytes: 'utf-8',
  decode: decodeProdigy,
  linewise: true,
  write: writeProdigy,
};
