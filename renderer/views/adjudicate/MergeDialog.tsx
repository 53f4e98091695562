import { useState } from 'react';
import { type SetId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { mergedContent, type MergeInput, type MergedBounds } from '../../../shared/review/decide.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './AdjudicateView.module.css';
import { type ReviewScene, wordsAt } from './scene.ts';

interface MergeDialogProps {
  readonly scene: ReviewScene;
  readonly about: Case;
  readonly onMerge: (input: MergeInput) => void;
  readonly onClose: () => void;
}

/** One reading made of several: whose bounds or which of all, and whose Label. What would stand is shown before it does. */
export function MergeDialog({ scene, about, onMerge, onClose }: MergeDialogProps) {
  const { t, language } = useMessages();
  const [bounds, setBounds] = useState<string>('union');
  const members = scene.readers.flatMap(({ set, letter }) => (about.members.some((one) => one.set.id === set.id) ? [{ id: set.id, letter }] : []));
  const [label, setLabel] = useState<SetId>(members[0]?.id ?? ('' as SetId));
  const of: MergedBounds = bounds === 'union' || bounds === 'intersection' || bounds === 'hull' ? bounds : { set: bounds as SetId };
  const input: MergeInput = { bounds: of, label };
  const preview = mergedContent(scene.schema, about, input);
  const decide = () => preview.ok && onMerge(input);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('adjudicate.merge.title')}
      // Enter takes the union, as it stands; the choices are one Shift+Tab away.
      focusFirst={() => document.querySelector<HTMLElement>('[data-decide]')}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button kind="primary" data-decide disabled={!preview.ok} onClick={decide}>
            {t('adjudicate.decide')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
      >
        <ChoiceGroup
          label={t('adjudicate.merge.bounds')}
          value={bounds}
          choices={[
            { value: 'union', label: t('adjudicate.merge.union') },
            { value: 'intersection', label: t('adjudicate.merge.intersection') },
            { value: 'hull', label: t('adjudicate.merge.hull') },
            ...members.map(({ id, letter }) => ({ value: id as string, label: t('adjudicate.merge.of', { letter }) })),
          ]}
          onChoose={setBounds}
        />
        <ChoiceGroup
          label={t('adjudicate.merge.label')}
          value={label}
          choices={members.map(({ id, letter }) => ({ value: id, label: t('adjudicate.reader', { letter }) }))}
          onChoose={setLabel}
        />
        <section aria-live="polite" className={styles.goldBox}>
          <h3 className={styles.heading}>{t('adjudicate.merge.preview')}</h3>
          {preview.ok ? (
            <p className={styles.reading}>
              <LabelSign schema={scene.schema} label={preview.value.label} />{' '}
              <span className={styles.muted}><bdi>{labelDef(scene.schema, preview.value.label)?.name[language]}</bdi></span>{' '}
              <Words>{wordsAt(scene.article.text, preview.value.spans)}</Words>
            </p>
          ) : (
            preview.problems.map(({ code, values }) => <p key={code}>{t(problemMessage(code), values)}</p>)
          )}
        </section>
      </form>
    </Dialog>
  );
}

