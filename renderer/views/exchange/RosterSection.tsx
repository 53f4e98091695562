import { useState } from 'react';
import { keyWords } from '../../../shared/exchange/bundle/key-words.ts';
import { type Version } from '../../../shared/exchange/roster/in-force.ts';
import { type RosterStep } from '../../../shared/exchange/roster/next-roster.ts';
import { isLive, type RosterDevice, type RosterPerson } from '../../../shared/model/roster.ts';
import { type Problem } from '../../../shared/result.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './exchange.module.css';
import { RoleSelect } from './RoleSelect.tsx';
import { beginAnew, beginRoster, changeRoster, nameNewKeys, readRoster, trustLead } from './roster-steps.ts';
import { Section } from './Section.tsx';
import { useDeviceKey } from './use-device-key.ts';

/** Who works on the project and on which devices: whoever leads alters it here, all others see it. */
export function RosterSection({ store }: { readonly store: ProjectStore }) {
  const { t, date, language } = useMessages();
  const raise = useThrow();
  const own = useDeviceKey();
  const data = useLive(() => readRoster(store, own), [store, own]);
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [left, setLeft] = useState<{ readonly person: RosterPerson; readonly key: string } | null>(null);
  if (!data) return null;
  const { state: { current, newest, problems: told }, part, unknown, strangers } = data;
  if (!current && part === 'reads' && strangers.length === 0) return null;
  const words = (key: string): string => keyWords(key, language).join(' ');
  const run = (work: () => Promise<readonly Problem[]>): void => {
    setBusy(true);
    work().then((found) => (setProblems(found), setBusy(false)), raise);
  };
  const tools = { store, bridge };
  const change = (step: RosterStep, from?: Version): void =>
    run(async () => {
      const failed = await changeRoster(tools, step, from);
      return failed.length > 0 ? failed : nameNewKeys(tools);
    });
  const all = [...problems, ...told];
  return (
    <Section title={t('roster.title')}>
      <p className={styles.hint}>{current ? t('roster.how') : t('roster.none')}</p>
      {current && <p className={styles.hint}>{t('roster.role.how')}</p>}
      {current && <p>{t('roster.number', { n: current.roster.number, date: date(current.roster.made), words: words(current.signature.key) })}</p>}
      {part === 'begins' && <p><Button disabled={isBusy} onClick={() => run(() => beginRoster(tools))}>{t('roster.begin')}</Button></p>}
      {all.length > 0 && <ProblemList problems={all} />}
      {part === 'lead' && newest.length > 1 && newest.map((one) => (
        <p key={one.hash}>
          <Button disabled={isBusy} onClick={() => change({ kind: 'go-on' }, one)}>{t('roster.go-on', { date: date(one.roster.made), n: one.roster.people.length })}</Button>
        </p>
      ))}
      {current && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('exchange.person')}</th>
              <th scope="col">{t('roster.role')}</th>
              <th scope="col">{t('roster.devices')}</th>
            </tr>
          </thead>
          <tbody>
            {current.roster.people.map((person) => (
              <tr key={person.id}>
                <th scope="row"><bdi>{person.name}</bdi></th>
                <td>
                  {part === 'lead' && current.roster.people.some(({ id, role }) => role === 'lead' && id !== person.id) ? (
                    <RoleSelect name={person.name} role={person.role} disabled={isBusy} onChoose={(role) => change({ kind: 'set-role', person: person.id, role })} />
                  ) : t(`roster.role.${person.role}`)}
                </td>
                <td>
                  <ul className={styles.devices}>
                    {person.devices.map((device) => (
                      <Device key={device.key} device={device} words={words(device.key)} {...(part === 'lead' && !isBusy && device.key !== own && { onRevoke: () => setLeft({ person, key: device.key }) })} />
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {part === 'lost' && (
        <p className={styles.device}>
          <span>{t('roster.lost')}</span>
          <Button disabled={isBusy} onClick={() => run(() => beginAnew(tools))}>{t('roster.anew')}</Button>
        </p>
      )}
      {(part === 'lead' || part === 'begins') && unknown.length > 0 && (
        <>
          <p>{t('roster.unknown')}</p>
          <ul className={styles.devices}>
            {unknown.map(({ person, name, key }) => (
              <li key={`${person} ${key}`} className={styles.device}>
                <span>{t('roster.unknown.one', { name, words: words(key) })}</span>
                <Button disabled={isBusy} onClick={() => change({ kind: 'add-device', person, name, role: 'annotator', key })}>{t('roster.add', { name })}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {part === 'reads' && strangers.map((key) => (
        <p key={key} className={styles.device}>
          <span>{t('roster.stranger', { words: words(key) })}</span>
          <Button disabled={isBusy} onClick={() => run(() => trustLead(store, key))}>{t('roster.trust')}</Button>
        </p>
      ))}
      {left && (
        <Dialog
          open
          onClose={() => setLeft(null)}
          title={t('roster.revoke.title', { name: left.person.name })}
          footer={
            <>
              <Button onClick={() => setLeft(null)}>{t('dialog.cancel')}</Button>
              <Button kind="primary" onClick={() => (setLeft(null), change({ kind: 'revoke-device', person: left.person.id, key: left.key }))}>{t('roster.revoke.do')}</Button>
            </>
          }
        >
          <p>{words(left.key)}</p>
          <p className={styles.hint}>{t('roster.revoke.text')}</p>
        </Dialog>
      )}
    </Section>
  );
}

function Device({ device, words, onRevoke }: { readonly device: RosterDevice; readonly words: string; readonly onRevoke?: () => void }) {
  const { t } = useMessages();
  return (
    <li className={styles.device}>
      <span className={styles.words}>{isLive(device) ? words : t('roster.revoked', { words })}</span>
      {isLive(device) && onRevoke && <Button kind="quiet" onClick={onRevoke}>{t('roster.revoke')}</Button>}
    </li>
  );
}
