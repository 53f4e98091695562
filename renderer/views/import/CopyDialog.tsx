import { useState } from 'react';
import { type CopyChoice, type CopyGroup } from '../../../shared/dataset/copy-groups.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Words } from '../../ui/Words.tsx';
import { publishedWords } from '../../ui/written-date.ts';
import { type Compared } from './copy-step.ts';
import styles from './CopyDialog.module.css';

interface CopyDialogProps {
  readonly groups: readonly CopyGroup[];
  readonly compared: Compared;
  readonly onSettle: (choices: readonly { readonly group: CopyGroup; readonly choice: CopyChoice }[]) => void;
  /** Everything stays as it is. */
  readonly onClose: () => void;
}

const choices: readonly CopyChoice[] = ['link', 'one', 'keep'];
/** Groups that are shown one by one; the others follow what is chosen for all. */
const shown = 100;

/** Articles that say the same: one story that no split parts, only one of them, or each by itself. */
export function CopyDialog({ groups, compared, onSettle, onClose }: CopyDialogProps) {
  const { t, date } = useMessages();
  const [forAll, setForAll] = useState<CopyChoice>('link');
  const [own, setOwn] = useState<ReadonlyMap<CopyGroup, CopyChoice>>(new Map());
  const choiceOf = (group: CopyGroup): CopyChoice => own.get(group) ?? forAll;
  const left = (['earlier', 'fresh'] as const).filter((of) => compared[of].compared < compared[of].all);
  const options = choices.map((value) => ({ value, label: t(`copies.${value}`) }));
  const footer = (
    <>
      <Button onClick={onClose}>{t('copies.later')}</Button>
      <Button kind="primary" onClick={() => onSettle(groups.map((group) => ({ group, choice: choiceOf(group) })))}>{t('copies.settle')}</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('copies.title', { n: groups.length })} size="wide" footer={footer}>
      <div className={styles.stack}>
        <p>{t('copies.hint')}</p>
        {left.length > 0 && (
          <p role="note" className={styles.left}>
            {left.map((of) => t(`copies.compared.${of}`, { n: compared[of].compared, all: compared[of].all })).join(' ')} {t('copies.compared.export')}
          </p>
        )}
        {groups.length > 1 && (
          <ChoiceGroup<CopyChoice>
            label={t('copies.all')}
            value={forAll}
            choices={options}
            onChoose={(choice) => {
              setForAll(choice);
              setOwn(new Map());
            }}
          />
        )}
        <ul className={styles.groups}>
          {groups.slice(0, shown).map((group) => (
            <li key={group[0].id} className={styles.group}>
              <ul>
                {group.map((copy, index) => (
                  <li key={copy.id} className={styles.copy}>
                    <Words className={styles.title}>{copy.title}</Words>
                    <span className={styles.detail}>
                      {copy.publisher !== null && <Words className={styles.publisher}>{copy.publisher}</Words>}
                      {copy.published !== null && <span>{publishedWords(copy.published, { date })}</span>}
                      {t(copy.isNew ? 'copies.new' : 'copies.there')}
                      {index > 0 && <span>{copy.isSameUrl ? t('copies.url') : t(copy.isWithin ? 'copies.within' : 'copies.likeness', { n: copy.likeness })}</span>}
                    </span>
                  </li>
                ))}
              </ul>
              <ChoiceGroup<CopyChoice>
                label={t('copies.choice', { title: group[0].title })}
                isLabelHidden
                value={choiceOf(group)}
                choices={options}
                onChoose={(choice) => setOwn(new Map([...own, [group, choice]]))}
              />
            </li>
          ))}
        </ul>
        {groups.length > shown && <p>{t('copies.more', { n: groups.length - shown })}</p>}
      </div>
    </Dialog>
  );
}
