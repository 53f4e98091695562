import { foreignNames } from '../../../shared/codecs/naming/foreign-names.ts';
import { isUntold } from '../../../shared/codecs/naming/meanings.ts';
import { longestName, mostChoices, type NameChoice, type NameChoices, partKey } from '../../../shared/codecs/naming/name-part.ts';
import { translated } from '../../../shared/codecs/naming/translate.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Reading } from '../../workers/codec-task.ts';
import { type ImportTools, type SchemaAddition } from './import-tools.ts';
import { withAdded } from './name-answers.ts';

/** Readings in the names of the project, and what its Schema is to get for that. */
export interface NamedReadings {
  readonly readings: readonly Reading[];
  readonly added: readonly SchemaAddition[];
  /** To be remembered once the import is done. */
  readonly choices: NameChoices;
}

/** A file that speaks of another release of Schemas than the project's stays as it is: taking it in refuses it. */
const isTranslatable = ({ schema }: Dataset, own: Schema): boolean => schema.id !== own.id || schema.version.split('.')[0] === own.version.split('.')[0];

/** Asks once what the names mean that the project's Schema does not have. `null` when that was not answered. */
export async function withNames(readings: readonly Reading[], schema: Schema, tools: ImportTools): Promise<NamedReadings | null> {
  const foreign = readings.filter(({ dataset }) => dataset && isTranslatable(dataset, schema));
  const names = foreignNames(foreign.flatMap(({ dataset }) => dataset ?? []), schema);
  const isAsked = names.map(({ part }) => part).some(isUntold(schema, []));
  const formats = [...new Set(foreign.flatMap(({ format }) => format ?? []))];
  const last = isAsked ? formats.flatMap((format) => tools.lastChoices(format)) : [];
  const answer = isAsked ? await tools.askNames({ schema, names, last }) : { choices: [], added: [] };
  if (!answer) return null;
  const extended = withAdded(schema, answer.added);
  return {
    added: answer.added,
    choices: answer.choices,
    readings: readings.map((reading) => {
      if (!reading.dataset || !isTranslatable(reading.dataset, schema)) return reading;
      const { dataset, problems } = translated(reading.dataset, extended, answer.choices, { file: reading.files[0] ?? '' });
      return { ...reading, dataset, problems: [...reading.problems, ...problems] };
    }),
  };
}

const isShort = ({ part }: NameChoice): boolean => part.name.length <= longestName && (part.kind !== 'attribute' || part.label.length <= longestName);

/** Keeps, for each format, what was said of the names that its files have; what was said earlier of others stays. */
export function remember(readings: readonly Reading[], schema: Schema, choices: NameChoices, tools: ImportTools): void {
  if (choices.length === 0) return;
  for (const format of new Set(readings.flatMap((one) => one.format ?? []))) {
    const own = foreignNames(readings.flatMap((one) => (one.format === format && one.dataset ? [one.dataset] : [])), schema);
    const keys = new Set(own.map(({ part }) => partKey(part)));
    const said = choices.filter(({ part }) => keys.has(partKey(part)));
    const saidKeys = new Set(said.map(({ part }) => partKey(part)));
    const all = [...said, ...tools.lastChoices(format).filter(({ part }) => !saidKeys.has(partKey(part)))];
    if (said.length > 0) tools.rememberChoices(format, all.filter(isShort).slice(0, mostChoices));
  }
}
