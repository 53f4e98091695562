import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeLine } from '../../electron/journal-line.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type AnnotatorId, makeId, type SetId } from '../../shared/model/id.ts';
import { type ReviewEvent } from '../../shared/model/review-event.ts';
import { firstChange, nextEntry } from '../arbitraries/log.ts';
import { workOfOne, workOfTwo } from '../fixtures/two-annotators.ts';
import { naql } from './terminal.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'naql-agree-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function file(dataset: Dataset, stem: string, into = folder): string {
  mkdirSync(into, { recursive: true });
  for (const { name, bytes } of encode(native, dataset, stem)) writeFileSync(path.join(into, name), bytes);
  return path.join(into, `${stem}.jsonl`);
}

function project(dataset: Dataset): string {
  const at = path.join(folder, 'project');
  mkdirSync(at);
  const counts = { articles: 0, annotators: 0, entities: 0, sets: 0, annotations: 0, relations: 0 };
  const entry = nextEntry([], { device: makeId('device', 'a'), annotator: makeId('annotator', 'a') }, firstChange(dataset), { kind: 'do', command: 'take-in' });
  writeFileSync(path.join(at, 'journal.ndjson'), encodeLine({ entry, counts }));
  return at;
}

interface Told {
  readonly articles: number;
  readonly people: readonly { readonly key: string; readonly from: string | null }[];
  readonly scores: readonly { readonly metric: string; readonly label: string | null; readonly value: number | null; readonly n: number; readonly counts: string }[];
  readonly pairs: readonly { readonly people: readonly string[] }[];
  readonly problems: readonly { readonly code: string }[];
}

const told = async (...args: readonly string[]): Promise<Told> => JSON.parse((await naql(['agree', ...args, '--json'])).out) as Told;
const value = ({ scores }: Told, metric: string, label: string | null = null): number | null | undefined =>
  scores.find((score) => score.metric === metric && score.label === label)?.value;

describe('agree', () => {
  it('compares two files of two people: pooled over articles, for each label, with n', async () => {
    const answer = await told(file(workOfOne('sara'), 'sara'), file(workOfOne('reza'), 'reza'));
    expect(answer).toMatchObject({ articles: 2, people: [{ key: 'per-reza', from: null }, { key: 'per-sara', from: null }], problems: [] });
    // Five equal ones of seven and six.
    expect(value(answer, 'strict-f1')).toBeCloseTo(10 / 13, 12);
    expect(value(answer, 'strict-f1', 'QUOTE')).toBeCloseTo(4 / 6, 12);
    expect(value(answer, 'strict-f1', 'SPEAKER')).toBeCloseTo(4 / 5, 12);
    expect(value(answer, 'strict-f1', 'COMMITMENT')).toBeUndefined();
    expect(value(answer, 'relation-relaxed-f1', 'SAID_BY')).toBeCloseTo(4 / 5, 12);
    expect(answer.scores.find(({ metric, label }) => metric === 'strict-f1' && label === null)).toMatchObject({ n: 13, counts: 'annotations' });
  });

  it('says the same of one file with both, of a project, and of the files in the other order', async () => {
    const [sara, reza] = [file(workOfOne('sara'), 'sara'), file(workOfOne('reza'), 'reza')];
    const { scores } = await told(sara, reza);
    expect((await told(reza, sara)).scores).toEqual(scores);
    expect((await told(file(workOfTwo(), 'both'))).scores).toEqual(scores);
    expect((await told(project(workOfTwo()))).scores).toEqual(scores);
  });

  it('takes one id in two files for two people, and tells them apart by the files', async () => {
    const answer = await told(file(workOfOne('sara'), 'before'), file(workOfOne('sara'), 'after'));
    expect(answer.people.map(({ key }) => key)).toEqual(['per-sara@after', 'per-sara@before']);
    expect(value(answer, 'strict-f1')).toBe(1);
    const same = await told(file(workOfOne('sara'), 'work', path.join(folder, 'a')), file(workOfOne('sara'), 'work', path.join(folder, 'b')));
    expect(new Set(same.people.map(({ from }) => from)).size).toBe(2);
  });

  it('all measures that there are, and only those that are asked for', async () => {
    const both = file(workOfTwo(), 'both');
    const all = await told(both, '--metric', 'all', '--replicates', '20');
    expect(new Set(all.scores.map(({ metric }) => metric)).size).toBeGreaterThan(20);
    expect(value(all, 'attribute-raw', 'QUOTE.mode')).toBeCloseTo(2 / 3, 12);
    expect(value(all, 'boundary-similarity')).toBeGreaterThan(0);
    const two = await told(both, '--metric', 'gamma,token-alpha', '--replicates', '0');
    expect(new Set(two.scores.map(({ metric }) => metric))).toEqual(new Set(['gamma', 'token-alpha']));
  });

  it('only some people, only finished work, every pair', async () => {
    const [sara, reza] = [file(workOfOne('sara'), 'sara'), file(workOfOne('reza', 'in-progress'), 'reza')];
    expect((await told(sara, reza, '--state', 'done')).problems).toMatchObject([{ code: 'no-shared-article' }]);
    const twice = file(workOfOne('sara'), 'again');
    const three = await told(sara, reza, twice, '--pairs', '--replicates', '0');
    expect(three.pairs.map(({ people }) => people.join())).toEqual(['per-reza,per-sara@again', 'per-reza,per-sara@sara', 'per-sara@again,per-sara@sara']);
    expect(value(await told(sara, reza, twice, '--between', 'per-sara'), 'strict-f1')).toBe(1);
  });

  it('a table for people', async () => {
    const { code, out, err } = await naql(['agree', file(workOfTwo(), 'both'), '--metric', 'strict-f1,token-kappa']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('2 articles that two people or more marked: few, so intervals say little\nper-reza\tرضا\nper-sara\tسارا\n\nmeasure');
    expect(out).toMatch(/^Strict F1 {9} +0\.769 {2}\[0\.\d{3}, 1\.000\] {2}13 annotations$/m);
    expect(out).not.toContain('COMMITMENT');
  });

  it('a table for programs, and a text for a paper', async () => {
    const { code, out } = await naql(['agree', file(workOfTwo(), 'both'), '--metric', 'strict-f1', '--csv', '--methods']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\ufeffPeople,Measure,.*\r\nall,Strict F1,strict-f1,everything,0\.769231,/);
    expect(out).toContain('\nAgreement was measured on 2 articles that at least two of 2 annotators marked.\nNo annotation is recorded as proposed by a machine.\nStrict F1: Labels of which');
    expect(out).toMatch(/2,000 bootstrap draws of articles \(seed 1,?405\)\.\n/);
    expect(out).toMatch(/\nEfron, B\., Tibshirani, R\. J\. \(1993\)\./);
  });

  it('what was handed in again after it had been given back is left out, said to be, and counted where that is asked for', async () => {
    const both = workOfTwo();
    const [set] = both.sets;
    if (!set) throw new Error('a set');
    const said = (turn: number, act: object) => ({ id: makeId('event', `t${turn}`), article: set.article, by: set.annotator, at: '2026-01-01T00:00:00.000Z', set: set.id, seal: 'a', turn, ...act }) as ReviewEvent;
    const at = project({ ...both, events: [said(1, { kind: 'submitted' }), said(2, { kind: 'returned', reason: 'x' }), said(3, { kind: 'submitted' })] });
    expect(await told(at)).toMatchObject({ articles: 1, independence: { reworked: 1, isReworkCounted: false } });
    expect(await told(at, '--reworked')).toMatchObject({ articles: 2, independence: { reworked: 1, isReworkCounted: true } });
    expect((await naql(['agree', at])).out).toContain('\n1 article handed in again after being given back or opened: left out (--reworked counts them)\n');
  });

  describe('the difference between two people', () => {
    const three = (): string => {
      const both = workOfTwo();
      const gold = { id: 'per-gold' as AnnotatorId, kind: 'person' as const, name: 'طلا', version: null };
      const sets = both.sets.filter(({ annotator }) => annotator === 'per-sara').map((set) => ({ ...set, id: `${set.id}-g` as SetId, annotator: gold.id }));
      return file({ ...both, annotators: [...both.annotators, gold], sets: [...both.sets, ...sets] }, 'three');
    };

    it('is told beside the only other one, with an interval, on what all three marked', async () => {
      const answer = await told(three(), '--difference', 'per-reza,per-sara', '--metric', 'strict-f1') as Told & { readonly difference: object };
      expect(answer.difference).toMatchObject({ first: 'per-reza', second: 'per-sara', beside: 'per-gold' });
      const [whole] = (answer.difference as { readonly differences: readonly { readonly label: string | null; readonly value: number; readonly articles: number }[] }).differences;
      expect(whole).toMatchObject({ label: null, articles: 2 });
      // Sara is gold; reza has five of seven and six.
      expect(whole?.value).toBeCloseTo(1 - 10 / 13, 12);
      const { out } = await naql(['agree', three(), '--difference', 'per-reza,per-sara', '--metric', 'strict-f1', '--replicates', '50']);
      expect(out).toMatch(/with per-gold: per-sara minus per-reza\nmeasure .*\nStrict F1 +0\.231 +\[/);
    });

    it.each([
      ['one name', 'per-sara', '--difference wants two people'],
      ['the same twice', 'per-sara,per-sara', '--difference wants two people'],
      ['somebody who is not there', 'per-sara,per-x', 'Nobody here is called per-x.'],
    ])('wrong usage: %s', async (_, names, said) => {
      const { code, err } = await naql(['agree', three(), '--difference', names]);
      expect({ code, isSaid: err.includes(said) }).toEqual({ code: 2, isSaid: true });
    });

    it('wants a third, and one alone', async () => {
      expect(await naql(['agree', file(workOfTwo(), 'both'), '--difference', 'per-reza,per-sara'])).toMatchObject({ code: 2, err: expect.stringContaining('Name one more') as string });
    });
  });

  it('nothing in common is a problem in the data, and said in a sentence', async () => {
    const { code, out, err } = await naql(['agree', file(workOfOne('sara'), 'sara')]);
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'There is one annotator only: nothing can be compared.\n' });
  });

  it.each([
    ['no file', [], 'Whose agreement?'],
    ['a measure that there is none of', ['x.jsonl', '--metric', 'f7'], 'There is no measure "f7".'],
    ['a role that there is none of', ['x.jsonl', '--role', 'boss'], '--role wants work, suggestion, adjudicated, not "boss".'],
    ['a state that there is none of', ['x.jsonl', '--state', 'gone'], '--state wants'],
    ['a number that is none', ['x.jsonl', '--replicates', 'many'], '--replicates wants a whole number'],
    ['a seed that is none', ['x.jsonl', '--seed', '-1x'], '--seed'],
  ])('wrong usage: %s', async (_, args, said) => {
    const { code, out, err } = await naql(['agree', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });

  it('somebody who is not there, and a file that is not there', async () => {
    const both = file(workOfTwo(), 'both');
    expect(await naql(['agree', both, '--between', 'per-x'])).toMatchObject({ code: 2, err: expect.stringContaining('Nobody here is called per-x. There are: per-reza, per-sara.') as string });
    expect(await naql(['agree', both, path.join(folder, 'no.jsonl')])).toMatchObject({ code: 3 });
  });
});
