import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit } from '../../../../shared/codecs/fit.ts';
import { type LossReport } from '../../../../shared/codecs/loss-report.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { casName } from '../../../../shared/codecs/uima/cas-name.ts';
import { attributeOfFeature, featureOfAttribute } from '../../../../shared/codecs/uima/feature-name.ts';
import { uimaJson } from '../../../../shared/codecs/uima/uima-json.ts';
import { uimaXmi } from '../../../../shared/codecs/uima/uima-xmi.ts';
import { jsonInXml, xmlAttribute, xmlContent, xmlLegal } from '../../../../shared/codecs/xml-text.ts';
import { unzipped } from '../../../../shared/codecs/zip.ts';
import { type ArticleId, type SetId } from '../../../../shared/model/id.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const losses = ({ losses: all }: LossReport): readonly string[] => all.map(({ code, severity, count }) => `${code} ${severity} ${count}`);
const withText = (text: string): Dataset => ({
  ...interruptedQuote,
  articles: interruptedQuote.articles.map((one) => ({ ...one, text, fingerprint: fingerprint(text) })),
});
const original = interruptedQuote.articles[0]?.text ?? '';

describe('what UIMA costs', () => {
  it('is told: pieces come back, whom nobody names stays out', () => {
    const expected = ['DISCONTINUOUS_SPLIT changed 1', 'UNREFERENCED_DROPPED lossy 1'];
    expect(losses(fit(interruptedQuote, uimaXmi).report)).toEqual(expected);
    expect(losses(fit(interruptedQuote, uimaJson).report)).toEqual(expected);
  });

  it('in XMI a blank stands for a character that XML cannot hold, and no label moves', () => {
    const fitted = fit(withText(original.replace('وزیر', 'وز\u0001ر')), uimaXmi);
    expect(fitted.dataset.articles[0]?.text).toBe(original.replace('وزیر', 'وز ر'));
    expect(fitted.dataset.sets).toEqual(fit(interruptedQuote, uimaXmi).dataset.sets);
    expect(losses(fitted.report)).toContain('CHAR_REPLACED lossy 1');
  });

  it('a JSON CAS holds every character', () => {
    const whole = withText(original.replace('وزیر', 'وز\u0001ر'));
    expect(losses(fit(whole, uimaJson).report)).not.toContain('CHAR_REPLACED lossy 1');
  });
});

describe('the names of features', () => {
  it.each([
    ['mode', 'mode', 'a plain one stays'],
    ['class', 'x_class', 'a word of Python: cassis does not load it'],
    ['label', 'x_label', 'one of our own'],
    ['a-b_c', 'x_a_hb__c', 'UIMA knows no hyphen'],
    ['x_y', 'x_x__y', 'one that looks renamed'],
  ])('%s is %s: %s', (attribute, feature) => expect(featureOfAttribute(attribute)).toBe(feature));

  it('lead back, and keep apart what is apart', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,9}$/);
    forAll(fc.tuple(name, name), ([one, other]) => {
      expect(attributeOfFeature(featureOfAttribute(one))).toBe(one);
      expect(featureOfAttribute(one)).toMatch(/^[A-Za-z]\w*$/);
      expect(featureOfAttribute(one) === featureOfAttribute(other)).toBe(one === other);
    });
  });
});

describe('the names of files', () => {
  it.each([['d1', 'set-1', /^d1\.set-1$/], ['../x', 'A', /^_x~[0-9a-f]{16}\.A~[0-9a-f]{16}$/], ['con', 'خبر', /^con~[0-9a-f]{16}\._~[0-9a-f]{16}$/]])(
    '%s and %s', (article, set, expected) => expect(casName(article as ArticleId, set as SetId)).toMatch(expected));

  it('are apart where the ids are, on a disk that takes A for a, too', () => {
    const id = fc.string({ unit: fc.constantFrom(...'aAbB./:-خ'), minLength: 1, maxLength: 4 });
    forAll(fc.tuple(id, id), ([one, other]) => {
      const name = (text: string): string => casName(text as ArticleId, null).toLowerCase();
      expect(name(one) === name(other)).toBe(one === other);
      expect(name(one)).toMatch(/^[a-z0-9_~-]+$/);
    });
  });

  it('stand in the archive, an Article without a set by its own name', () => {
    const [archive] = encode(uimaXmi, fit({ ...interruptedQuote, sets: [] }, uimaXmi).dataset, 'a');
    expect(archive && unzipped(archive).files.map(({ name }) => name)).toEqual(['d1.xmi', 'TypeSystem.xml']);
  });
});

describe('text in XML', () => {
  it('keeps its length', () => forAll(fc.string({ unit: 'binary' }), (text) => expect(xmlLegal(text).length).toBe(text.length)));
  it('writes what a reader would alter as numbers', () => {
    expect(xmlAttribute('a\n\t\r"<&>\u0085')).toBe('a&#10;&#9;&#13;&quot;&lt;&amp;&gt;&#133;');
    expect(xmlContent('a\n"\r<')).toBe('a\n"&#13;&lt;');
  });
  it('JSON says the same with its illegal characters escaped', () => {
    forAll(fc.string({ unit: 'binary' }), (text) => {
      const json = jsonInXml(JSON.stringify({ text }));
      expect(xmlLegal(json)).toBe(json);
      expect(JSON.parse(json)).toEqual({ text });
    });
  });
});
