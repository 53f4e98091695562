import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { encode } from '../../shared/codecs/encode.ts';
import { w3c } from '../../shared/codecs/w3c/w3c.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { awkwardDataset } from '../fixtures/awkward-dataset.ts';
import { interruptedQuote } from '../fixtures/native/interrupted-quote.ts';
import { annoContext, annoContextUrl } from './anno-context.ts';
import { snapshotOf } from './snapshot.ts';

const oa = (name: string): string => `http://www.w3.org/ns/oa#${name}`;
const safe = {
  safe: true,
  documentLoader: (url: string) =>
    url === annoContextUrl
      ? Promise.resolve({ contextUrl: undefined, document: annoContext, documentUrl: url } as never)
      : Promise.reject(new Error(`nothing may be loaded, and ${url} was asked for`)),
};

/** An expanded object: every property is a list of objects. */
type Node = Readonly<Record<string, readonly Node[] | string | undefined>>;
const all = (node: Node, property: string): readonly Node[] => (node[property] ?? []) as readonly Node[];
const idOf = (node: Node | undefined): string => (typeof node?.['@id'] === 'string' ? node['@id'] : '');
const value = (node: Node, property: string): unknown => all(node, property)[0]?.['@value'];
const ofType = (nodes: readonly Node[], type: string): Node | undefined => nodes.find((one) => (one['@type'] as unknown as readonly string[]).includes(oa(type)));

const parsed = (dataset: Dataset, name: string): unknown[] => {
  const file = encode(w3c, dataset, 'a').find((one) => one.name === name);
  return JSON.parse(Buffer.from(file?.bytes ?? []).toString()) as unknown[];
};
const expanded = async (objects: unknown): Promise<readonly Node[]> => (await jsonld.expand(objects as never, safe)) as unknown as readonly Node[];

/** Every fragment that JSON-LD finds, as its label, its words by the position selector, its words by the quotation, and its text around. */
function fragments(nodes: readonly Node[], texts: ReadonlyMap<string, string>) {
  return nodes.flatMap((node) =>
    all(node, oa('hasTarget')).map((target) => {
      const text = texts.get(idOf(all(target, oa('hasSource'))[0])) ?? '';
      const selectors = all(target, oa('hasSelector'));
      const [position, quote] = [ofType(selectors, 'TextPositionSelector'), ofType(selectors, 'TextQuoteSelector')];
      const [start, end] = [Number(position && value(position, oa('start'))), Number(position && value(position, oa('end')))];
      const around = quote ? ['prefix', 'exact', 'suffix'].map((part) => String(value(quote, oa(part)))).join('') : null;
      const words = [...text].slice(start, end).join('');
      return { start, end, text: words, exact: quote ? value(quote, oa('exact')) : null, isThere: around !== null && text.includes(around) };
    }));
}

const expectedOf = (dataset: Dataset) =>
  snapshotOf(dataset).flatMap(({ spans }) => spans.flatMap((one) => one.fragments.map((fragment) => ({ ...fragment, exact: fragment.text, isThere: true }))));

const sorted = (list: readonly unknown[]): readonly string[] => list.map((one) => JSON.stringify(one)).sort();
const textsOf = ({ articles }: Dataset): ReadonlyMap<string, string> => new Map(articles.map(({ id, text }) => [`urn:doc:${id}`, text]));

describe.each([
  ['the interrupted quote', interruptedQuote, 7, 3],
  ['awkward texts', awkwardDataset, 14, 2],
])('jsonld reads %s', (_, dataset, count, links) => {
  it('and finds every fragment, counted in code points, with its quotation', async () => {
    const found = fragments(await expanded(parsed(dataset, 'a.jsonld')), textsOf(dataset));
    expect(found).toHaveLength(count);
    expect(sorted(found)).toEqual(sorted(expectedOf(dataset)));
  });

  it('and finds every annotation with its label, attributes and entity', async () => {
    const found = (await expanded(parsed(dataset, 'a.jsonld'))).map((node) => {
      const bodies = all(node, oa('hasBody'));
      const withPurpose = (purpose: string) => bodies.filter((body) => all(body, oa('hasPurpose'))[0]?.['@id'] === oa(purpose));
      const valuesOf = (purpose: string) => withPurpose(purpose).map((body) => value(body, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value'));
      const entity = withPurpose('identifying').map((body) => all(body, oa('hasSource'))[0]?.['@id']);
      return { id: node['@id'], label: valuesOf('tagging'), attributes: valuesOf('classifying'), entity };
    });
    const expected = snapshotOf(dataset).flatMap(({ doc_id: doc, set_id: set, spans }) =>
      spans.map(({ id, label, attributes, entity }) => ({
        id: `urn:anno:${doc}:${set}:${id}`,
        label: [label],
        attributes: Object.entries(attributes).map(([name, one]) => `${name}=${one}`).sort(),
        entity: entity === null ? [] : [`urn:entity:${encodeURIComponent(entity)}`],
      })));
    expect(sorted(found)).toEqual(sorted(expected));
  });

  it('and finds every relation with both ends', async () => {
    const found = (await expanded(parsed(dataset, 'a.relations.jsonld'))).map((node) => ({
      id: node['@id'],
      ends: [all(node, oa('hasTarget'))[0]?.['@id'], all(node, oa('hasBody'))[0]?.['@id']],
      type: value(all(node, oa('hasBody'))[1] as Node, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value'),
    }));
    const expected = snapshotOf(dataset).flatMap(({ doc_id: doc, set_id: set, relations }) =>
      relations.map(({ id, type, from, to }) => ({ id: `urn:link:${doc}:${set}:${id}`, ends: [from, to].map((end) => `urn:anno:${doc}:${set}:${end}`), type })));
    expect(found).toHaveLength(links);
    expect(sorted(found)).toEqual(sorted(expected));
  });
});

describe('the same check fails', () => {
  type Written = { target: { selector: { type: string; start: number; end: number }[] }[]; body: unknown[] };
  const damaged = (damage: (one: Written) => void) => {
    const objects = parsed(interruptedQuote, 'a.jsonld') as Written[];
    for (const one of objects) damage(one);
    return objects;
  };
  const matches = async (objects: unknown): Promise<boolean> => {
    const found = fragments(await expanded(objects), textsOf(interruptedQuote));
    return sorted(found).join() === sorted(expectedOf(interruptedQuote)).join();
  };

  it('not on what Naql writes', async () => expect(await matches(damaged(() => {}))).toBe(true));

  it('on UTF-16 offsets', async () => {
    const shifted = damaged(({ target }) => {
      for (const { selector: [, position] } of target) if (position) Object.assign(position, { start: position.start + 1, end: position.end + 1 });
    });
    expect(await matches(shifted)).toBe(false);
  });

  it('on a missing quotation', async () => {
    const bare = damaged(({ target }) => {
      for (const one of target) one.selector = one.selector.slice(1);
    });
    expect(await matches(bare)).toBe(false);
  });

  it('on a term that the vocabulary does not have', async () => {
    const strange = damaged((one) => Object.assign(one, { severity: 'high' }));
    await expect(expanded(strange)).rejects.toThrow(/Safe mode/);
  });
});
