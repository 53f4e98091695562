import { CircleX, TriangleAlert } from 'lucide-react';
import { memo, useDeferredValue } from 'react';
import { type Finding } from '../../../shared/checks/finding.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { kept } from '../../store/kept.ts';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import { countsOf, focusedFirst, isAbout, quotesOfNobody } from './check-list.ts';
import { type Checking } from './checking.ts';
import styles from './Checks.module.css';
import panel from './panel.module.css';
import { annotationIn, type Scene, wordsOf } from './scene.ts';
import { useFindings } from './use-checks.ts';
import { inLanguage } from './wording.ts';

interface ChecksProps {
  readonly scene: Scene;
  readonly checking: Checking;
  readonly focused: AnnotationId | null;
  readonly onFocus: (annotation: AnnotationId) => void;
}

/** A list of thousands helps nobody: what comes after is shown when these are mended. */
export const mostShown = 50;

/** What the rules of the task find, live; nothing of it stops the work. */
export const Checks = memo(({ scene, checking, focused, onFocus }: ChecksProps) => {
  const { t } = useMessages();
  const known = useDeferredValue(useFindings(checking));
  const findings = known ?? [];
  const shown = focusedFirst(findings, focused).slice(0, mostShown);
  return (
    <section className={styles.checks} aria-label={t('checks.title')}>
      <h3 className={panel.title}>
        {t('checks.title')} {known && <span className={styles.counts}>{t('checks.counts', { ...countsOf(known) })}</span>}
      </h3>
      <NoSpeaker findings={findings} />
      {findings.length > 0 && (
        <ul className={styles.list}>
          {shown.map((finding) => (
            <li key={`${finding.code} ${finding.annotations.join(' ')} ${finding.relation} ${JSON.stringify(finding.values)}`}>
              <FindingLine
                schema={scene.schema}
                text={scene.text}
                annotation={annotationIn(scene, finding.annotations[0] ?? null)}
                finding={finding}
                isFocused={isAbout(finding, focused)}
                onFocus={onFocus}
              />
            </li>
          ))}
        </ul>
      )}
      {findings.length > mostShown && <p className={panel.muted}>{t('checks.more', { n: findings.length - mostShown })}</p>}
    </section>
  );
});

/** How many quotes wait for their speaker, which is what work is mostly not done for; a single one says so in its line. */
export function NoSpeaker({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useMessages();
  const n = quotesOfNobody(findings);
  return n > 1 && <p className={panel.muted}>{t('checks.no-speaker', { n })}</p>;
}

interface FindingLineProps {
  readonly schema: Schema;
  readonly text: string;
  /** The one to be mended; `undefined` where the Article itself is meant. */
  readonly annotation: Annotation | undefined;
  readonly finding: Finding;
  readonly isFocused: boolean;
  readonly onFocus: (annotation: AnnotationId) => void;
}

const excerptLength = 40;

/** Each time the rules are asked they answer with other values, which mostly say the same. */
const saysTheSame = ({ finding: before, ...a }: FindingLineProps, { finding: now, ...b }: FindingLineProps): boolean =>
  (Object.keys(b) as (keyof typeof b)[]).every((name) => a[name] === b[name]) && kept(before, now) === before;

/** What is wrong, and with which words; pressed, it leads there. */
export const FindingLine = memo(({ schema, text, annotation, finding, isFocused, onFocus }: FindingLineProps) => {
  const { t, language } = useMessages();
  const says = t(`check.${finding.code}`, inLanguage(finding.values, language));
  const contents = (
    <>
      <SeverityIcon finding={finding} />
      <span className={styles.says}>{says}</span>
      {annotation && (
        <span className={styles.where}>
          <LabelSign schema={schema} label={annotation.label} />
          <Words>{excerpt(wordsOf(text, annotation), excerptLength)}</Words>
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
}, saysTheSame);

export function SeverityIcon({ finding }: { readonly finding: Finding }) {
  const { t } = useMessages();
  const isError = finding.severity === 'error';
  const Icon = isError ? CircleX : TriangleAlert;
  return <Icon size={16} role="img" aria-label={t(isError ? 'checks.error' : 'checks.warning')} className={isError ? styles.error : styles.warning} />;
}
