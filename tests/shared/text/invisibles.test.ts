import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointName, invisibleAt, invisibleDefs, invisibleKinds, invisiblesIn, withDirectionsShown } from '../../../shared/text/invisibles.ts';
import { span } from '../../../shared/text/offsets.ts';
import { runs } from '../../arbitraries/runs.ts';
import { awkward } from '../../fixtures/awkward.ts';

const found = (text: string): readonly string[] =>
  invisiblesIn(text, span(0, text.length)).map(({ kind, span: { start, end } }) => `${kind} ${start}–${end}`);

describe('invisiblesIn', () => {
  it('finds half-spaces, marks of direction, tatweel and the blanks that are no blanks', () => {
    expect(found('می\u200cرود')).toEqual(['zwnj 2–3']);
    expect(found('۲۰\u200e%\u200f')).toEqual(['lrm 2–3', 'rlm 4–5']);
    expect(found('شهــر')).toEqual(['tatweel 2–3', 'tatweel 3–4']);
    expect(found('۱۲\u00a0هزار\u202fو\u200b\ufeff')).toEqual(['nbsp 2–3', 'nnbsp 7–8', 'zwsp 9–10', 'bom 10–11']);
  });

  it('a single blank is seen, two or more are one find', () => {
    expect(found('دو  و   سه و')).toEqual(['spaces 2–4', 'spaces 5–8']);
  });

  it('finds each kind, and nothing in words, vowel signs and emoji without joiners', () => {
    for (const kind of invisibleKinds) {
      const one = String.fromCodePoint(invisibleDefs[kind].codePoint);
      expect(found(`ا${kind === 'spaces' ? one + one : one}ب`)[0]?.split(' ')[0]).toBe(kind);
    }
    expect(found(`${awkward.vowels} 🔴 Reuters`)).toEqual([]);
  });

  it('finds in a part what it finds there in the whole', () => {
    const letters = fc.constantFrom('ا', 'b', ' ', '\u200c', '\u200f', '\u0640', '\u00a0', '🔴', '\n');
    fc.assert(
      fc.property(fc.array(letters), fc.array(letters), (one, two) => {
        const [head, tail] = [`${one.join('')}|`, two.join('')];
        const shifted = invisiblesIn(tail, span(0, tail.length)).map(({ kind, span: part }) => ({
          kind,
          span: span(part.start + head.length, part.end + head.length),
        }));
        expect(invisiblesIn(head + tail, span(head.length, head.length + tail.length))).toEqual(shifted);
      }),
      { numRuns: runs },
    );
  });
});

describe('invisibleAt', () => {
  it('names what begins there; a blank is seen', () => {
    expect(invisibleAt('می\u200cرود', 2)).toBe('zwnj');
    expect(invisibleAt('می رود', 2)).toBeNull();
    expect(invisibleAt('می', 2)).toBeNull();
  });
});

describe('codePointName', () => {
  it('is written as in the charts', () => {
    expect([0x645, 0x200c, 0x1f534].map(codePointName)).toEqual(['U+0645', 'U+200C', 'U+1F534']);
  });
});

it('a name shows what would lead the eye elsewhere', () => {
  expect(withDirectionsShown('gpj.\u202etxt.png')).toBe('gpj.[RLO]txt.png');
  expect(withDirectionsShown('می‌رود.txt')).toBe('می‌رود.txt');
});
