import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { uimaJson } from '../../../../shared/codecs/uima/uima-json.ts';
import { uimaXmi } from '../../../../shared/codecs/uima/uima-xmi.ts';
import { unzipped } from '../../../../shared/codecs/zip.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/uima');

const contents = (codec: typeof uimaXmi) => {
  const [archive] = encode(codec, fit(interruptedQuote, codec).dataset, 'a');
  if (!archive) throw new Error('nothing was written');
  return new Map(unzipped(archive).files.map(({ name, bytes }) => [name, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)]));
};
const xmi = contents(uimaXmi);
const json = contents(uimaJson);

describe('UIMA as it stands in the golden files', () => {
  it('has one XMI file for each set, and the type system', () => expect([...xmi.keys()]).toEqual(['d1.set-1.xmi', 'd1.set-2.xmi', 'TypeSystem.xml']));
  it('has one JSON CAS for each set', () => expect([...json.keys()]).toEqual(['d1.set-1.json', 'd1.set-2.json']));
  it('the interrupted quote as XMI', () => expect(xmi.get('d1.set-1.xmi')).toMatchFileSnapshot(path.join(fixtures, 'd1.set-1.xmi')));
  it('the type system', () => expect(xmi.get('TypeSystem.xml')).toMatchFileSnapshot(path.join(fixtures, 'TypeSystem.xml')));
  it('the interrupted quote as JSON CAS', () => expect(json.get('d1.set-1.json')).toMatchFileSnapshot(path.join(fixtures, 'd1.set-1.json')));

  it('has its line feeds as numbers: raw ones are read as blanks', () => {
    expect(xmi.get('d1.set-1.xmi')).toContain('قول می‌دهم.»&#10;پایان خبر."');
  });

  it('counts UTF-16 code units from the first character on', () => {
    expect(xmi.get('d1.set-1.xmi')).toMatch(/<custom:Mark xmi:id="\d+" sofa="1" begin="3" end="12" id="s1"/);
    expect(json.get('d1.set-1.json')).toMatch(/"@sofa":1,"begin":3,"end":12,"id":"s1"/);
  });

  it('lays a relation over what it points at, and ties the pieces of the quote', () => {
    const text = xmi.get('d1.set-1.xmi') ?? '';
    const ids = [...text.matchAll(/<custom:Mark xmi:id="(\d+)"[^>]* id="(q1|s1)"/g)].map(([, id]) => id);
    const [s1, first, second] = ids;
    expect(text).toContain(`sofa="1" begin="51" end="69" Governor="${first}" Dependent="${second}" label="continuation"/>`);
    expect(text).toContain(`sofa="1" begin="3" end="12" Governor="${first}" Dependent="${s1}" id="r1" label="SAID_BY"/>`);
  });

  it('puts the Sofa first and gives every feature structure a positive id of its own', () => {
    const cas = JSON.parse(json.get('d1.set-1.json') ?? '') as { readonly '%FEATURE_STRUCTURES': readonly Readonly<Record<string, unknown>>[] };
    const structures = cas['%FEATURE_STRUCTURES'];
    expect(structures[0]).toMatchObject({ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', mimeType: 'text' });
    expect(structures.map((one) => one['%ID'])).toEqual(structures.map((_, index) => index + 1));
  });
});
