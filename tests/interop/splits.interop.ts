import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { grouper } from '../../shared/dataset/groups.ts';
import { comparable } from '../../shared/dataset/likeness.ts';
import { type SplitGroup } from '../../shared/dataset/split-group.ts';
import { divided } from '../../shared/dataset/splits.ts';
import { type Article } from '../../shared/model/article.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { dayOfGregorian } from '../../shared/text/jalali.ts';
import { newsroom } from '../fixtures/newsroom.ts';
import { randomNumbers } from '../fixtures/random-numbers.ts';
import { copies, otherStories, sent } from '../fixtures/wire-copies.ts';
import { inFolder, type Ran, ran, tool } from './tools.ts';

const python = tool('python');

function checked(program: string, value: object, ...more: readonly string[]): Ran {
  const folder = mkdtempSync(path.join(tmpdir(), 'naql-splits-'));
  const file = path.join(folder, 'splits.json');
  writeFileSync(file, JSON.stringify(value));
  return ran(program, [path.join(import.meta.dirname, 'python', 'check_splits.py'), file, ...more], inFolder(folder));
}

/** A newsroom's week with its copies, and one agency's story as desks made it. */
async function groupedTexts(): Promise<object> {
  const week = [...newsroom(200)].flatMap(({ articles }) => articles);
  const [pattern] = week;
  const wire = [sent, ...Object.values(copies), ...Object.values(otherStories)].map((text, place): Article => ({
    ...(pattern as Article), id: `wire-${place}` as ArticleId, text, group: null, source: { ...(pattern as Article).source, url: null },
  }));
  const articles = [...week, ...wire].sort((a, b) => (a.id < b.id ? -1 : 1));
  const all = grouper();
  for (const one of articles) all.add(one);
  const texts = new Map(articles.map(({ id, text }) => [id, { title: '', text }]));
  const groups = await all.groups(async (ids) => new Map(ids.flatMap((id) => { const text = texts.get(id); return text ? [[id, text] as const] : []; })));
  if (!groups) throw new Error('stopped without being told to');
  return {
    texts: articles.map(({ text }) => comparable(text)),
    days: articles.map(({ source }) => (source.published === null ? null : dayOfGregorian(source.published.slice(0, 10)))),
    groups: articles.map((_, number) => groups.keyOf(number)),
    alike: groups.alike.map(({ one, two, jaccard, containment }) => [one, two, jaccard, containment]),
  };
}

/** Stories of one to six articles, whose labels are unevenly spread over them. */
function strata(): object {
  const random = randomNumbers(1405);
  const groups = Array.from({ length: 150 }, (_, number): SplitGroup => {
    const main = ['QUOTE', 'COMMITMENT', 'DEADLINE', 'CONDITION'][Math.min(3, Math.floor((random(100) * random(100)) / 2000))] as string;
    const members = Array.from({ length: 1 + random(6) }, (__, place) => ({
      id: `art-${number}-${place}` as ArticleId, publisher: `p${random(3)}`, published: `2024-0${1 + random(6)}-01`, labels: { [main]: 1 },
    }));
    return { key: `g${number}`, members };
  });
  const method = { kind: 'stratified', seed: '7', shares: { train: 80, validation: 10, test: 10 } } as const;
  const { splitOf } = divided(groups, { method, unit: 'group', unseenPublishers: [] });
  return groups.flatMap(({ key, members }) => members.map(({ id, labels }) => ({ group: key, label: Object.keys(labels)[0], split: splitOf.get(id) })));
}

describe('groups and splits, beside datasketch and scikit-learn', () => {
  it('nothing that they find alike is parted, and labels are spread no worse', async (context) => {
    if (python.kind === 'missing') return context.skip(python.reason);
    const { code, output } = checked(python.path, { near: await groupedTexts(), strata: strata() });
    expect(output).toMatch(/^[1-9]\d{2,} passed, 0 failed$/m);
    expect(code).toBe(0);
  });

  it('and a copy that is parted from its story is noticed', async (context) => {
    if (python.kind === 'missing') return context.skip(python.reason);
    const { code, output } = checked(python.path, { near: await groupedTexts(), strata: strata() }, '--damage');
    expect(output).not.toContain('Traceback');
    expect(code).toBe(0);
  });
});
