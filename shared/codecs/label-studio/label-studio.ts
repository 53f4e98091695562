import { everything } from '../capabilities.ts';
import { type Codec, type NamedBytes } from '../codec.ts';
import { tellPieces } from '../continuation.ts';
import { isJsonObject } from '../json.ts';
import { inEachSet, type Reduction } from '../reductions/reduction.ts';
import { decodeLabelStudio } from './decode.ts';
import { writeLabelStudio } from './write.ts';

/** Says which Relations to an Entity are written into a text area: Label Studio has none that leave the text. */
const tellLinks: Reduction = inEachSet((set, ledger) => {
  for (const { id, to } of set.relations) if (to.kind === 'entity') ledger.change('RELATION_REANCHORED', set.article, id);
  return set;
});

/** Tasks for Label Studio with their labelling config: docs/formats/label-studio.md. */
export const labelStudio: Codec = {
  id: 'label-studio',
  title: 'Label Studio JSON',
  extensions: ['json'],
  offsetUnit: 'code-point',
  capabilities: { ...everything, relationAttributes: false, unreferenced: false },
  reductions: [tellPieces, tellLinks],
  bytes: 'utf-8',
  decode: decodeLabelStudio,
  write: writeLabelStudio,
};

/** An array of tasks, or one: `data` and work done on it. */
export function looksLabelStudio(value: unknown): boolean {
  const task: unknown = Array.isArray(value) ? value[0] : value;
  const works = ['annotations', 'completions', 'predictions'];
  return isJsonObject(task) && isJsonObject(task['data']) && works.some((field) => Array.isArray(task[field]));
}

/** The labelling config that stands beside the tasks. */
export const isLabelStudioConfig = ({ name }: NamedBytes): boolean => name.toLowerCase().endsWith('.config.xml');
