import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { problemMessage, translator } from '../../../renderer/messages/translate.ts';
import { catalogue, type MessageCode } from '../../../shared/messages/catalogue.ts';
import { isolate } from '../../../shared/messages/isolate.ts';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
const literal = 0;
const numeral = 2;
const plural = 6;
const pound = 7;

/** Names of the values that decide between branches by a number. */
const countedIn = (ast: Ast): readonly string[] =>
  ast.flatMap((element) => [
    ...(element.type === plural || element.type === numeral ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap((option) => countedIn(option.value)) : []),
  ]);

/** Names of all values that a message takes, in its branches too. */
const namesIn = (ast: Ast): readonly string[] =>
  ast.flatMap((element) => [
    ...(element.type === literal || element.type === pound ? [] : [element.value]),
    ...('options' in element ? Object.values(element.options).flatMap((option) => namesIn(option.value)) : []),
  ]);
const argumentsOf = (text: string): ReadonlySet<string> => new Set(namesIn(new IntlMessageFormat(text, 'en').getAst()));

const fa = translator('fa');
const en = translator('en');

describe('t', () => {
  test('a name in a sentence is isolated, so that it cannot flip the punctuation', () => {
    expect(fa.t('export.done', { n: 2, folder: 'news' })).toBe('۲ خبر در پوشهٔ «\u2068news\u2069» نوشته شد');
  });

  test('a number in a plain argument is written in the digits of the language', () => {
    expect(fa.t('import.reading', { i: 3, n: 1200 })).toBe('در حال خواندن ۳ از ۱٬۲۰۰');
    expect(en.t('import.reading', { i: 3, n: 1200 })).toBe('Reading 3 of 1,200');
  });

  test('plurals count the number itself and write it in the language', () => {
    expect(fa.t('import.added', { n: 0 })).toBe('خبر تازه‌ای افزوده نشد');
    expect(fa.t('import.added', { n: 12 })).toBe('۱۲ خبر افزوده شد');
    expect(en.t('import.added', { n: 1 })).toBe('1 article added');
    expect(en.t('import.added', { n: 2 })).toBe('2 articles added');
  });

  test('a choice sees the bare value, not the isolated one', () => {
    expect(en.t('recovery.rebuilt', { n: 2, reason: 'empty' })).toContain('The database was empty and');
    expect(fa.t('recovery.rebuilt', { n: 2, reason: 'diverged' })).toContain('با دفتر ثبت نمی‌خواند');
  });
});

describe('common values', () => {
  test('are there for messages that name them, and cost those that do not name them nothing', () => {
    const asked: string[] = [];
    const common = new Proxy({ key_undo: 'Ctrl+Z', key_redo: 'Ctrl+Y' }, {
      get: (values, name) => {
        asked.push(String(name));
        return Reflect.get(values, name) as unknown;
      },
      ownKeys: () => {
        throw new Error('all common values were walked through');
      },
    });
    const withKeys = translator('fa', common);
    expect(withKeys.t('schema.touched.undo')).toBe('با \u2068Ctrl+Z\u2069 در همین صفحه برمی‌گردد.');
    withKeys.t('annotate.spans');
    withKeys.t('import.reading', { i: 3, n: 1200 });
    expect(asked).toEqual(['key_undo']);
  });
});

describe('parts', () => {
  test('a sentence is cut at its values', () => {
    expect(en.parts('app.title', { project: 'نمونه' })).toEqual([
      { kind: 'value', name: 'project', text: 'نمونه' },
      { kind: 'text', text: ' – Naql' },
    ]);
  });

  test('a sentence without values is one text', () => {
    expect(en.parts('app.name')).toEqual([{ kind: 'text', text: 'Naql' }]);
  });
});

describe('isolate', () => {
  test.each([
    ['a name that ends isolates which it never began does not end ours', 'a\u2069b', '\u2068ab\u2069'],
    ['a name that begins one and does not end it is ended', '\u2067a', '\u2068\u2067a\u2069\u2069'],
    ['whole ones stay', '«\u2068x\u2069»', '\u2068«\u2068x\u2069»\u2069'],
  ])('%s', (_, name, expected) => expect(isolate(name)).toBe(expected));
});

describe('names that turn the order of letters round', () => {
  test('are shown with the sign that does it', () => {
    expect(en.t('app.title', { project: 'a\u202efdp.exe' })).toBe('\u2068a⟨RLO⟩fdp.exe\u2069 – Naql');
    expect(en.parts('app.title', { project: 'x\u202ay\u202c' })[0]).toMatchObject({ text: 'x⟨LRE⟩y⟨PDF⟩' });
  });

  test('half-spaces and marks that Persian needs stay as they are', () => {
    expect(fa.t('app.title', { project: 'می‌رود\u200f' })).toContain('می‌رود\u200f');
  });
});

describe('dates, times, numbers and lists', () => {
  test('a date is Jalali in Persian, day first, without a Latin comma', () => {
    expect(fa.date('2026-03-21T12:00:00.000Z')).toBe('۱ فروردین ۱۴۰۵');
    expect(en.date('2026-03-21T12:00:00.000Z')).toBe('21 March 2026');
  });

  test('values that are common to all messages need not be given', () => {
    const words = translator('fa', { key_next: 'J', key_previous: 'K', key_link: ';' });
    expect(words.t('coach.link-far')).toBe('با \u2068J\u2069 یا \u2068K\u2069 به نقل‌قول بروید؛ \u2068;\u2069 را بزنید و سپس ۱.');
    expect(words.parts('coach.link-far').flatMap((part) => (part.kind === 'value' ? [part.text] : []))).toEqual(['J', 'K', ';']);
  });

  test('a time has hours to 24 and the digits of the language', () => {
    const noon = new Date(2026, 2, 21, 13, 5).toISOString();
    expect(fa.time(noon)).toBe('۱۳:۰۵');
    expect(en.time(noon)).toBe('13:05');
  });

  test('numbers are grouped', () => {
    expect(fa.number(1240)).toBe('۱٬۲۴۰');
    expect(en.number(1240)).toBe('1,240');
  });

  test('a list is joined as the language does, its items isolated', () => {
    expect(fa.list(['الف', 'b'])).toBe('\u2068الف\u2069 و \u2068b\u2069');
    expect(en.list(['a', 'b', 'c'])).toBe('\u2068a\u2069, \u2068b\u2069 and \u2068c\u2069');
  });
});

describe('the catalogues', () => {
  const codes = Object.keys(catalogue) as MessageCode[];

  test.each(codes)('%s is sound ICU in both languages and takes the same values', (code) => {
    const { fa: persian, en: english } = catalogue[code];
    expect(argumentsOf(persian)).toEqual(argumentsOf(english));
    const values = Object.fromEntries([...argumentsOf(persian)].map((name) => [name, 2]));
    expect(fa.t(code, values)).not.toBe('');
    expect(en.t(code, values)).not.toBe('');
  });

  // A name that begins with marks, beside Persian: unless it is isolated, its dots stand at the other end.
  test.each(codes)('%s isolates every name from its sentence, in both languages', (code) => {
    for (const [words, text] of [[fa, catalogue[code].fa], [en, catalogue[code].en]] as const) {
      const ast = new IntlMessageFormat(text, 'en').getAst();
      const counted = new Set(countedIn(ast));
      const values = Object.fromEntries([...argumentsOf(text)].map((name) => [name, counted.has(name) ? 2 : `../${name}`]));
      const said = words.t(code, values);
      const bare = said.replaceAll(/\u2068\.\.\/\w+\u2069/g, '');
      expect(bare).not.toContain('../');
    }
  });

  test.each(codes)('%s in Persian has no Arabic ye or kaf', (code) => {
    expect(catalogue[code].fa).not.toMatch(/[يك]/);
  });

  test('a Problem without words is a bug', () => {
    expect(problemMessage('disk-full')).toBe('problem.disk-full');
    expect(() => problemMessage('no-such-thing')).toThrow('no message for problem "no-such-thing"');
  });
});
