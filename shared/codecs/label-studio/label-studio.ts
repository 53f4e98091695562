import { everything } from '../capabilities.ts';
import { type Codec, type NamedBytes } from '../codec.ts';
import { isJsonObject } from '../json.ts';
import { reportEntitiesAside, reportEntityRelationsAside, reportPieces } from '../reductions/report-forms.ts';
import { decodeLabelStudio } from './decode.ts';
import { writeLabelStudio } from './write.ts';

/** Tasks for Label Studio with their labelling config: docs/formats/label-studio.md. */
export const labelStudio: Codec = {
  id: 'label-studio',
  title: 'Label Studio JSON',
  extensions: ['json'],
  offsetUnit: 'code-point',
  capabilities: { ...everything, relationAttributes: false, unreferenced: false },
  // Nothing of Label Studio leads out of the text: people, and relations to them, stand in text areas.
  reductions: [reportPieces, reportEntitiesAside, reportEntityRelationsAside],
  bytes: 'utf-8',
  decode: decodeLabelStudio,
  write: writeLabelStudio,
};

/** A task: `data` and work done on it. */
export function looksLabelStudio(task: unknown): boolean {
  const works = ['annotations', 'completions', 'predictions'];
  return isJsonObject(task) && isJsonObject(task['data']) && works.some((field) => Array.isArray(task[field]));
}

/** The labelling config that stands beside the tasks. */
export const isLabelStudioConfig = ({ name }: NamedBytes): boolean => name.toLowerCase().endsWith('.config.xml');
