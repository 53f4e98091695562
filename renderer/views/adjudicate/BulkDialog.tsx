import { labelDef } from '../../../shared/model/schema.ts';
import { type BulkInput, bulkPlan, sampleOf } from '../../../shared/review/bulk.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './AdjudicateView.module.css';
import { letterIn, type ReviewScene, wordsAt } from './scene.ts';

interface BulkDialogProps {
  readonly scene: ReviewScene;
  readonly input: BulkInput;
  readonly onAccept: () => void;
  readonly onClose: () => void;
}

/** Part of what is decided at once that is shown, to be looked at first. */
const sampled = 0.1;

/** What an act on several cases would decide, counted by Label, with a sample: agreement is not truth. */
export function BulkDialog({ scene, input, onAccept, onClose }: BulkDialogProps) {
  const { t, language } = useMessages();
  const { settlings, byLabel } = bulkPlan(scene.settlement, scene.article.text, input);
  const nameOf = (label: (typeof byLabel)[number]['label']) => labelDef(scene.schema, label)?.name[language] ?? label;
  const sample = sampleOf(settlings.map((one) => ({ ...one, key: one.about.key })), sampled, scene.article.id);
  const title =
    input.rule === 'unanimous' ? t('adjudicate.bulk.title')
    : input.rule === 'same-text' ? t('adjudicate.bulk.same-text.title')
    : input.rule === 'rest' ? t('adjudicate.bulk.rest.title')
    : t('adjudicate.bulk.all-of-one.title', { label: nameOf(input.label), letter: letterIn(scene, input.set) });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      focusFirst={() => document.querySelector<HTMLElement>('[data-bulk-accept]')}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button kind="primary" data-bulk-accept disabled={settlings.length === 0} onClick={onAccept}>
            {t('adjudicate.bulk.accept', { n: settlings.length })}
          </Button>
        </>
      }
    >
      <p>{t('adjudicate.bulk.count', { n: settlings.length })}</p>
      {byLabel.length > 0 && (
        <ul className={styles.counts}>
          {byLabel.map(({ label, count }) => (
            <li key={label}>
              <LabelSign schema={scene.schema} label={label} /> {t('adjudicate.bulk.label', { label: nameOf(label), n: count })}
            </li>
          ))}
        </ul>
      )}
      {sample.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('adjudicate.bulk.sample', { n: sample.length })}</h3>
          <ul className={styles.sample}>
            {sample.map(({ key, about }) => (
              <li key={key}>
                {about.members[0] && <LabelSign schema={scene.schema} label={about.members[0].annotation.label} />}{' '}
                <Words>{wordsAt(scene.article.text, about.members[0]?.annotation.spans ?? [])}</Words>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
