import { RadioGroup } from '@base-ui/react/radio-group';
import { useCallback, useEffect, useId, useState } from 'react';
import { type BackupInfo, type BackupList, type BackupPreview, type Outcome, type ProjectInfo } from '../../../shared/bridge.ts';
import { type AnnotatorId, type ProjectId } from '../../../shared/model/id.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/CheckList.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { RadioCard } from '../../ui/RadioCard.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { writtenDate } from '../../ui/written-date.ts';
import styles from './BackupsDialog.module.css';

export interface BackupsDialogProps {
  /** The project at hand, that is backed up on request; `null` when none is. */
  readonly project: ProjectId | null;
  /** Who annotates here. */
  readonly me: AnnotatorId;
  /** `owner`: whoever made it goes on here; `null`: whoever annotates here now. */
  readonly onRestored: (project: ProjectInfo, owner: BackupPreview['owner']) => void;
  readonly onClose: () => void;
}

const empty: BackupList = { backups: [], second: null, failed: null };

/** What backups there are, what each holds, and a new project of any of them. */
export function BackupsDialog({ project, me, onRestored, onClose }: BackupsDialogProps) {
  const { t, time, language } = useMessages();
  const raise = useThrow();
  const toast = useToast();
  const [list, setList] = useState<BackupList>(empty);
  const [taken, setTaken] = useState<readonly BackupInfo[]>([]);
  const [token, setToken] = useState<string | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  /** The backup at hand is the work of whoever sits here, under another name. */
  const [asMe, setAsMe] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const backups = [...taken, ...list.backups];
  const chosen = backups.find((one) => one.token === token) ?? null;
  const day = (iso: string) => writtenDate(iso.slice(0, 'YYYY-MM-DD'.length), language);
  const suggested = chosen ? t('backups.restore.suggested', { name: chosen.name, date: day(chosen.made) }) : '';
  // Messages set their values apart by marks that have no place in a name.
  const wanted = (name ?? suggested).replaceAll(/[\u2066-\u2069]/g, '');

  /** The value, or nothing and a message that says why. */
  const valueOf = useCallback(
    <T,>(outcome: Outcome<T>): T | null => {
      if (!outcome.ok) toast(t(problemMessage(outcome.failure)), { kind: 'error' });
      return outcome.ok ? outcome.value : null;
    },
    [t, toast],
  );
  const reload = useCallback(async () => setList(valueOf(await bridge.listBackups()) ?? empty), [valueOf]);
  const run = (work: () => Promise<void>) => () => {
    setBusy(true);
    work().catch(raise).finally(() => setBusy(false));
  };
  useEffect(() => {
    reload().catch(raise);
  }, [reload, raise]);
  useEffect(() => {
    setPreview(null);
    setAsMe(false);
    if (!chosen) return;
    let isWanted = true;
    void bridge.previewBackup(chosen.token).then((read) => isWanted && setPreview(valueOf(read)), raise);
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a list that is read anew says the same of it
  }, [token]);

  const backUp = run(async () => {
    if (project === null) return;
    const made = await bridge.backUp(project, 'by-hand');
    if (valueOf(made)) toast(t('backups.made'));
    await reload();
  });
  const open = run(async () => {
    const found = valueOf(await bridge.chooseBackup(t('backups.open')));
    if (!found) return;
    setTaken((before) => [found, ...before.filter((one) => one.token !== found.token)]);
    setToken(found.token);
    setName(null);
  });
  const chooseFolder = run(async () => {
    valueOf(await bridge.chooseBackupFolder(t('backups.second.choose')));
    await reload();
  });
  const forgetFolder = run(async () => {
    valueOf(await bridge.forgetBackupFolder());
    await reload();
  });
  const restore = run(async () => {
    const made = chosen && valueOf(await bridge.restoreBackup(chosen.token, wanted.trim()));
    if (made) onRestored(made, (asMe && preview?.owner) || null);
  });

  const footer = (
    <>
      <Button onClick={open} disabled={isBusy}>
        {t('backups.open')}
      </Button>
      <Button onClick={backUp} disabled={isBusy || project === null}>
        {t('backups.now')}
      </Button>
      <Button kind="primary" onClick={restore} disabled={isBusy || !chosen || wanted.trim() === ''}>
        {t('backups.restore')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('backups.title')} size="wide" footer={footer}>
      <p className={styles.quiet}>{t('backups.why')}</p>
      {list.failed && (
        <p className={styles.damaged}>
          {t('backups.failed', { reason: t(`backups.reason.${list.failed.reason}`) })} {t(problemMessage(list.failed.failure))}
        </p>
      )}
      {backups.length === 0 && <p>{t('backups.none')}</p>}
      <RadioGroup
        aria-label={t('backups.list')}
        className={styles.list}
        value={token ?? ''}
        onValueChange={(value) => {
          setToken(value);
          setName(null);
        }}
      >
        {backups.map((one) => (
          <BackupCard key={one.token} backup={one} when={t('backups.when', { date: day(one.made), time: time(one.made) })} />
        ))}
      </RadioGroup>
      {chosen && (
        <section className={styles.preview} aria-live="polite">
          {preview === null ? (
            <p className={styles.quiet}>{t('backups.preview.reading')}</p>
          ) : (
            <>
              <p>
                {t('backups.preview.lines', { n: preview.lines })}{' '}
                {preview.last !== null && t('backups.preview.last', { date: day(preview.last), time: time(preview.last) })}
              </p>
              {preview.damaged > 0 && <p className={styles.damaged}>{t('backups.preview.damaged', { n: preview.damaged })}</p>}
              {preview.unsound > 0 && <p className={styles.damaged}>{t('backups.preview.unsound', { n: preview.unsound })}</p>}
              <ul className={styles.titles}>
                {preview.titles.map((title) => (
                  <li key={title} dir={directionOf(title)}>
                    {title}
                  </li>
                ))}
              </ul>
            </>
          )}
          {preview?.owner && preview.owner.id !== me && (
            <Check checked={asMe} onChange={setAsMe}>
              {t('backups.as-me', { person: preview.owner.name, named: preview.owner.name === '' ? 'no' : 'yes' })}
            </Check>
          )}
          <Field label={t('backups.restore.name')}>
            <TextInput value={wanted} maxLength={longestName} onChange={(event) => setName(event.target.value)} />
          </Field>
        </section>
      )}
      <section className={styles.second}>
        <p>{list.second ? t('backups.second', { name: list.second.name }) : t('backups.second.none')}</p>
        {list.second?.failure && <p className={styles.damaged}>{t(problemMessage(list.second.failure))}</p>}
        <Button kind="quiet" onClick={chooseFolder} disabled={isBusy}>
          {t('backups.second.choose')}
        </Button>
        {list.second && (
          <Button kind="quiet" onClick={forgetFolder} disabled={isBusy}>
            {t('backups.second.forget')}
          </Button>
        )}
      </section>
    </Dialog>
  );
}

const longestName = 200;

function BackupCard({ backup, when }: { readonly backup: BackupInfo; readonly when: string }) {
  const { t } = useMessages();
  const more = useId();
  const { articles = 0, annotations = 0 } = backup.counts ?? {};
  return (
    <RadioCard value={backup.token} title={when} describedBy={more}>
      <span id={more} className={styles.more}>
        {[t(`backups.reason.${backup.reason}`), t(`backups.place.${backup.place}`), t('backups.holds', { name: backup.name, articles, annotations })].join(' · ')}
      </span>
    </RadioCard>
  );
}
