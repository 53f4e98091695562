import { type Translator } from '../../messages/translate.ts';
import { type ImportReport } from './import-report.ts';

/** What was done, one sentence each; what is zero and not the point is left out. */
export function reportWords({ t }: Translator, { articles, sets, annotations, duplicates, left }: ImportReport): readonly string[] {
  return [
    articles > 0 || sets === 0 ? t('import.added', { n: articles }) : null,
    sets > 0 ? t('import.annotations', { sets, n: annotations }) : null,
    duplicates > 0 ? t('import.duplicates', { n: duplicates }) : null,
    left > 0 ? t('import.left', { n: left }) : null,
  ].filter((sentence) => sentence !== null);
}
