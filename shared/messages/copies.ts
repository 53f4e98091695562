/** What an import says of articles that say the same. */
export const copies = {
  'copies.title': { fa: '{n, plural, other {# گروه خبر همسان}}', en: '{n, plural, one {# group of articles that say the same} other {# groups of articles that say the same}}' },
  'copies.found': { fa: '{n, plural, other {# گروه خبر همسان}} پیدا شد', en: 'Found {n, plural, one {# group} other {# groups}} of articles that say the same' },
  'copies.see': { fa: 'دیدن', en: 'See' },
  'copies.hint': {
    fa: 'این خبرها همان را می‌گویند که خبر دیگری گفته است. آنچه یک خبر شمرده شود، در بخش‌بندی خروجی از هم جدا نمی‌شود. با «تنها یکی بماند» نخستین خبر گروه می‌ماند و هرچه پیش‌تر در پروژه بوده است؛ خبرِ کنارگذاشته اگر دوباره بیاید، تکراری شمرده می‌شود.',
    en: 'These articles say what another one has said. What counts as one story is never parted by the splits of an export. “Only one stays” keeps the first of a group and whatever was in the project before; an article that is left out counts as a duplicate when it comes again.',
  },
  'copies.compared.earlier': {
    fa: 'از {all, plural, other {# خبری}} که پیش‌تر در پروژه بود، تنها {n, plural, other {# خبر}} آخر با خبرهای تازه سنجیده شد؛ شاید خبر کهنه‌تری هم همسان باشد.',
    en: 'Of the {all, plural, one {# article} other {# articles}} that were in the project before, only the latest {n} were compared with the new ones; an older one may say the same, too.',
  },
  'copies.compared.fresh': {
    fa: 'از {all, plural, other {# خبر}} تازه تنها {n, plural, other {# خبر}} سنجیده شد؛ شاید میان بقیه هم خبر همسانی باشد.',
    en: 'Of the {all, plural, one {# new article} other {# new articles}} only {n} were compared; among the others some may say the same, too.',
  },
  'copies.compared.export': { fa: 'هنگام خروجی گرفتن، همهٔ خبرها سنجیده می‌شوند.', en: 'An export compares all of them.' },
  'copies.all': { fa: 'برای همه', en: 'For all' },
  'copies.choice': { fa: 'دربارهٔ «{title}»', en: 'About “{title}”' },
  'copies.ask': { fa: 'در پایان نشانم بده', en: 'Show them to me in the end' },
  'copies.link': { fa: 'یک خبر بشمار', en: 'One story' },
  'copies.one': { fa: 'تنها یکی بماند', en: 'Only one stays' },
  'copies.keep': { fa: 'جدا بمانند', en: 'Stay apart' },
  'copies.new': { fa: 'تازه', en: 'new' },
  'copies.there': { fa: 'در پروژه', en: 'in the project' },
  'copies.url': { fa: 'همان نشانی', en: 'same address' },
  'copies.likeness': { fa: '{n}٪ همسان', en: '{n}% the same' },
  'copies.within': { fa: 'همسان در {n}٪ متن کوتاه‌تر', en: 'the same in {n}% of the shorter text' },
  'copies.more': { fa: 'و {n, plural, other {# گروه دیگر}}، برای همه یکسان', en: 'and {n, plural, one {# more group} other {# more groups}}, as chosen for all' },
  'copies.later': { fa: 'همه بمانند', en: 'Leave them all' },
  'copies.settle': { fa: 'انجام', en: 'Apply' },
  'copies.settled': {
    fa: '{linked, plural, =0 {} other {# گروه یک خبر شمرده شد. }}{removed, plural, =0 {} other {# خبر کنار گذاشته شد.}}',
    en: '{linked, plural, =0 {} one {# group counts as one story. } other {# groups count as one story each. }}{removed, plural, =0 {} one {# article was left out.} other {# articles were left out.}}',
  },
} as const;
