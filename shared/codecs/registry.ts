import { type Codec } from './codec.ts';
import { native } from './native/native.ts';
import { plainText } from './plain-text/plain-text.ts';
import { standoff } from './standoff/standoff.ts';
import { csv, csvRaw } from './table/csv.ts';
import { xlsx } from './table/xlsx.ts';
import { uimaJson } from './uima/uima-json.ts';
import { uimaXmi } from './uima/uima-xmi.ts';

/** Every format Naql knows, in the order in which screens and the command line list them. */
export const codecs: readonly Codec[] = [
  native, standoff, plainText,
  uimaXmi, uimaJson,
  xlsx, csv, csvRaw,
];

export const codecById = (id: string): Codec | undefined => codecs.find((codec) => codec.id === id);
