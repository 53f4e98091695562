import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { w3c } from '../../../../shared/codecs/w3c/w3c.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/w3c');
const files = encode(w3c, interruptedQuote, 'interrupted-quote');

describe('W3C Web Annotation as it stands in the golden files', () => {
  it.each(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]))('%s', (name, text) =>
    expect(text).toMatchFileSnapshot(path.join(fixtures, name)));

  it('is annotations, relations and the articles that they point into', () =>
    expect(files.map(({ name }) => name).sort()).toEqual(
      ['interrupted-quote.articles.jsonl', 'interrupted-quote.jsonld', 'interrupted-quote.relations.jsonld']));

  it('loses nothing; its pieces are targets of their own', () =>
    expect(fit(interruptedQuote, w3c).report.losses.map(({ code, severity, count }) => `${code} ${severity} ${count}`)).toEqual(['DISCONTINUOUS_SPLIT changed 1']));
});
