import { describe, expect, it } from 'vitest';
import { clauseAt } from '../../../shared/suggest/clause.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { sampleSpans, sampleText, words } from './reading.ts';

function clause(marked: string): string | null {
  return words(marked.replace('|', ''), clauseAt(marked.replace('|', ''), utf16(marked.indexOf('|'))));
}

describe('clauseAt', () => {
  it.each([
    ['ends at a full stop', 'برف آمد. راه |باز است. تمام.', 'راه باز است'],
    ['begins at a و behind a verb', 'او می‌آید و راه را |می‌سازد و می‌رود.', 'راه را می‌سازد'],
    ['keeps a و between nouns', 'راه و پل |را می‌سازیم و می‌رویم.', 'راه و پل را می‌سازیم'],
    ['keeps two verbs under one auxiliary', 'قرارداد را امضا و |اجرا خواهیم کرد.', 'قرارداد را امضا و اجرا خواهیم کرد'],
    ['begins behind a colon', 'وزیر گفت: راه |باز است.', 'راه باز است'],
    ['keeps within marks', 'وزیر «راه را |می‌سازیم» گفت.', 'راه را می‌سازیم'],
    ['keeps within straight marks', 'وزیر گفت: "راه را |می‌سازیم و پل را خواهیم ساخت".', 'راه را می‌سازیم'],
    ['keeps within straight marks at their end', 'وزیر گفت: "راه را می‌سازیم و پل را خواهیم |ساخت" و رفت.', 'پل را خواهیم ساخت'],
    ['keeps within two signs for one mark', 'وزیر <<راه را |می‌سازیم>> گفت.', 'راه را می‌سازیم'],
    ['is not cut at an apostrophe', "the dam's |wall holds", "the dam's wall holds"],
    ['takes no noun for a verb', 'ده میلیارد و |یک', 'ده میلیارد و یک'],
    ['has nothing in an empty line', '|', null],
  ])('%s', (_, marked, expected) => expect(clause(marked)).toBe(expected));

  it('gives the commitments of the sample, from any place in them', () => {
    const commitments = sampleSpans('COMMITMENT');
    expect(commitments.map(({ start }) => words(sampleText, clauseAt(sampleText, utf16(start + 6))))).toEqual(commitments.map(({ text }) => text));
  });
});
