import { ArrowLeft, FolderOpen } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { keyWords } from '../../../shared/exchange/bundle/key-words.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { readExchange } from './exchange-data.ts';
import screen from '../../ui/screen.module.css';
import styles from './exchange.module.css';
import { type FolderDesk } from './folder-desk.ts';
import { exchangeKeys } from './keys.ts';
import { Introduce } from './Introduce.tsx';
import { makeWholeProject } from './make-bundles.ts';
import { OwnWork } from './OwnWork.tsx';
import { People } from './People.tsx';
import { acquaintanceIn } from './roster-steps.ts';
import { RosterSection } from './RosterSection.tsx';
import { Rounds } from './Rounds.tsx';
import { Section } from './Section.tsx';
import { SharedFolder, type Way } from './SharedFolder.tsx';
import { type OpenedBundle } from './take-in-bundles.ts';
import { useDeviceKey } from './use-device-key.ts';
import { type MakingGround, useMaking } from './use-making.ts';

export interface ExchangeViewProps {
  readonly store: ProjectStore;
  readonly projectName: string;
  /** Version of the app. */
  readonly app: string;
  /** Articles that were chosen elsewhere to be given out: it is asked at once to whom. */
  readonly giving: readonly ArticleId[] | null;
  readonly folder: FolderDesk;
  /** Shows what these would bring. */
  readonly onShow: (bundles: readonly OpenedBundle[]) => void;
  readonly onOpen: (article: ArticleId) => void;
  /** Asks for files to take in. */
  readonly onAddFiles: () => void;
  readonly onBack: () => void;
}

/** Where work goes to others and comes from them. */
export function ExchangeView({ store, projectName, app, giving, folder: desk, onShow, onOpen, onAddFiles, onBack }: ExchangeViewProps) {
  const { t } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  /** The keys go to the screen. */
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.focus(), []);
  const data = useLive(() => readExchange(store), [store]);
  const connected = useStore(desk.state, (state) => state.folder);
  const isJoining = useStore(desk.state, ({ joining }) => joining !== null);
  const [way, setWay] = useState<Way>('folder');
  const through = useMemo(() => connected && { ...connected, keep: desk.keep, send: async () => (await desk.look(), desk.state.getState().waiting === 0) }, [connected, desk]);
  const folder = way === 'folder' && !isJoining && through;
  const ground: MakingGround = { store, projectName, app, folder: folder || null };
  useKeys(exchangeKeys, { 'leave-exchange': () => (onBack(), true) }, root);
  return (
    <div ref={root} className={screen.screen}>
      <header className={screen.head}>
        <IconButton icon={ArrowLeft} label={t('bar.library')} command="leave-exchange" directional onClick={onBack} />
        <h1 className={screen.title}>{t('exchange.title')}</h1>
        <span className={screen.gap} />
        <Button icon={FolderOpen} onClick={onAddFiles}>{t('exchange.open')}</Button>
      </header>
      <main ref={main} tabIndex={-1} aria-label={t('exchange.title')} className={styles.body} aria-busy={!data}>
        {data ? (
          <>
            <p className={styles.hint}>{t('exchange.how')}</p>
            <SharedFolder desk={desk} making={{ ...ground, folder: through }} way={way} onWay={setWay} onShow={onShow} />
            <OwnWork {...ground} data={data} onOpen={onOpen} />
            <People {...ground} data={data} giving={giving} />
            <RosterSection store={store} />
            <Rounds store={store} rounds={data.rounds} />
            <WholeProject {...ground} />
            <OwnDevice {...ground} />
          </>
        ) : <Waiting />}
      </main>
    </div>
  );
}

function WholeProject(ground: MakingGround) {
  const { t } = useMessages();
  const { make, isBusy, problems } = useMaking(ground);
  const action = <Button disabled={isBusy} onClick={() => make('exchange.whole.title', 'exchange.whole.done', makeWholeProject)}>{t('exchange.whole.do')}</Button>;
  return (
    <Section title={t('exchange.whole')} action={action}>
      <p>{t('exchange.whole.text')}</p>
      {problems.length > 0 && <ProblemList problems={problems} />}
    </Section>
  );
}

/** By these words a colleague knows that a file is from here; and the way to tell whoever leads of the device before there is any work. */
function OwnDevice(ground: MakingGround) {
  const { store, projectName } = ground;
  const { t, date, language } = useMessages();
  const key = useDeviceKey();
  const known = useLive(async () => (key === null ? null : acquaintanceIn({ store, events: await store.allEvents(), own: key })), [store, key]);
  if (key === null) return null;
  return (
    <Section title={t('exchange.key.own')}>
      <p>{keyWords(key, language).join(' ')}</p>
      <p className={styles.hint}>{t('exchange.key.hint')}</p>
      {known && known.standing !== 'unknown' && <p className={styles.hint}>{t(`exchange.${known.standing}`)}</p>}
      {known?.standing === 'unknown' && known.introduced !== null && <p className={styles.hint}>{t('exchange.introduced.at', { date: date(known.introduced) })}</p>}
      {known && known.standing !== 'opens' && <Introduce {...ground} project={{ id: known.project, name: projectName }} />}
    </Section>
  );
}
