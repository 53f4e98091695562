import { fold } from './persian.ts';

/** Values of the attributes `act`, `polarity` and `person` of COMMITMENT; `null` where the words do not show it. */
export interface Undertaking {
  readonly act: 'promise' | 'pledge' | 'attempt' | 'readiness' | 'intention' | 'plan' | 'future' | null;
  readonly polarity: 'refrain' | null;
  readonly person: '1sg' | '1pl' | '3sg' | '3pl' | 'impersonal' | null;
}

/** Folded. The first that holds: «تلاش خواهیم کرد» is an attempt, although its verb is a future. */
const acts: readonly (readonly [act: NonNullable<Undertaking['act']>, shows: RegExp])[] = [
  ['promise', /(?<!\p{L})(?:قول|وعده)(?: \p{L}+){0,3} (?:ن?خواه|ن?(?:می ?)?(?:ده|داد))/u],
  ['pledge', /(?<!\p{L})متعهد|(?<!\p{L})(?:تعهد|تضمین)(?: \p{L}+){0,2} (?:خواه|(?:می ?)?(?:ده|داد|کن|کرد))|(?<!\p{L})(?:ملزم|موظف|مکلف)(?!\p{L}*(?:ند|ید)(?!\p{L}))/u],
  ['attempt', /(?<!\p{L})(?:تلاش|سعی|کوشش)(?: خود)?(?: را)? (?:خواه|(?:می ?)?(?:کن|دار))|(?<!\p{L})(?:می ?کوش|خواه\p{L}+ کوشید)/u],
  ['readiness', /(?<!\p{L})(?:اماده(?: ?(?:ام|ای|ایم|اند|است)(?!\p{L})| هست)|امادگی(?: \p{L}+){0,6} (?:دار|اعلام|می ?کن))/u],
  ['intention', /(?<!\p{L})(?:مصمم|عزم|بر ?انیم|برانیم|(?:قصد|تصمیم|بنا|نیت)(?: \p{L}+)? (?:دار|گرفته))/u],
  ['plan', /(?<!\p{L})(?:در دستور ?کار|در برنامه|(?:از|جزو?) برنامه|قرار است|در حال (?:تدوین|تهیه|طراحی|برنامه ?ریزی))/u],
];

/** «خودداری می‌کنیم»: a refusal in words, without a negation. */
const refusal = /(?<!\p{L})(?:خودداری|پرهیز|اجتناب|امتناع) (?:خواه|می ?کن)|(?<!\p{L})کوتاه نمی ?ا/u;

const endings = { م: '1sg', یم: '1pl', د: '3sg', ند: '3pl' } as const;
/** Present and future forms, with «می» joined to its verb or apart; nouns that begin with it are not among them. */
const verb = /(?<!\p{L})(?:(ن?)خواه|(ن?)می ?(?!لیارد|لاد|عاد)\p{L}+?|(ن)?دار|(?:هست|اماده ?ا|متعهد ?ا))(یم|ند|م|د)(?!\p{L})/gu;
const passive = /(?<!\p{L})(?:می ?شود|می ?گردد|خواهد (?:شد|گردید))$/u;

/** How a clause binds whoever says it (task.md 4.4): «قول می‌دهم» promises, «… خواهیم ساخت» and a plain present tell of the future. */
export function undertakingIn(words: string): Undertaking {
  const clause = fold(words).text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const last = Array.from(clause.matchAll(verb)).at(-1);
  const named = acts.find(([, shows]) => shows.test(clause))?.[0] ?? null;
  const isNegated = Boolean(last?.[1] || last?.[2]);
  return {
    act: named ?? (last ? 'future' : null),
    polarity: isNegated || refusal.test(clause) ? 'refrain' : null,
    person: passive.test(clause) ? 'impersonal' : last ? endings[last[4] as keyof typeof endings] : null,
  };
}
