import { brat } from './brat/brat.ts';
import { polnear } from './brat/polnear.ts';
import { type Codec } from './codec.ts';
import { conll2003Bioes, conll2003Iob1, conll2003Iob2, conllTabBioes, conllTabIob2 } from './conll/conll.ts';
import { conlluPlus } from './conllu-plus/conllu-plus.ts';
import { corpus } from './corpus/corpus.ts';
import { doccano, doccanoCodePoints, doccanoRelations, doccanoRelationsCodePoints } from './doccano/doccano.ts';
import { docx } from './docx/docx.ts';
import { hfJsonl, hfParquet } from './hugging-face/hugging-face.ts';
import { labelStudio } from './label-studio/label-studio.ts';
import { native } from './native/native.ts';
import { page } from './page/page.ts';
import { plainText } from './plain-text/plain-text.ts';
import { prodigy } from './prodigy/prodigy.ts';
import { spacy } from './spacy/spacy.ts';
import { standoff } from './standoff/standoff.ts';
import { csv, csvRaw } from './table/csv.ts';
import { xlsx } from './table/xlsx.ts';
import { uimaJson } from './uima/uima-json.ts';
import { uimaXmi } from './uima/uima-xmi.ts';
import { w3c } from './w3c/w3c.ts';
import { webannoTsv } from './webanno-tsv/webanno-tsv.ts';

/** Every format Naql knows, in the order in which screens and the command line list them. */
export const codecs: readonly Codec[] = [
  native,
  hfJsonl, hfParquet,
  spacy, prodigy,
  conll2003Iob2, conll2003Iob1, conll2003Bioes, conllTabIob2, conllTabBioes,
  brat, polnear,
  labelStudio,
  csv, csvRaw, xlsx,
  uimaXmi, uimaJson,
  doccano, doccanoCodePoints, doccanoRelations, doccanoRelationsCodePoints,
  conlluPlus,
  w3c,
  webannoTsv,
  standoff,
  plainText, page, docx, corpus,
];

export const codecById = (id: string): Codec | undefined => codecs.find((codec) => codec.id === id);
