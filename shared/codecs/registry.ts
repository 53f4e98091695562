import { brat } from './brat/brat.ts';
import { polnear } from './brat/polnear.ts';
import { type Codec } from './codec.ts';
import { hfJsonl, hfParquet } from './hugging-face/hugging-face.ts';
import { native } from './native/native.ts';
import { plainText } from './plain-text/plain-text.ts';
import { standoff } from './standoff/standoff.ts';
import { webannoTsv } from './webanno-tsv/webanno-tsv.ts';

/** Every format Naql knows, in the order in which screens and the command line list them. */
export const codecs: readonly Codec[] = [
  native,
  hfJsonl, hfParquet,
  standoff,
  plainText,
  native, standoff, plainText,
  brat, polnear, webannoTsv,
];

export const codecById = (id: string): Codec | undefined => codecs.find((codec) => codec.id === id);
