import { expect, it } from 'vitest';
import { everything, filterName, passing, passingCounts, type SpanFilter } from '../../../../renderer/views/annotate/span-filter.ts';
import { dams, labelId, minister, said } from './sample-scene.ts';

const all = [{ ...minister, flagged: true }, { ...said, note: 'شاید' }, dams];

it.each<[SpanFilter, string, readonly string[]]>([
  [{ kind: 'all' }, 'all', ['minister', 'said', 'dams']],
  [{ kind: 'flagged' }, 'flagged', ['minister']],
  [{ kind: 'noted' }, 'noted', ['said']],
  [{ kind: 'label', label: labelId('QUOTE') }, 'label QUOTE', ['dams']],
])('%j shows its own lines', (filter, name, ids) => {
  expect(filterName(filter)).toBe(name);
  expect(passing(all, filter).map(({ id }) => id)).toEqual(ids);
  expect(passingCounts(all).get(name)).toBe(ids.length);
});

it('counts nothing where nothing is', () => expect(passingCounts([]).get(filterName(everything))).toBe(0));
