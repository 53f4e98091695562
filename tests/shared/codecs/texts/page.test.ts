import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../electron/cli/parse-page.ts';
import { page } from '../../../../shared/codecs/page/page.ts';
import { surveyOf } from '../../../../shared/codecs/texts/survey.ts';
import { decodeText } from '../../../../shared/text/encoding.ts';
import { windows1256 } from '../../../../shared/text/single-byte.ts';
import { type ReadingChoices } from '../../../../shared/codecs/texts/reading-choices.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { file } from './archives.ts';

const lead = 'وزیر نیرو در حاشیهٔ نشست هیئت دولت گفت قیمت برق خانگی تا پایان سال تغییر نمی‌کند و هیچ تصمیمی در این باره گرفته نشده است.';
const body = 'او افزود: «قول می‌دهم تابستان آینده خاموشی نداشته باشیم.» به گفتهٔ او، سه نیروگاه تازه تا خرداد به مدار می‌آید، و بودجهٔ آن تأمین شده است.';
const news = `<!doctype html><html lang="fa-IR" dir="rtl"><head><meta charset="utf-8"><title>قیمت برق | خبرگزاری</title>
<meta property="og:title" content="قیمت برق تغییر نمی‌کند"><meta property="og:site_name" content="خبرگزاری نمونه">
<meta property="article:published_time" content="2024-10-23T10:05:00+03:30"><link rel="canonical" href="https://news.example/1/2">
</head><body><nav><ul><li><a href="/">خانه</a></li><li><a href="/p">سیاسی</a></li></ul></nav>
<article><h1>قیمت برق تغییر نمی‌کند</h1><p>${lead}</p><p>${body}<br>پایان خبر</p></article>
<aside><a href="/x">پربازدیدها</a></aside><footer>همهٔ حقوق محفوظ است</footer></body></html>`;

const read = (markup: string | Uint8Array, reading: ReadingChoices = {}) => {
  const decoded = page.decode?.([file('a.html', markup)], { schemas: [seedSchema], now: '', parsePage, reading });
  return { article: decoded?.dataset?.articles[0], said: decoded?.problems.map(({ code }) => code) };
};

describe('a web page', () => {
  it('is its article, a line for each block, with what it says of itself', () => {
    const { article, said } = read(news);
    expect(said).toEqual([]);
    expect(article?.text).toBe(`قیمت برق تغییر نمی‌کند\n${lead}\n${body}\nپایان خبر`);
    expect(article).toMatchObject({
      title: 'قیمت برق تغییر نمی‌کند', language: 'fa',
      source: { publisher: 'خبرگزاری نمونه', url: 'https://news.example/1/2', published: '2024-10-23T10:05:00+03:30', file: 'a.html' },
      extra: { direction: 'rtl', origin: { encoding: 'utf-8', page: 'article' } },
    });
  });

  it('is all its words where that is wanted', () => {
    const { article, said } = read(news, { isWholePage: true });
    expect(said).toEqual([]);
    expect(article?.text).toContain('خانه\nسیاسی\nقیمت برق تغییر نمی‌کند\n');
    expect(article?.text).toContain('همهٔ حقوق محفوظ است');
    expect(article?.extra['origin']).toMatchObject({ page: 'whole' });
  });

  it('says what it is from what it gives to search machines', () => {
    const story = JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, { '@type': ['NewsArticle'], headline: 'تیتر', datePublished: '1403/08/02', publisher: { name: 'ایسنا' } }] });
    const { article } = read(`<html><head><script type="application/ld+json">${story}</script></head><body><p>${lead}</p></body></html>`);
    expect(article).toMatchObject({ title: 'تیتر', source: { published: '2024-10-23', publisher: 'ایسنا' } });
  });

  it.each([
    ['as it is read alone', '<time>سه‌شنبه ۱۵ تیرماه ۱۴۰۵ - ۱۰:۳۰</time>', '2026-07-06'],
    ['as it is read, and marked', '<span itemprop="datePublished">۱۴۰۵/۰۴/۱۵</span>', '2026-07-06'],
    ['for machines before what is read', '<time datetime="2026-07-06T10:30:00+03:30">دیروز</time>', '2026-07-06T10:30:00+03:30'],
    ['as no date at all', '<time>دیروز</time>', null],
  ])('has its date %s', (_, markup, published) => expect(read(`<body>${markup}<p>${lead}</p>`).article?.source.published).toBe(published));

  it.each([
    ['blocks that touch', '<h2>الف</h2><p>ب</p>پ<div>ت</div>', 'الف\nب\nپ\nت'],
    ['words of a line stay together', '<p>الف <b>ب</b>پ<span> ت</span></p>', 'الف بپ ت'],
    ['white space as it is shown', '<p>  الف\n   ب\u00a0پ </p>', 'الف ب\u00a0پ'],
    ['lines that are kept', '<pre>الف\nب</pre>', 'الف\nب'],
    ['what is not shown', '<p>الف</p><p hidden>ب</p><div style="color:red; display: none">پ</div><template>ت</template><!-- ث -->', 'الف'],
    ['cells', '<table><tr><td>۱</td><td>۲</td></tr><tr><th>۳</th></tr></table>', '۱ ۲\n۳'],
    ['scripts and what has no words', '<p>الف<script>1</script><style>p{}</style><svg><text>x</text></svg><noscript>ب</noscript></p>', 'الف'],
    ['entities', '<p>a &amp; b &lt;p&gt; &zwnj;</p>', 'a & b <p> \u200c'],
  ])('%s', (_, markup, text) => expect(read(`<body>${markup}`, { isWholePage: true }).article?.text).toBe(text));

  it.each([
    ['Windows-1256, as it says', '<meta charset="windows-1256"><p>\xce\xc8\xd1</p>', 'خبر', ['text-decoded']],
    ['Windows-1256 that calls itself UTF-8', '<meta charset="utf-8"><p>\xce\xc8\xd1 \xce\xc8\xd1 \xce\xc8\xd1</p>', 'خبر خبر خبر', ['encoding-guessed']],
  ])('%s', (_, markup, text, said) =>
    expect(read(Uint8Array.from(markup, (one) => one.charCodeAt(0)), { isWholePage: true })).toMatchObject({ article: { text }, said }));

  const lying = (words: string): Uint8Array => Uint8Array.from(`<html><head><meta charset="utf-8"></head>\n<p class="x">${words}</p></html>`, (one) => (one < '\u0080' ? one.charCodeAt(0) : 0x80 + windows1256.indexOf(one)));
  it('whose letters nobody can be sure of is shown by its words, and read as a person says', () => {
    const one = file('a.html', lying('وزير گفت «ما اين راه را مي رويم» و در پايان افزود'));
    const { encodings } = surveyOf([one, file('b.html', news)], { schemas: [seedSchema], now: '' });
    expect(encodings).toMatchObject([{ encoding: 'windows-1256', files: 1, file: 'a.html' }]);
    expect(decodeText(encodings[0]?.head ?? new Uint8Array(), 'windows-1256')).toMatchObject({ text: 'وزير گفت «ما اين راه را مي رويم» و در پايان افزود' });
    const as = (instead: ReadingChoices['instead']) => read(one.bytes, { isWholePage: true, ...(instead && { instead }) });
    expect(as({ 'windows-1256': 'windows-1256' })).toMatchObject({ said: ['text-decoded'], article: { text: 'وزير گفت «ما اين راه را مي رويم» و در پايان افزود' } });
    expect(as({ 'windows-1256': 'iso-8859-6' }).said, 'which has no «').toEqual(['encoding-wrong']);
    expect(as({ unknown: 'iso-8859-6' }).said).toEqual(['encoding-guessed']);
  });

  it('that is too large to be read has nothing to be asked about', () =>
    expect(surveyOf([file('a.html', new Uint8Array(9 * 1024 * 1024).fill(0x3c))], { schemas: [seedSchema], now: '' }).pages).toBeNull());

  const broken = (markup: string): Uint8Array => Uint8Array.from([...new TextEncoder().encode(markup)].map((byte) => (byte === 0x40 ? 0xd9 : byte)));
  it('with a character cut off in its head is read; with one in its article it is none', () => {
    const head = read(broken(news.replace('</head>', '<meta name="description" content="وزیر @"></head>')));
    expect(head.article?.text).toBe(read(news).article?.text);
    expect(head.said).toEqual(['page-bytes-broken']);
    expect(read(broken(news.replace('پایان خبر', 'پایان @ خبر')))).toMatchObject({ article: undefined, said: ['encoding-wrong'] });
    expect(read(broken(news.replaceAll('قیمت برق تغییر نمی‌کند', 'قیمت @ برق')))).toMatchObject({ article: undefined });
  });

  it.each([
    ['a long article', news], ['a short one', '<article><h1>خبر</h1><p>کوتاه</p></article>'], ['none', '<nav>خانه</nav>'],
    ['pictures that wait for a script', `<p>${lead}</p><img src="x"><noscript><img src="y"></noscript>`],
  ])('is never made of a string again, which its tree refuses: %s', (_, markup) => expect(read(markup).article).toBeDefined());

  it('without a parser is a mistake of whoever calls', () =>
    expect(() => page.decode?.([file('a.html', 'x')], { schemas: [seedSchema], now: '' })).toThrow('"a.html" is a page, and no parser of pages was given'));
});
