import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { annotatorName } from '../../../shared/model/annotator.ts';
import { goldHead } from '../../../shared/model/gold-head.ts';
import { type SetId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import styles from './AdjudicateView.module.css';
import { type ReviewScene } from './scene.ts';

interface GoldHeadProps {
  readonly scene: ReviewScene;
  readonly golds: readonly AnnotationSet[];
  /** `null` for whoever does not lead. */
  readonly onName: ((set: SetId) => void) | null;
}

/** Where several people settled the Article: which of their gold sets counts. Nothing where there is one. */
export function GoldHead({ scene: { annotators, by, events }, golds, onName }: GoldHeadProps) {
  const { t } = useMessages();
  const head = goldHead(golds, events);
  if (golds.length < 2 || !head) return null;
  const nameOf = ({ annotator }: AnnotationSet): string => (annotator === by ? t('gold-head.mine') : annotatorName(annotators, annotator));
  return (
    <section aria-labelledby="gold-head" className={styles.goldBox}>
      <h3 id="gold-head" className={styles.heading}>
        {t('gold-head.title')}
      </h3>
      {onName
        ? <ChoiceGroup label={t('gold-head.title')} isLabelHidden value={head.id} choices={golds.map((set) => ({ value: set.id, label: <bdi>{nameOf(set)}</bdi> }))} onChoose={onName} />
        : <p><bdi>{nameOf(head)}</bdi></p>}
      <p className={styles.muted}>{t(onName ? 'gold-head.hint' : 'gold-head.lead')}</p>
    </section>
  );
}
