import { describe, expect, it } from 'vitest';
import { codesOf, countsByAnnotation, countsOf, focusedFirst, nextToMend } from '../../../../renderer/views/annotate/check-list.ts';
import { finding } from '../../../../shared/checks/finding.ts';
import { annotationId } from './sample-scene.ts';

const [a, b] = [annotationId('a'), annotationId('b')];
const noSpeaker = finding('E3.explicit', [b]);
const noPromiser = finding('E4.promiser', [b]);
const long = finding('W4.long', [a]);
const altered = finding('E1.text', []);
const all = [altered, noSpeaker, noPromiser, long];

describe('the list of findings', () => {
  it('begins with what has the focus', () => expect(focusedFirst(all, a)).toEqual([long, altered, noSpeaker, noPromiser]));
  it('stays as it is without focus', () => expect(focusedFirst(all, null)).toEqual(all));
  it('counts errors and warnings apart', () => expect(countsOf(all)).toEqual({ errors: 3, warnings: 1 }));
  it('counts what is wrong with each annotation, under the one that has to be mended', () =>
    expect([a, b, annotationId('sound')].map(countsByAnnotation(all))).toEqual([{ errors: 0, warnings: 1 }, { errors: 2, warnings: 0 }, { errors: 0, warnings: 0 }]));
  it('is overridden by its codes, each once', () => expect(codesOf([noPromiser, noSpeaker, noSpeaker])).toEqual(['E3.explicit', 'E4.promiser']));
});

describe('the next one to mend', () => {
  it.each([
    ['the first, from nowhere', all, null, b],
    ['another annotation, not another finding of this one', all, b, a],
    ['round again', all, a, b],
    ['none, where only the article is meant', [altered], a, null],
    ['none, when all is well', [], a, null],
  ])('is %s', (_, findings, focused, next) => expect(nextToMend(findings, focused)).toBe(next));
});
