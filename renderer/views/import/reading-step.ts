import { type NamedBytes } from '../../../shared/codecs/codec.ts';
import { columnRoles, fits } from '../../../shared/codecs/corpus/column-mapping.ts';
import { type ReadingChoices } from '../../../shared/codecs/texts/reading-choices.ts';
import { isDecided, type Survey } from '../../../shared/codecs/texts/survey.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type ImportTools, type Looked, type ReadingAnswer, type ReadingQuestion } from './import-tools.ts';
import { type ImportSource, isLargeTable, isTooLarge } from './source.ts';

/** From so many files, or bytes, on they are stored while others are still being read, and a person is asked before that begins. */
const many = { files: 200, bytes: 32 * 1024 * 1024 };

export const isMany = (sources: readonly ImportSource[]): boolean =>
  sources.length > many.files || sources.reduce((sum, source) => sum + (isTooLarge(source) ? 0 : source.size), 0) > many.bytes;

/** What asking for the sizes is of all looking, from 0 to 1. */
export const weighed = 0.5;

/** Of many files some are looked at, from all over. */
const sampled = { files: 60, bytes: 8 * 1024 * 1024 };

/** How files of texts are to be read: asked where there is something to decide. `null` when that was not answered, or the import was stopped. */
export async function chosenReading(sources: readonly ImportSource[], schema: Schema, tools: ImportTools): Promise<ReadingAnswer | null> {
  const areMany = isMany(sources);
  tools.onProgress({ kind: 'looking', current: 0, total: sources.length, share: weighed });
  const look = async (reading: ReadingChoices, signal?: AbortSignal): Promise<Looked | null> => {
    const survey = await tools.survey(await sampleOf(sources, areMany), { schemas: [schema], now: tools.now(), reading }, signal);
    return survey && { survey, remembered: rememberedFor(survey, tools) };
  };
  const looked = await look({}, tools.signal);
  if (!looked) return null;
  const { survey } = looked;
  // Of several only some were looked at; one that has nothing to decide has nothing to be asked about.
  if (isDecided(survey) && (!areMany || sources.length === 1)) return { reading: {}, copies: null };
  // Read anew: while a person looks at the question no bytes are kept for it.
  const count: ReadingQuestion['count'] = async (reading, signal) =>
    tools.countCleanings(await sampleOf(sources, areMany), { schemas: [schema], now: tools.now(), reading }, signal);
  const answer = await tools.askReading({ ...looked, files: sources.length, areMany, look, count });
  if (!answer) return null;
  for (const [key, mapping] of Object.entries(answer.reading.columns ?? {})) if (columnRoles.some((role) => mapping[role] !== null)) tools.rememberColumns(key, mapping);
  return answer;
}

const rememberedFor = ({ tables }: Survey, { lastColumns }: ImportTools): Looked['remembered'] =>
  Object.fromEntries(
    tables.flatMap(({ key, columns }) => {
      const mapping = lastColumns(key);
      return mapping && fits(mapping, columns) ? [[key, mapping]] : [];
    }),
  );

async function sampleOf(sources: readonly ImportSource[], areMany: boolean): Promise<readonly NamedBytes[]> {
  const sound = sources.filter((source) => !isTooLarge(source));
  const step = areMany ? Math.max(1, sound.length / sampled.files) : 1;
  const most = areMany ? sampled.bytes : Infinity;
  const files: NamedBytes[] = [];
  let bytes = 0;
  for (let at = 0; at < sound.length && bytes < most; at += step) {
    const source = sound[Math.floor(at)];
    const read = source && isLargeTable(source) ? await beginningOf(source) : await source?.read();
    if (!source || !read || typeof read === 'string') continue;
    files.push({ name: source.name, bytes: read });
    bytes += read.length;
  }
  return files;
}

const [lineFeed, closingBrace] = [0x0a, 0x7d];

/** Of a file that is never read whole, the first rows: as much as is looked at of all. */
async function beginningOf({ name, readPart }: ImportSource): Promise<Uint8Array | null> {
  const read = await readPart?.(0, sampled.bytes);
  if (!read || typeof read === 'string') return null;
  const end = read.lastIndexOf(/\.json$/i.test(name) ? closingBrace : lineFeed) + 1;
  // Its second byte in UTF-16 LE.
  return read.subarray(0, read[end] === 0 && end % 2 === 1 ? end + 1 : end);
}
