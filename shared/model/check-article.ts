import { problem, type Problem } from '../result.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { hasLoneSurrogate } from '../text/offsets.ts';
import { hasForeignLineEnd } from '../text/source-text.ts';
import { type Article } from './article.ts';

/** Integrity of an Article by itself: `text-not-unicode`, `text-line-ends`, `text-byte-order-mark`, `fingerprint-wrong`. */
export function checkArticle({ id, text, fingerprint: claimed }: Article): readonly Problem[] {
  const place = { record: id, field: 'text' };
  if (hasLoneSurrogate(text)) return [problem('text-not-unicode', place)];
  return [
    ...(hasForeignLineEnd(text) ? [problem('text-line-ends', place)] : []),
    ...(text.startsWith('\ufeff') ? [problem('text-byte-order-mark', place)] : []),
    ...(fingerprint(text) === claimed ? [] : [problem('fingerprint-wrong', { record: id, field: 'fingerprint' })]),
  ];
}
