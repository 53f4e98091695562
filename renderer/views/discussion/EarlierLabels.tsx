import { useState } from 'react';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type EarlierLabel, type ProjectStore } from '../../store/project-store.ts';
import { Words } from '../../ui/Words.tsx';
import styles from './QuestionsView.module.css';

interface EarlierLabelsProps {
  readonly store: ProjectStore;
  readonly ruled: ReviewEvent & { readonly kind: 'ruled' };
  readonly startsOpen: boolean;
  readonly nameOf: (id: string) => string;
  readonly onOpen: (label: EarlierLabel) => void;
}

/** Characters of a title: it only says where. */
const longestTitle = 48;

/** Lines that are shown; of more it is said how many there are. */
const mostLines = 200;

/** What was labelled before there was an entry of the guideline: to be looked at again. It is read when somebody asks: the Log is long. */
export function EarlierLabels({ store, ruled, startsOpen, nameOf, onOpen }: EarlierLabelsProps) {
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(startsOpen);
  const found = useLive(() => (isOpen ? store.labelledBefore(ruled) : Promise.resolve(null)), [store, ruled, isOpen]);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{found ? t('discussion.rule.before', { n: found.length }) : t('discussion.rule.earlier')}</summary>
      <ul className={styles.earlier}>
        {found?.slice(0, mostLines).map((one) => (
          <li key={`${one.set} ${one.annotation}`}>
            <button type="button" className={styles.line} onClick={() => onOpen(one)}>
              <Words>{one.words}</Words> <span className={styles.muted}><Words>{excerpt(one.title, longestTitle)}</Words>{` · ${nameOf(one.by)}`}</span>
            </button>
          </li>
        ))}
      </ul>
      {found && found.length > mostLines && <p className={styles.muted}>{t('questions.earlier.cut', { n: mostLines })}</p>}
    </details>
  );
}
