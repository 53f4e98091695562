import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../../shared/codecs/encode.ts';
import { labelStudio } from '../../../../shared/codecs/label-studio/label-studio.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/label-studio');
const files = encode(labelStudio, interruptedQuote, 'interrupted-quote');

describe('Label Studio as it stands in the golden files', () => {
  it.each(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]))('%s', (name, text) =>
    expect(text).toMatchFileSnapshot(path.join(fixtures, name)));

  it('is the tasks and the labelling config that they need', () =>
    expect(files.map(({ name }) => name)).toEqual(['interrupted-quote.json', 'interrupted-quote.config.xml']));
});
