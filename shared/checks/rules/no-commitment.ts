import { type Annotation } from '../../model/annotation.ts';
import { verbTense } from '../../text/past-verb.ts';
import { fold } from '../../text/persian.ts';
import { undertakingIn } from '../../text/undertaking.ts';
import { finding, type FindingCode } from '../finding.ts';
import { type OwnRule } from '../rule.ts';

const promise = /^(?:قول|وعده)/u;
/** What a promise is given with: «داده‌ایم», «می‌دهیم», «خواهیم داد», «کردند». Not «دادگاه», «کردستان», «ده». */
const giving = /^(ن?)(?:می|ب)?(?:(?:داد|کرد)(?:م|ی|یم|ید|ند|ه\p{L}*)?|(?:ده|کن)(?:م|ی|د|یم|ید|ند)|خواه(?:م|ی|د|یم|ید|ند))$/u;
/** «خواهان … هستیم» wishes, «موجب امتنان خواهد بود» thanks. */
const hope = /^(?:امید|خواهان$|امتنان)/u;
/** Said with a commitment as well as for one, folded: «ان‌شاءالله» in its spellings, «به امید خدا». */
const godWilling = /(?<!\p{L})(?:ان ?شا[ءی]? ?ا?لله|ایشال(?:ا|له)|به ?امید (?:خدا|حق|پروردگار)\p{L}*)(?!\p{L})/gu;
/** What can, must or may be: «می‌توانیم بسازیم», «باید ساخت». */
const modal = /^(?:ن?باید|شاید|ن?(?:می|ب)توان(?:م|ی|د|یم|ید|ند)?|می?توان)$/u;
/** A verb that says what is or will be done, so that a modal one stands beside it alone: «هرچه باید، می‌سازیم». */
const binding = /^(?:ن?می(?!توان|لیارد|لاد|عاد)\p{L}{2,}(?:م|یم|د|ند)|ن?خواه(?:م|یم|د|ند)|(?:متعهد|مصمم|موظف)(?:م|یم|ند)?|(?:هستم|هستیم|داریم|دارم))$/u;

const said = (text: string, { spans }: Annotation): string => spans.map(({ start, end }) => text.slice(start, end)).join(' ');

/** Folded; «می دهیم» in two words is one. */
const wordsOf = (clause: string): readonly string[] =>
  fold(clause).text.replaceAll(/(?<![\p{L}\p{N}])(ن?می) +(?=\p{L})/gu, '$1').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Is the promise not given? What is promised may well be that something is not done: «قول می‌دهیم گران نکنیم». */
function isDenied(words: readonly string[]): boolean {
  const promised = words.findIndex((word) => promise.test(word));
  if (promised < 0) return false;
  const given = words.slice(promised + 1).map((word) => giving.exec(word)).find((found) => found !== null);
  return given?.[1] === 'ن';
}

/** The strongest sign against a commitment: guideline rule 8, what is none. */
function objectionTo(clause: string): FindingCode | null {
  const folded = fold(clause).text;
  const unvowed = folded.replaceAll(godWilling, ' ');
  const words = wordsOf(unvowed);
  if (isDenied(words)) return 'W3.denied';
  if (words.some((word) => hope.test(word))) return 'W3.hope';
  if (unvowed !== folded && undertakingIn(unvowed).act === null) return 'W3.hope';
  if (words.some((word) => modal.test(word)) && !words.some((word) => binding.test(word))) return 'W3.modal';
  // «قرار بود ساخته شود» was a plan.
  if (words.some((word, index) => word === 'بود' && words[index - 1] === 'قرار')) return 'W3.past';
  return verbTense(words) === 'past' ? 'W3.past' : null;
}

/** W3: a commitment whose verb is past, that denies a promise, that hopes, or that says what can, must or may be (task.md 4.4). */
export const noCommitment: OwnRule = {
  needs: { labels: ['COMMITMENT'] },
  findIn(text, annotation) {
    const code = annotation.label === 'COMMITMENT' ? objectionTo(said(text, annotation)) : null;
    return code === null ? [] : [finding(code, [annotation.id])];
  },
};
