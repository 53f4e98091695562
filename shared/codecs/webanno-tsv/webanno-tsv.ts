import { nothing } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { decodeWebannoTsv } from './decode.ts';
import { webannoReductions } from './reductions.ts';
import { hasToken } from './units.ts';
import { writeWebannoTsv } from './write.ts';

/** WebAnno TSV 3.3, which INCEpTION still reads and no longer develops: docs/formats/webanno-tsv.md. */
export const webannoTsv: Codec = {
  id: 'webanno-tsv',
  title: 'WebAnno TSV 3.3',
  extensions: ['zip', 'tsv'],
  offsetUnit: 'utf-16',
  capabilities: { ...nothing, discontinuous: true, overlap: true, relations: true, attributes: true },
  // An Article of blanks has no token to stand on.
  withholds: ({ text }) => !hasToken(text),
  reductions: webannoReductions,
  bytes: 'own',
  decode: decodeWebannoTsv,
  write: writeWebannoTsv,
};
