import { useState } from 'react';
import { longestTag } from '../../../shared/model/tags.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckList } from '../../ui/CheckList.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './TagDialog.module.css';

interface TagDialogProps {
  readonly store: ProjectStore;
  readonly articles: readonly ArticleId[];
  readonly onTag: (input: { readonly added: readonly string[]; readonly removed: readonly string[] }) => void;
  readonly onClose: () => void;
}

/** Gives articles tags and takes them. What only some of them have stays with those until it is ticked. */
export function TagDialog({ store, articles, onTag, onClose }: TagDialogProps) {
  const { t } = useMessages();
  const known = useLive(() => store.known(), [store]);
  const rows = useLive(() => store.rowsOf(articles), [store, articles]);
  const [made, setMade] = useState<readonly string[]>([]);
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const [draft, setDraft] = useState('');
  if (!known || !rows) return null;
  const countOf = (tag: string): number => rows.filter((row) => row.tags.includes(tag)).length;
  const onAll = known.tags.filter((tag) => countOf(tag) === rows.length);
  const chosen = ticked ?? onAll;
  const tags = [...new Set([...known.tags, ...made])];
  const name = draft.trim();
  const add = () => {
    if (name === '') return;
    setMade([...made, name]);
    setTicked([...chosen, name]);
    setDraft('');
  };
  const save = () => {
    const wanted = name === '' ? chosen : [...chosen, name];
    onTag({ added: wanted.filter((tag) => !onAll.includes(tag)), removed: onAll.filter((tag) => !wanted.includes(tag)) });
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button kind="primary" onClick={save}>{t('library.tags.save')}</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('library.tags.title', { n: articles.length })} footer={footer}>
      <div className={styles.stack}>
        <form
          className={styles.new}
          onSubmit={(event) => {
            event.preventDefault();
            if (name === '') save();
            else add();
          }}
        >
          <Field label={t('library.tags.new')}>
            <TextInput value={draft} maxLength={longestTag} onChange={(event) => setDraft(event.target.value)} />
          </Field>
          <Button type="submit" disabled={name === ''}>{t('library.tags.add')}</Button>
        </form>
        <CheckList
          items={tags.map((value) => {
            const count = countOf(value);
            const isOnSome = count > 0 && count < rows.length && !chosen.includes(value);
            return { value, title: isOnSome ? t('library.tags.some', { tag: value }) : <Words>{value}</Words> };
          })}
          chosen={chosen}
          onChoose={setTicked}
        />
      </div>
    </Dialog>
  );
}
