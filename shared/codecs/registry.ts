import { brat } from './brat/brat.ts';
import { polnear } from './brat/polnear.ts';
import { type Codec } from './codec.ts';
import { hfJsonl, hfParquet } from './hugging-face/hugging-face.ts';
import { native } from './native/native.ts';
import { plainText } from './plain-text/plain-text.ts';
import { standoff } from './standoff/standoff.ts';
import { webannoTsv } from './webanno-tsv/webanno-tsv.ts';
import { doccano, doccanoCodePoints, doccanoRelations, doccanoRelationsCodePoints } from './doccano/doccano.ts';
import { labelStudio } from './label-studio/label-studio.ts';
import { native } from './native/native.ts';
import { plainText } from './plain-text/plain-text.ts';
import { standoff } from './standoff/standoff.ts';
import { w3c } from './w3c/w3c.ts';

/** Every format Naql knows, in the order in which screens and the command line list them. */
export const codecs: readonly Codec[] = [
  native,
  hfJsonl, hfParquet,
  standoff,
  plainText,
  native, standoff, plainText,
  brat, polnear, webannoTsv,
  labelStudio,
  doccano,
  doccanoCodePoints,
  doccanoRelations,
  doccanoRelationsCodePoints,
  w3c,
  standoff,
  plainText,
];

export const codecById = (id: string): Codec | undefined => codecs.find((codec) => codec.id === id);
