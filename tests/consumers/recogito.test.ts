import { parseW3CTextAnnotation, type W3CTextAnnotation } from '@recogito/text-annotator';
import { describe, expect, it } from 'vitest';
import { encode } from '../../shared/codecs/encode.ts';
import { w3c } from '../../shared/codecs/w3c/w3c.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { awkwardDataset } from '../fixtures/awkward-dataset.ts';
import { interruptedQuote } from '../fixtures/native/interrupted-quote.ts';
import { snapshotOf } from './snapshot.ts';

const written = (dataset: Dataset): readonly W3CTextAnnotation[] =>
  JSON.parse(Buffer.from(encode(w3c, dataset, 'a')[0]?.bytes ?? []).toString()) as readonly W3CTextAnnotation[];

/** Every fragment that the annotator's own reader makes of the file, sliced out of the text by its numbers. */
function slices(annotations: readonly W3CTextAnnotation[], dataset: Dataset) {
  return annotations.map((one) => {
    const { parsed, error } = parseW3CTextAnnotation(one);
    if (error) throw error;
    const points = [...(dataset.articles.find(({ id }) => one.id.startsWith(`urn:anno:${id}:`))?.text ?? '')];
    return {
      id: parsed?.id,
      label: parsed?.bodies.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value),
      fragments: parsed?.target.selector.map(({ start, end, quote }) => ({ start, end, text: points.slice(start, end).join(''), quote })),
    };
  });
}

const expectedOf = (dataset: Dataset) =>
  snapshotOf(dataset).flatMap(({ doc_id: doc, set_id: set, spans }) =>
    spans.map(({ id, label, fragments }) => ({
      id: `urn:anno:${doc}:${set}:${id}`, label: [label], fragments: fragments.map((one) => ({ ...one, quote: one.text })),
    })));

/** Its reader of files needs no page, so neither does this. */
describe('@recogito/text-annotator', () => {
  it.each([
    ['the interrupted quote', interruptedQuote, 6, 7],
    ['awkward texts', awkwardDataset, 12, 14],
  ])('returns every fragment of %s', (_, dataset, annotations, fragments) => {
    const found = slices(written(dataset), dataset);
    expect(found).toHaveLength(annotations);
    expect(found.flatMap((one) => one.fragments ?? [])).toHaveLength(fragments);
    expect(found).toEqual(expectedOf(dataset));
  });

  it('refuses a target without a quotation', () => {
    const [first] = written(interruptedQuote);
    const [target] = [first?.target ?? []].flat();
    const bare = { ...first, target: { ...target, selector: [target?.selector ?? []].flat().slice(1) } } as W3CTextAnnotation;
    expect(parseW3CTextAnnotation(bare).error?.message).toContain('TextQuoteSelector');
  });

  it('shows UTF-16 offsets for what they are: other words', () => {
    const shifted = JSON.parse(JSON.stringify(written(interruptedQuote)), (key, value: unknown) =>
      (key === 'start' || key === 'end') && typeof value === 'number' ? value + 1 : value) as readonly W3CTextAnnotation[];
    expect(slices(shifted, interruptedQuote)).not.toEqual(expectedOf(interruptedQuote));
  });
});
