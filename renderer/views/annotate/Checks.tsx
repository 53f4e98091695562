import { CircleX, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { type Finding } from '../../../shared/checks/finding.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import { countsOf, focusedFirst, isAbout } from './check-list.ts';
import styles from './Checks.module.css';
import panel from './panel.module.css';
import { annotationIn, type Scene, wordsOf } from './scene.ts';
import { excerpt, inLanguage } from './wording.ts';

interface ChecksProps {
  readonly scene: Scene;
  /** `null` while they are not known. */
  readonly findings: readonly Finding[] | null;
  readonly focused: AnnotationId | null;
  readonly onFocus: (annotation: AnnotationId) => void;
}

/** A list of thousands helps nobody: what comes after is shown when these are mended. */
export const mostShown = 50;

/** What the rules of the task find, live; nothing of it stops the work. */
export const Checks = memo(({ scene, findings: known, focused, onFocus }: ChecksProps) => {
  const { t } = useMessages();
  const findings = known ?? [];
  const shown = focusedFirst(findings, focused).slice(0, mostShown);
  return (
    <section className={styles.checks} aria-label={t('checks.title')}>
      <h3 className={panel.title}>
        {t('checks.title')} {known && <span className={styles.counts}>{t('checks.counts', { ...countsOf(known) })}</span>}
      </h3>
      {findings.length > 0 && (
        <ul className={styles.list}>
          {shown.map((finding) => (
            <li key={`${finding.code} ${finding.annotations.join(' ')} ${finding.relation}`}>
              <FindingLine scene={scene} finding={finding} isFocused={isAbout(finding, focused)} onFocus={onFocus} />
            </li>
          ))}
        </ul>
      )}
      {findings.length > mostShown && <p className={panel.muted}>{t('checks.more', { n: findings.length - mostShown })}</p>}
    </section>
  );
});

interface FindingLineProps {
  readonly scene: Scene;
  readonly finding: Finding;
  readonly isFocused?: boolean;
  readonly onFocus: (annotation: AnnotationId) => void;
}

const excerptLength = 40;

/** What is wrong, and with which words; pressed, it leads there. */
export function FindingLine({ scene, finding, isFocused = false, onFocus }: FindingLineProps) {
  const { t, language } = useMessages();
  const annotation = annotationIn(scene, finding.annotations[0] ?? null);
  const says = t(`check.${finding.code}`, inLanguage(finding.values, language));
  const contents = (
    <>
      <SeverityIcon finding={finding} />
      <span className={styles.says}>{says}</span>
      {annotation && (
        <span className={styles.where}>
          <LabelSign schema={scene.schema} label={annotation.label} />
          <Words>{excerpt(wordsOf(scene.text, annotation), excerptLength)}</Words>
        </span>
      )}
    </>
  );
  if (!annotation) return <p className={styles.finding}>{contents}</p>;
  return (
    <button type="button" className={styles.finding} data-focused={isFocused} onClick={() => onFocus(annotation.id)}>
      {contents}
    </button>
  );
}

export function SeverityIcon({ finding }: { readonly finding: Finding }) {
  const { t } = useMessages();
  const isError = finding.severity === 'error';
  const Icon = isError ? CircleX : TriangleAlert;
  return <Icon size={16} role="img" aria-label={t(isError ? 'checks.error' : 'checks.warning')} className={isError ? styles.error : styles.warning} />;
}
