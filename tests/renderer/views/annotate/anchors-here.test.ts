import { describe, expect, test } from 'vitest';
import { anchorsHere } from '../../../../renderer/views/annotate/anchors-here.ts';
import { translator } from '../../../../renderer/messages/translate.ts';
import { type SetId } from '../../../../shared/model/id.ts';
import { annotationId, relation, scene as sample, spanOf, toAnnotation } from './sample-scene.ts';

const set = 'set-1' as SetId;
const scene = { ...sample, relations: [relation('r', 'SAID_BY', 'dams', toAnnotation('minister'))] };
const here = (state: Parameters<typeof anchorsHere>[1], shown: SetId | null = set) => anchorsHere(scene, state, shown, translator('fa')).map(({ anchor }) => anchor);

describe('what a word said while annotating may be about', () => {
  test('nothing at hand: the article', () => expect(here({ selection: null, focused: null })).toEqual([{ kind: 'article' }]));
  test('a selection goes before the article', () => {
    const selection = spanOf('نیرو');
    expect(here({ selection, focused: null })).toEqual([{ kind: 'range', span: selection, quote: 'نیرو' }, { kind: 'article' }]);
  });
  test('a label that has the focus, then its links', () =>
    expect(here({ selection: null, focused: annotationId('dams') })).toEqual([
      { kind: 'annotation', set, annotation: 'dams', quote: 'سدها پر می‌شود' },
      { kind: 'relation', set, relation: 'r', quote: 'سدها پر می‌شود ← وزیر نیرو' },
      { kind: 'article' },
    ]));
  test('before the set is stored there is no label to point at', () => expect(here({ selection: null, focused: annotationId('dams') }, null)).toEqual([{ kind: 'article' }]));
});
