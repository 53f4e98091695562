import { type Codec } from './codec.ts';
import { conll2003Bioes, conll2003Iob2, conllTabBioes, conllTabIob2 } from './conll/conll.ts';
import { conlluPlus } from './conllu-plus/conllu-plus.ts';
import { native } from './native/native.ts';
import { plainText } from './plain-text/plain-text.ts';
import { prodigy } from './prodigy/prodigy.ts';
import { spacy } from './spacy/spacy.ts';
import { standoff } from './standoff/standoff.ts';

/** Every format Naql knows, in the order in which screens and the command line list them. */
export const codecs: readonly Codec[] = [
  native, standoff, plainText,
  spacy, prodigy, conll2003Iob2, conll2003Bioes, conllTabIob2, conllTabBioes, conlluPlus,
];

export const codecById = (id: string): Codec | undefined => codecs.find((codec) => codec.id === id);
