import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { type AttributeDef } from '../../../shared/model/schema.ts';
import {
  evidenceQualities, type EvidenceQuality, type FollowUp, followUpStatuses, type FollowUpStatus, isEvidenceLink, readFollowUps, writeFollowUps,
} from '../../../shared/model/follow-up.ts';
import { readTime } from '../../../shared/text/time-value.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './FollowUpLog.module.css';
import panel from './panel.module.css';
import { resolvedWords } from './time-words.ts';

interface FollowUpLogProps {
  readonly def: AttributeDef;
  readonly value: string | null;
  readonly readOnly: boolean;
  /** `null` takes the last entry away. */
  readonly onChange: (value: string | null) => void;
  readonly onLeave: () => void;
}

const noLog: readonly FollowUp[] = [];
const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/** What became of a commitment, day by day. It lies outside the text, so it is folded away until somebody asks for it. */
export function FollowUpLog({ def, value, readOnly, onChange, onLeave }: FollowUpLogProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const log = (value === null ? null : readFollowUps(value)) ?? noLog;
  const keep = (next: readonly FollowUp[]) => onChange(next.length === 0 ? null : writeFollowUps(next));
  const day = ({ date }: FollowUp): string => resolvedWords(date, null, messages);
  return (
    <details className={styles.log}>
      <summary className={styles.summary}>{t('follow-up.summary', { name: def.name[language], n: log.length })}</summary>
      {log.length === 0 && <p className={panel.muted}>{t('follow-up.none')}</p>}
      <ol className={styles.entries} aria-label={def.name[language]}>
        {log.map((entry, index) => (
          <li key={`${entry.date} ${entry.status} ${entry.evidence?.link ?? ''}`} className={styles.entry}>
            <div className={styles.words}>
              <strong>{t(`follow-up.${entry.status}`)}</strong>
              <span className={panel.muted}>{day(entry)}</span>
              {entry.evidence && (
                <span className={styles.evidence}>
                  {t(`evidence.${entry.evidence.quality}`)} <bdi dir="ltr" translate="no">{entry.evidence.link}</bdi>
                </span>
              )}
            </div>
            {!readOnly && <IconButton icon={X} label={t('follow-up.remove', { date: day(entry) })} onClick={() => keep(log.filter((_, other) => other !== index))} />}
          </li>
        ))}
      </ol>
      {!readOnly && <NewEntry key={value} onAdd={(entry) => keep([...log, entry])} onLeave={onLeave} />}
    </details>
  );
}

interface NewEntryProps {
  readonly onAdd: (entry: FollowUp) => void;
  readonly onLeave: () => void;
}

function NewEntry({ onAdd, onLeave }: NewEntryProps) {
  const { t } = useMessages();
  const [date, setDate] = useState('');
  const [status, setStatus] = useState<FollowUpStatus>(followUpStatuses[0]);
  const [quality, setQuality] = useState<EvidenceQuality>(evidenceQualities[0]);
  const [link, setLink] = useState('');
  const [isAsked, setAsked] = useState(false);
  const day = readTime(date.trim());
  const isDay = day !== null && wholeDay.test(day);
  const address = link.trim();
  const isLink = address === '' || isEvidenceLink(address);

  const add = () => {
    setAsked(true);
    if (!isDay || !isLink) return;
    onAdd({ date: day, status, evidence: address === '' ? null : { quality, link: address } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') add();
    if (event.key === 'Escape') onLeave();
  };
  return (
    <div className={styles.form}>
      <Field label={t('follow-up.date')} hint={t('follow-up.date.hint')} {...(isAsked && !isDay && { error: t('follow-up.date.wrong') })}>
        <TextInput value={date} onChange={({ target }) => setDate(target.value)} onKeyDown={onKeyDown} />
      </Field>
      <label className={styles.choice}>
        <span>{t('follow-up.status')}</span>
        <select value={status} onChange={({ target }) => setStatus(followUpStatuses.find((one) => one === target.value) ?? status)}>
          {followUpStatuses.map((one) => (
            <option key={one} value={one}>
              {t(`follow-up.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Field label={t('follow-up.link')} {...(!isLink && { error: t('follow-up.link.wrong') })}>
        <TextInput value={link} dir="ltr" onChange={({ target }) => setLink(target.value)} onKeyDown={onKeyDown} />
      </Field>
      {address !== '' && (
        <label className={styles.choice}>
          <span>{t('follow-up.quality')}</span>
          <select value={quality} onChange={({ target }) => setQuality(evidenceQualities.find((one) => one === target.value) ?? quality)}>
            {evidenceQualities.map((one) => (
              <option key={one} value={one}>
                {t(`evidence.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button icon={Plus} onClick={add}>
        {t('follow-up.add')}
      </Button>
    </div>
  );
}
