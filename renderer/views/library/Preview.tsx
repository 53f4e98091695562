import { X } from 'lucide-react';
import { useId } from 'react';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { paragraphs } from '../../../shared/text/paragraphs.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './Preview.module.css';

interface PreviewProps {
  readonly store: ProjectStore;
  readonly schema: Schema;
  readonly article: ArticleId;
  readonly onOpen: (article: ArticleId) => void;
  readonly onClose: () => void;
}

/** UTF-16 code units: what fits into a few screens. */
const longest = 6000;
const ellipsis = '…';

/** The beginning of an article and how much is marked in it, without opening it. */
export function Preview({ store, schema, article: id, onOpen, onClose }: PreviewProps) {
  const { t, number, language } = useMessages();
  const titleId = useId();
  const read = useLive(async () => ({ article: await store.article(id), row: await store.row(id) }), [store, id]);
  const { article, row } = read ?? {};
  const text = article?.text.slice(0, longest) ?? '';
  const lines = paragraphs(text).map(({ start, end }) => ({ start, words: text.slice(start, end) })).filter(({ words }) => words.trim() !== '');
  return (
    <section aria-label={t('library.preview')} className={styles.pane}>
      <header className={styles.head}>
        <h2 id={titleId}>{article && <Words lang={article.language}>{article.title}</Words>}</h2>
        <IconButton icon={X} label={t('library.preview.close')} command="leave-selection" onClick={onClose} />
      </header>
      <ul className={styles.labels}>
        {schema.labels.map(({ id: label, name }) => {
          const count = row?.labels[label] ?? 0;
          return count > 0 && (
            <li key={label}>
              <LabelSign schema={schema} label={label} />
              <bdi>{name[language]}</bdi> {number(count)}
            </li>
          );
        })}
      </ul>
      <div lang={article?.language} role="region" aria-labelledby={titleId} tabIndex={0} className={styles.text}>
        {lines.map(({ start, words }) => (
          <p key={start} dir={directionOf(words)}>{words}</p>
        ))}
        {article && article.text.length > longest && <p>{ellipsis}</p>}
      </div>
      <Button kind="primary" disabled={!article} onClick={() => onOpen(id)}>{t('library.preview.open')}</Button>
    </section>
  );
}
