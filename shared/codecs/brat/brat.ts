import { everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { decodeBrat } from './decode.ts';
import { dropLineFeeds, reportForms } from './reductions.ts';
import { writeBrat } from './write.ts';

/** brat standoff, in its own words and with notes and sidecars for what it has no words for: docs/formats/brat.md. */
export const brat: Codec = {
  id: 'brat',
  title: 'brat standoff',
  extensions: ['zip', 'ann', 'a1', 'a2', 'txt'],
  offsetUnit: 'code-point',
  capabilities: everything,
  reductions: [dropLineFeeds, reportForms],
  bytes: 'own',
  decode: decodeBrat,
  write: writeBrat,
};
