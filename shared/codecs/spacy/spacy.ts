import { everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { reportAttributesAside, reportPieces, reportRelationsAside } from '../reductions/report-forms.ts';
import { reportForcedTokens } from '../tokens/snap-to-tokens.ts';
import { decodeSpacy } from './read.ts';
import { writeSpacy } from './write.ts';

/** JSON Lines for spaCy's span categorizer, with the script that makes a DocBin of them: docs/formats/spacy.md. */
export const spacy: Codec = {
  id: 'spacy',
  title: 'spaCy JSON Lines',
  extensions: ['jsonl', 'json'],
  offsetUnit: 'code-point',
  capabilities: { ...everything, unreferenced: false },
  reductions: [reportPieces, reportAttributesAside, reportRelationsAside, reportForcedTokens],
  bytes: 'utf-8',
  decode: decodeSpacy,
  linewise: true,
  write: writeSpacy,
};
