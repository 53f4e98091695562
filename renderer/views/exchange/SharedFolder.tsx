import { FolderSync } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { type FolderChoice } from '../../../shared/bridge.ts';
import { type Heading } from '../../../shared/exchange/bundle/heading.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { type FolderDesk, type FolderState } from './folder-desk.ts';
import styles from './exchange.module.css';
import { headingWords } from './heading-words.ts';
import { Introduce } from './Introduce.tsx';
import { Section } from './Section.tsx';
import { type OpenedBundle } from './take-in-bundles.ts';
import { type MakingGround } from './use-making.ts';

interface SharedFolderProps {
  readonly desk: FolderDesk;
  /** What is made for this folder. */
  readonly making: MakingGround;
  /** How what is given goes while a folder is connected. */
  readonly way: Way;
  readonly onWay: (way: Way) => void;
  /** Shows what they would bring; nothing is taken in before the person agrees. */
  readonly onShow: (bundles: readonly OpenedBundle[]) => void;
}

export type Way = 'folder' | 'file';

/** The folder that work goes through, how it stands with it, and what has come. */
export function SharedFolder({ desk, making, way, onWay, onShow }: SharedFolderProps) {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const state = useStore(desk.state);
  const [empty, setEmpty] = useState<FolderChoice | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { folder, offered } = state;

  const connect = async () => {
    setProblems([]);
    const chosen = await desk.choose(t('folder.choose'));
    if (chosen?.kind === 'empty') setEmpty(chosen.choice);
    if (chosen?.kind === 'problem') setProblems([chosen.problem]);
  };
  const begin = async (choice: FolderChoice) => {
    setEmpty(null);
    setProblems(await desk.begin(choice));
  };
  const leave = async () => {
    await desk.leave();
    toast(t('folder.left'));
  };
  const action = !folder ? (
    <Button icon={FolderSync} onClick={() => void connect().catch(raise)}>{t('folder.connect')}</Button>
  ) : offered.length > 0 ? (
    <Button icon={FolderSync} onClick={() => onShow(offered)}>{t('folder.offered', { n: offered.length })}</Button>
  ) : null;
  return (
    <Section title={t('folder.title')} action={action}>
      {!folder && <p className={styles.hint}>{t('folder.how')}</p>}
      {problems.length > 0 && <ProblemList problems={problems} />}
      {folder && <Connected name={folder.name} state={state} onLook={() => void desk.look().catch(raise)} onLeave={() => void leave().catch(raise)} onShow={onShow} making={making} />}
      {folder && !state.joining && <ChoiceGroup label={t('folder.way')} value={way} choices={(['folder', 'file'] as const).map((value) => ({ value, label: t(`folder.way.${value}`) }))} onChoose={onWay} />}
      {folder && way === 'file' && <p className={styles.hint}>{t('folder.way.file.hint')}</p>}
      {empty && (
        <Dialog
          open
          onClose={() => setEmpty(null)}
          title={t('folder.begin.title')}
          footer={
            <>
              <Button onClick={() => setEmpty(null)}>{t('dialog.cancel')}</Button>
              <Button kind="primary" onClick={() => void begin(empty).catch(raise)}>{t('folder.begin.do')}</Button>
            </>
          }
        >
          <p>{t('folder.begin.text', { name: empty.name, project: making.projectName })}</p>
        </Dialog>
      )}
    </Section>
  );
}

interface ConnectedProps extends Pick<SharedFolderProps, 'making'> {
  readonly name: string;
  readonly state: FolderState;
  readonly onLook: () => void;
  readonly onLeave: () => void;
  readonly onShow: (bundles: readonly OpenedBundle[]) => void;
}

function Connected({ name, state: { looked, isLooking, problems, sent, came, waiting, late, ignored, joining }, onLook, onLeave, onShow, making }: ConnectedProps) {
  const { t, time } = useMessages();
  return (
    <>
      <div className={styles.head}>
        <p>
          {t('folder.connected', { name })}
          {/* No live region: it would be spoken at each look, which nobody has asked for. */}
          <span className={styles.hint}>{' · '}{isLooking ? t('folder.looking') : looked === null ? t('folder.never') : t('folder.looked', { time: time(looked) })}</span>
        </p>
        <div className={styles.actions}>
          <Button onClick={onLook}>{t('folder.look')}</Button>
          <Button kind="quiet" onClick={onLeave}>{t('folder.leave')}</Button>
        </div>
      </div>
      {problems.length > 0 && <ProblemList problems={problems} />}
      {joining && (
        <>
          <p>{t('folder.join.text', { project: joining.card.project.name })}</p>
          {joining.people.length === 0 && <p className={styles.hint}>{t('folder.join.nobody')}</p>}
          <ul className={styles.rounds}>
            {joining.people.map(({ name: person, opened }) => (
              <li key={opened.bundle.name} className={styles.item}>
                <span className={styles.name}><bdi>{person}</bdi></span>
                <Button aria-label={t('folder.join.do.as', { name: person })} onClick={() => onShow([opened])}>{t('folder.join.do')}</Button>
              </li>
            ))}
          </ul>
          <Introduce {...making} project={joining.card.project} />
        </>
      )}
      {!joining && looked !== null && <p>{t('folder.counts', { sent, came })}</p>}
      {waiting > 0 && <p>{t('folder.waiting', { n: waiting })}</p>}
      {!joining && (
        <>
          <Reasons title={t('folder.late', { n: late.length })} files={late.map(({ why, ...one }) => ({ ...one, why: `folder.late.${why}` }))} />
          <Reasons title={t('folder.ignored', { n: ignored.length })} files={ignored.map(({ why, ...one }) => ({ ...one, why: `folder.ignored.${why}` }))} />
        </>
      )}
      <p className={styles.hint}>{t('folder.open')}</p>
    </>
  );
}

interface Reason {
  readonly name: string;
  readonly why: MessageCode;
  readonly heading?: Heading;
  readonly problem?: Problem;
}

/** So many names are of use to somebody; of more, the number is. */
const mostNames = 100;

function Reasons({ title, files }: { readonly title: string; readonly files: readonly Reason[] }) {
  const messages = useMessages();
  if (files.length === 0) return null;
  return (
    <details className={styles.left}>
      <summary>{title}</summary>
      <ul>
        {files.slice(0, mostNames).map(({ name, why, heading, problem }) => (
          <li key={name}>
            {heading ? <bdi title={name}>{headingWords(messages, heading)}</bdi> : <bdi dir="ltr" className={styles.file}>{name}</bdi>}{' – '}{messages.t(why)}
            {problem && <ProblemList problems={[problem]} isHeaded />}
          </li>
        ))}
      </ul>
    </details>
  );
}
