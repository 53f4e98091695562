import { unzipSync } from 'fflate';
import { type Codec, type Decoded, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { encode } from '../../../shared/codecs/encode.ts';
import { fit } from '../../../shared/codecs/fit.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

export const textFile = (name: string, content: string): NamedBytes => ({ name, bytes: new TextEncoder().encode(content) });
export const contentOf = (files: readonly NamedBytes[], name: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.find((one) => one.name === name)?.bytes);

/** The files in the archive that a Codec writes of a Dataset, made fit first. */
export function unpacked(codec: Codec, whole: Dataset): readonly NamedBytes[] {
  const [archive] = encode(codec, fit(whole, codec).dataset, 'a');
  return Object.entries(unzipSync(archive?.bytes ?? new Uint8Array())).map(([name, bytes]) => ({ name, bytes }));
}

export function decoded(codec: Codec, files: readonly NamedBytes[], schema: Schema = seedSchema): Decoded {
  if (!codec.decode) throw new Error(`${codec.id} does not read`);
  return codec.decode(files, { schemas: [schema], now: '2024-01-02T03:04:05.000Z' });
}

/** Problems as `code file:line record`, to compare at a glance. */
export const problemLines = ({ problems }: Decoded): readonly string[] =>
  problems.map(({ code, place: { file, line, record } }) => [code, `${file ?? ''}${line === undefined ? '' : `:${line}`}`, record].filter(Boolean).join(' '));

/** Label, pieces and attributes of all marks, as text. */
export const marksOf = ({ dataset }: Decoded): readonly string[] =>
  (dataset?.sets ?? []).flatMap(({ article, annotations }) => {
    const text = dataset?.articles.find(({ id }) => id === article)?.text ?? '';
    return annotations.map(({ id, label, spans, attributes }) => {
      const pieces = spans.map(({ start, end }) => text.slice(start, end)).join(' | ');
      return [id, label, pieces, ...Object.entries(attributes).map((pair) => pair.join('='))].join(' ');
    });
  });

export const linksOf = ({ dataset }: Decoded): readonly string[] =>
  (dataset?.sets ?? []).flatMap(({ relations }) => relations.map(({ type, from, to }) => `${from} ${type} ${to.id}`));
