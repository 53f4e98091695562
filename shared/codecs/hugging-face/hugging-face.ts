import { type Capabilities, everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { readLines } from '../native/read-lines.ts';
import { countTokenBreaks } from './count-token-breaks.ts';
import { parquet } from './parquet-file.ts';
import { type JudgementChoice } from './placing.ts';
import { readFolder } from './read-folder.ts';
import { readParquet } from './read-parquet.ts';
import { jsonLines } from './row-file.ts';
import { withoutTexts } from './without-texts.ts';
import { writeFolder } from './write-folder.ts';

/** Rows are Articles: who stands in none of them has no place. */
const capabilities: Capabilities = { ...everything, unreferenced: false };

const forms = {
  jsonl: {
    id: 'hf-jsonl', title: 'Hugging Face dataset (JSON Lines)', extensions: ['jsonl'], bytes: 'utf-8', rows: jsonLines, read: readLines,
  },
  parquet: {
    id: 'hf-parquet', title: 'Hugging Face dataset (Parquet)', extensions: ['parquet'], bytes: 'own', rows: parquet, read: readParquet,
  },
} as const;

/**
 * A folder that `datasets` loads: docs/formats/hugging-face.md. Files of several stems, one for each split, make one folder. The registry
 * has the Codecs that write judgements where annotators can differ; who exports everybody's work asks for all of them.
 */
export function huggingFace(form: keyof typeof forms, judgements: JudgementChoice): Codec {
  const { rows, read, ...own } = forms[form];
  return {
    ...own,
    layout: 'folder',
    offsetUnit: 'code-point',
    capabilities,
    reductions: [countTokenBreaks],
    decode: (files, context) => readFolder(files, read, context),
    // A Parquet file has no lines.
    ...(form === 'jsonl' && { linewise: true }),
    write: (schema, stem) => writeFolder(rows, judgements, schema, stem),
    writeOffsets: (schema, stem) => writeFolder(withoutTexts(rows), judgements, schema, stem),
  };
}

/** What stands behind the stem in the names of the files. */
export const fileSuffix = { jsonl: jsonLines.suffix, parquet: parquet.suffix } as const satisfies Record<keyof typeof forms, string>;

export const hfJsonl = huggingFace('jsonl', 'several');
export const hfParquet = huggingFace('parquet', 'several');
