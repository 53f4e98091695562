import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../../shared/codecs/encode.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { type Schema } from '../../shared/model/schema.ts';
import seed from '../../seeds/schema.json' with { type: 'json' };
import { workOfOne } from '../fixtures/two-annotators.ts';
import { articleOf, Laptop, setOf } from '../shared/exchange/bundle/laptop.ts';
import { projectOf } from './project-folder.ts';
import { naql } from './terminal.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'naql-adjudicate-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function file(by: 'sara' | 'reza'): string {
  for (const { name, bytes } of encode(native, workOfOne(by), by)) writeFileSync(path.join(folder, name), bytes);
  return path.join(folder, `${by}.jsonl`);
}

interface Line {
  readonly set: { readonly role: string } | null;
  readonly spans: readonly { readonly label: string }[];
  readonly relations: readonly unknown[];
}
const goldIn = (out: string): readonly Line[] =>
  readFileSync(out, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Line).filter(({ set }) => set?.role === 'adjudicated');

describe('adjudicate', () => {
  it('accepts what all agree on, with the links they share, and leaves the rest', async () => {
    const out = path.join(folder, 'gold.jsonl');
    const { out: told, code } = await naql(['adjudicate', file('sara'), file('reza'), '--accept-unanimous', '--out', out, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(told)).toMatchObject({ articles: 2, decided: 4, left: 3, byLabel: { CUE: 1, QUOTE: 1, SPEAKER: 2 }, problems: [] });
    const gold = goldIn(out);
    expect(gold.map(({ spans, relations }) => [spans.map(({ label }) => label), relations.length])).toEqual([
      [['SPEAKER', 'CUE'], 0],
      [['SPEAKER', 'QUOTE'], 1],
    ]);
  });

  it('says beside it how each item came about: by a rule, among how many, and that nobody looked', async () => {
    const out = path.join(folder, 'news.jsonl');
    const { out: told } = await naql(['adjudicate', file('sara'), file('reza'), '--accept-unanimous', '--out', out, '--json']);
    const beside = path.join(folder, 'news.gold.jsonl');
    expect((JSON.parse(told) as { readonly written: readonly string[] }).written).toContain(beside);
    const lines = readFileSync(beside, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { readonly annotation: string; readonly article: string });
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).toMatchObject({ source: 'unanimous', reason: null, people: 2, seen: false });
    const ids = goldIn(out).flatMap(({ spans }) => (spans as readonly { readonly id?: string }[]).flatMap(({ id }) => id ?? []));
    expect(lines.map(({ annotation }) => annotation).sort()).toEqual(ids.sort());
  });

  it('gives the same bytes twice, and one file with both is as good as two', async () => {
    const [first, second, both] = ['first.jsonl', 'second.jsonl', 'both.jsonl'].map((name) => path.join(folder, name)) as [string, string, string];
    await naql(['adjudicate', file('sara'), file('reza'), '--accept-unanimous', '--out', first]);
    await naql(['convert', file('sara'), file('reza'), '--to', 'native', '--out', both]);
    await naql(['adjudicate', both, '--accept-unanimous', '--out', second]);
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
  });

  it('leaves a gold set alone that is there already, and says so', async () => {
    const [once, twice] = ['once.jsonl', 'twice.jsonl'].map((name) => path.join(folder, name)) as [string, string];
    await naql(['adjudicate', file('sara'), file('reza'), '--accept-unanimous', '--out', once]);
    const { err, code } = await naql(['adjudicate', once, '--accept-unanimous', '--out', twice]);
    expect(code).toBe(1);
    expect(err).toContain('gold set of this rule already');
    expect(goldIn(twice)).toEqual(goldIn(once));
  });

  it('wants the rule to be named, and a place to write to', async () => {
    expect((await naql(['adjudicate', file('sara')])).code).toBe(2);
    expect((await naql(['adjudicate', file('sara'), '--accept-unanimous'])).code).toBe(2);
  });

  describe('of a project that colleagues handed in to', () => {
    const article = articleOf('1');
    const base = { schema: seed as unknown as Schema, articles: [article], annotators: [], entities: [], sets: [] };
    const accepted = async (lead: Laptop) => {
      const { out, err, code } = await naql(['adjudicate', projectOf(lead), '--accept-unanimous', '--out', path.join(folder, 'gold.jsonl'), '--json']);
      return { code, err, told: JSON.parse(out) as { readonly decided: number; readonly articles: number; readonly unproven: readonly { readonly set: string; readonly why: string }[]; readonly problems: readonly { readonly code: string }[] } };
    };
    const handedIn = (...colleagues: readonly Laptop[]): Laptop => {
      const lead = new Laptop('lead', base.schema, { dataset: base });
      for (const one of colleagues) {
        one.put(setOf(one, article.id, [0, 3]));
        lead.takeIn(one.handIn());
      }
      return lead;
    };
    const laptop = (name: string, isUnsigned = false): Laptop => new Laptop(name, base.schema, { dataset: base, isUnsigned });

    it('counts what is signed', async () => {
      expect(await accepted(handedIn(laptop('sara'), laptop('reza')))).toMatchObject({ code: 0, told: { articles: 1, decided: 1, unproven: [], problems: [] } });
    });

    it('makes no gold of what came without a signature, and names whose it is', async () => {
      const lead = handedIn(laptop('sara'), laptop('reza', true));
      expect(await accepted(lead)).toMatchObject({ code: 0, told: { articles: 0, decided: 0, unproven: [{ set: 'set-reza-art-1', why: 'unsigned' }], problems: [{ code: 'set-unsigned' }] } });
      const { err } = await naql(['adjudicate', projectOf(lead), '--accept-unanimous', '--out', path.join(folder, 'other.jsonl')]);
      expect(err).toMatch(/warning: The work of .*reza.* came without a signature/);
    });

    it('and where two others signed, of theirs alone', async () => {
      expect(await accepted(handedIn(laptop('sara'), laptop('mina'), laptop('reza', true)))).toMatchObject({ told: { articles: 1, decided: 1, unproven: [{ set: 'set-reza-art-1', why: 'unsigned' }] } });
    });
  });
});
