import { type LabelId } from '../../../shared/model/id.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './AdjudicateView.module.css';
import { type Draft } from './editing.ts';
import { type ReviewScene, wordsAt } from './scene.ts';

interface LabelChoiceProps {
  readonly scene: ReviewScene;
  readonly onLabel: (label: LabelId) => void;
}

/** Labels with their digits. */
function LabelChoice({ scene, onLabel, chosen }: LabelChoiceProps & { readonly chosen: LabelId | null }) {
  const { language, number } = useMessages();
  return (
    <div className={styles.ways}>
      {scene.schema.labels.map(({ id, name, key }) => (
        <Button key={id} kind={id === chosen ? 'primary' : 'secondary'} aria-pressed={id === chosen} onClick={() => onLabel(id)}>
          {key === null ? name[language] : `${name[language]} ${number(key)}`}
        </Button>
      ))}
    </div>
  );
}

/** What everybody missed: which Label it gets. */
export function Adding({ span, scene, onLabel }: LabelChoiceProps & { readonly span: Span }) {
  const { t } = useMessages();
  return (
    <section className={styles.goldBox} role="status">
      <h3 className={styles.heading}>{t('adjudicate.add-missed.which')}</h3>
      <p>
        <bdi dir="auto">{wordsAt(scene.article.text, [span])}</bdi>
      </p>
      <LabelChoice scene={scene} chosen={null} onLabel={onLabel} />
    </section>
  );
}

/** A form of its own for the gold set, while it is made. */
export function Editing({ draft, scene, onKeep, onLabel }: LabelChoiceProps & { readonly draft: Draft; readonly onKeep: () => void }) {
  const { t } = useMessages();
  return (
    <section className={styles.goldBox}>
      <p className={styles.muted}>{t('adjudicate.editing')}</p>
      <p role="status">
        <bdi dir="auto">{wordsAt(scene.article.text, draft.spans)}</bdi>
      </p>
      <LabelChoice scene={scene} chosen={draft.label} onLabel={onLabel} />
      <Button kind="primary" onClick={onKeep}>
        {t('adjudicate.edit.keep')}
      </Button>
    </section>
  );
}
