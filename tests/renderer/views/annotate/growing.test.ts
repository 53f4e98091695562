import { describe, expect, it } from 'vitest';
import { span, utf16 } from '../../../../shared/text/offsets.ts';
import { grow, grown, shrink } from '../../../../renderer/views/annotate/growing.ts';
import { atRest } from '../../../../renderer/views/annotate/mode.ts';
import { scene, spanOf, text } from './sample-scene.ts';

const words = (found: ReturnType<typeof grown>) => found && text.slice(found.start, found.end);

describe('grown', () => {
  it.each([
    ['a caret takes its word', span(spanOf('نیرو').start + 1, spanOf('نیرو').start + 1), 'نیرو'],
    ['a word takes its sentence without the stop', spanOf('نیرو'), 'وزیر نیرو گفت: سدها پر می‌شود'],
    ['a sentence takes its paragraph', spanOf('وزیر نیرو گفت: سدها پر می‌شود'), 'وزیر نیرو گفت: سدها پر می‌شود. او رفت'],
    ['a paragraph stays', spanOf('وزیر نیرو گفت: سدها پر می‌شود. او رفت'), null],
    ['a part of a word takes the word', span(spanOf('سدها').start, spanOf('سدها').start + 2), 'سدها'],
  ])('%s', (_, here, expected) => expect(words(grown(text, here))).toBe(expected));
});

describe('grow and shrink', () => {
  const caret = utf16(spanOf('نیرو').start + 1);

  it('shrinking takes back each growth, down to the caret', () => {
    const word = grow(atRest, scene, caret).state;
    const sentence = grow(word, scene, caret).state;
    expect([word.selection, sentence.selection]).toEqual([spanOf('نیرو'), spanOf('وزیر نیرو گفت: سدها پر می‌شود')]);
    const back = shrink(sentence).state;
    expect(back.selection).toEqual(spanOf('نیرو'));
    expect(shrink(back).state.selection).toBeNull();
    expect(shrink(shrink(back).state).state.selection).toBeNull();
  });
});
