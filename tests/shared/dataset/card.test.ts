import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { card } from '../../../shared/dataset/card.ts';
import { type DatasheetFacts } from '../../../shared/dataset/datasheet-facts.ts';
import { licenceHead, licenceText } from '../../../shared/dataset/licence.ts';
import { missingForRelease } from '../../../shared/dataset/missing-for-release.ts';
import { emptyRelease } from '../../../shared/dataset/release.ts';
import { cardWords, type RequiredFact, requiredFacts } from '../../../shared/dataset/required-facts.ts';
import { cardOfExport, datasheetOf, type ExportFacts } from '../../../shared/dataset/card-of-export.ts';
import { hfJsonl, hfParquet } from '../../../shared/codecs/hugging-face/hugging-face.ts';
import { native } from '../../../shared/codecs/native/native.ts';
import { seedSchema } from '../../arbitraries/schema.ts';
import { wholeFacts } from '../../fixtures/hugging-face/dataset-folder.ts';

const golden = (name: string): string => path.resolve(import.meta.dirname, '../../fixtures/hugging-face', name);
const headOf = (text: string): string => text.split('---\n')[1] ?? '';

/** Every section of a datasheet that formats.md 4.3 asks for. */
const sections = [
  'Summary', 'How to load it', 'Tables and columns', 'Splits', 'Labels', 'Source of the texts', 'Licence and rights', 'Annotators', 'Annotation process',
  'Agreement', 'What is not in it', 'Known limits', 'Personal data', 'Intended use', 'Out-of-scope use', 'Changelog', 'Citation', 'Contact',
];

describe('the card', () => {
  it('is what the golden file says', () => expect(card(wholeFacts)).toMatchFileSnapshot(golden('README.golden.md')));

  it('has every section, and nothing to be told', () => {
    const text = card(wholeFacts);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(sections);
    expect(text).not.toContain('TODO');
    expect(text).not.toContain('Draft');
  });

  it('declares one file for each table and split that has rows, and the first table by default', () => {
    const head = headOf(card({ ...wholeFacts, form: 'parquet' }));
    expect(head.match(/path: .*/g)).toEqual([
      'path: data/train-00000-of-00001.parquet', 'path: data/unseen-publisher-00000-of-00001.parquet',
      'path: bio/train-00000-of-00001.parquet', 'path: bio/unseen-publisher-00000-of-00001.parquet',
      'path: judgements/train-00000-of-00001.parquet', 'path: soft/train-00000-of-00001.parquet', 'path: majority/train-00000-of-00001.parquet',
    ]);
    expect(head.match(/split: .*/g)?.slice(0, 2)).toEqual(['split: train', 'split: unseen_publisher']);
    expect(head.match(/default: true/g)).toHaveLength(1);
    expect(head).not.toContain('sequence');
  });

  it('knows no tables of other formats, and their unit', () => {
    const text = card({ ...wholeFacts, form: null, codec: { title: 'UIMA XMI', offsetUnit: 'utf-16' } });
    expect(text).not.toContain('configs:');
    expect(text).not.toContain('load_dataset');
    expect(text).toContain('**Every offset counts UTF-16 code units');
  });

  it('breaks no table on a bar or a line end in a name', () =>
    expect(card({ ...wholeFacts, publishers: { told: null, found: [{ name: 'a|b\nc', articles: 1 }] } })).toContain('| a\\|b c | 1 |'));

  it('throws on a split that no loader takes', () => {
    const [first] = wholeFacts.splits;
    expect(() => card({ ...wholeFacts, splits: first ? [{ ...first, name: 'unseen-publisher' }] : [] })).toThrow('no name of a split');
  });
});

describe('what is missing for a release', () => {
  it('is nothing where everything is told', () => expect(missingForRelease(wholeFacts)).toEqual([]));

  const empty: { readonly [Name in RequiredFact]: Partial<DatasheetFacts> } = {
    title: { title: null }, summary: { summary: ' \n' }, version: { version: '' }, date: { date: null }, languages: { languages: [] },
    splits: { splits: wholeFacts.splits.map((one) => ({ ...one, articles: 0 })) }, grouping: { grouping: null }, guideline: { guideline: { told: null, found: null } },
    definitions: { definitions: { ...wholeFacts.definitions, CUE: { fa: 'نشانه', en: '' } } }, publishers: { publishers: { told: ' ', found: [] } }, published: { published: { told: null, found: null } },
    collection: { collection: null }, annotationLicence: { annotationLicence: 'TODO: ask' }, textRights: { textRights: '' }, annotators: { annotators: null }, process: { process: null },
    agreement: { agreement: { told: null, found: [] } }, limits: { limits: null }, personalData: { personalData: null }, intendedUse: { intendedUse: null },
    outOfScopeUse: { outOfScopeUse: null }, changes: { changes: { told: null, found: null } }, citation: { citation: null }, contact: { contact: null },
  };

  it.each(requiredFacts)('is %s where it is empty, and the card says that it is a draft', (name) => {
    const facts = { ...wholeFacts, ...empty[name] };
    expect(missingForRelease(facts)).toEqual([name]);
    expect(card(facts)).toContain(`> Draft, not for release. Still to be told: ${name}.`);
  });

  it('asks for no grouping where nothing was divided', () =>
    expect(missingForRelease({ ...wholeFacts, splits: wholeFacts.splits.slice(0, 1), grouping: null })).toEqual([]));

  it.each<[string, Partial<DatasheetFacts>, string]>([
    ['a reason for agreement that cannot be measured', { agreement: { told: 'One annotator an article.', found: [] } }, '\nOne annotator an article.\n'],
    ['a publisher that no article names', { publishers: { told: 'A town paper.', found: [] } }, 'Publishers: A town paper.'],
    ['days that no article bears', { published: { told: 'In the spring of 1403', found: null } }, 'Published: In the spring of 1403'],
    ['a guideline of one’s own', { guideline: { told: 'Ours, third edition', found: null } }, 'Guideline: Ours, third edition'],
  ])('takes the word of a person for %s', (_, facts, words) => {
    expect(missingForRelease({ ...wholeFacts, ...facts })).toEqual([]);
    expect(card({ ...wholeFacts, ...facts })).toContain(words);
  });

  it('tells every score, also those that are not defined', () => {
    const found = [
      { metric: 'F1', label: null, value: null, interval: null, n: 0, articles: 0, coverage: null, leftOut: 0 },
      { metric: '(k)uα', label: 'QUOTE', value: 0.7512, interval: [0.5, 0.9] as const, n: 40, articles: 12, coverage: 0.431, leftOut: 3 },
    ];
    const text = card({ ...wholeFacts, agreement: { told: 'As measured in August.', found } });
    expect(text).toContain('As measured in August.\n\n| label | measure | value | 95 % interval | n | articles | articles it says nothing of | part of the text it rests on |');
    expect(text).toContain('| all | F1 | – | – | 0 | 0 | 0 | all |');
    expect(text).toContain('| `QUOTE` | (k)uα | 0.75 | 0.50 to 0.90 | 40 | 12 | 3 | 43 % |');
  });

  it('says with which parameters gamma was measured, and on how many articles', () => {
    const gamma = { articles: 20, alpha: 1, beta: 1, delta: 1, samples: 30, seed: 1405, precision: 0.0312 };
    const text = card({ ...wholeFacts, agreement: { told: null, found: [], measuredOn: { articles: 40, reworked: 0, proposed: 0, annotations: 0, gamma } } });
    expect(text).toContain('Gamma is measured on the first 20 of them, with the weights 1 of places and 1 of labels, the cost 1 of what has no partner, 30 chance texts for each article and the seed 1405; what chance brings is known to ±3.1 % (95 %).');
  });

  it.each(['summary', 'limits', 'contact'] as const)('stands as TODO: %s', (name) => expect(card({ ...wholeFacts, [name]: null })).toContain('\nTODO\n'));
});

describe('the licence', () => {
  it.each<[string | null, object]>([
    [null, { license: 'unknown' }],
    ['CC BY 4.0', { license: 'cc-by-4.0' }],
    ['CC-BY-SA-4.0', { license: 'cc-by-sa-4.0' }],
    ['Naql terms (https://example.org/terms)', { license: 'other', license_name: 'Naql terms', license_link: 'https://example.org/terms' }],
    ['همهٔ حقوق محفوظ', { license: 'other', license_name: 'همهٔ حقوق محفوظ', license_link: 'LICENSE' }],
  ])('%s', (text, head) => expect(licenceHead(text)).toEqual(head));
});

describe('the licence as a file', () => {
  it('says what a person has said of both rights', () =>
    expect(licenceText({ ...emptyRelease, words: { ...emptyRelease.words, annotationLicence: ' CC BY 4.0', textRights: 'By permission.\n' } }))
      .toBe('Annotations: CC BY 4.0\n\nTexts: By permission.\n'));
  it('is not there where no licence is named', () => expect([licenceText(null), licenceText(emptyRelease)]).toEqual([null, null]));
});

describe('the card of an export', () => {
  const words = Object.fromEntries(cardWords.map((name) => [name, `the ${name}`])) as typeof emptyRelease.words;
  const facts: ExportFacts = {
    stem: 'خبر', schema: seedSchema, codec: hfParquet,
    options: { split: { method: { kind: 'auto', seed: 'naql' } }, pseudonyms: { release: '', merged: false }, text: { kind: 'full' }, release: { version: '1.0.0', date: '2024-09-01', words, definitions: {} } },
    counts: {
      articles: 5, annotations: 9, publishers: { '': 1, 'الف': 4 }, languages: { fa: 5 }, months: { '': 1, '2024-07': 1, '2024-09': 3 }, people: 2, machines: 0,
      leftOut: { articles: 1, sets: 0, annotations: 0, relations: 0, withheld: 2, notes: 3 },
    },
    losses: { format: 'hf-parquet', articles: 5, annotationsIn: 9, annotationsOut: 9, relationsIn: 0, relationsOut: 0, losses: [] },
    splits: { method: 'hash', sizes: { train: { articles: 3, groups: 2, annotations: 9 }, test: { articles: 2, groups: 2, annotations: 0 }, none: { articles: 0, groups: 0, annotations: 0 } } },
    changes: null,
  leaks: [],
    files: [
      { name: 'data/train-00000-of-00001.parquet', bytes: 9 }, { name: 'data/test-00000-of-00001.parquet', bytes: 9 },
      { name: 'bio/train-00000-of-00001.parquet', bytes: 9 },
    ],
  };
  const guideline = { title: 'Rules', version: '2.1', definitions: wholeFacts.definitions };
  const beside = { guideline, scores: wholeFacts.agreement.found, measuredOn: null, thresholds: [{ name: 'jaccard', value: '50' }] };

  it('lacks nothing when the person has said everything', () => {
    expect(missingForRelease(datasheetOf(facts, beside))).toEqual([]);
    expect(cardOfExport(facts, beside)).not.toContain('TODO');
  });

  it('is a draft without a release', () => {
    const missing = missingForRelease(datasheetOf({ ...facts, options: { ...facts.options, release: null } }, beside));
    const known = ['languages', 'splits', 'grouping', 'guideline', 'definitions', 'publishers', 'published', 'agreement'];
    expect(missing).toEqual(requiredFacts.filter((name) => !known.includes(name)));
  });

  it('declares the files that are there', () => {
    expect(headOf(cardOfExport(facts, beside)).match(/(?:split|path): .*/g)).toEqual([
      'split: train', 'path: data/train-00000-of-00001.parquet', 'split: test', 'path: data/test-00000-of-00001.parquet',
      'split: train', 'path: bio/train-00000-of-00001.parquet',
    ]);
  });

  it('calls a whole that is not divided train, whatever its file is called', () => {
    const whole = { ...facts, codec: hfJsonl, splits: null, files: [{ name: 'data/خبر.jsonl', bytes: 1 }] };
    expect(headOf(cardOfExport(whole, beside)).match(/(?:split|path): .*/g)).toEqual(['split: train', 'path: "data/خبر.jsonl"']);
  });

  it('has no tables for a file of another format', () => expect(cardOfExport({ ...facts, codec: native }, beside)).not.toContain('configs:'));

  it('counts what was left out, and the range of months', () => {
    const text = cardOfExport(facts, beside);
    expect(text).toContain('| articles whose licence does not let them leave | 2 |');
    expect(text).toContain('Published: the published. 2024-07 to 2024-09\n');
    expect(text).toContain('| الف | 4 |');
  });
});
