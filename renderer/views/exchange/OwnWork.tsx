import { useState } from 'react';
import { Virtualizer } from 'virtua';
import { type ArticleId } from '../../../shared/model/id.ts';
import { reopen, withdraw } from '../../../shared/review/work-commands.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { Words } from '../../ui/Words.tsx';
import { type ExchangeData, type OwnArticle, readinessOf } from './exchange-data.ts';
import styles from './exchange.module.css';
import { makeSubmission } from './make-bundles.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { Section } from './Section.tsx';
import { type MakingGround, useMaking } from './use-making.ts';

interface OwnWorkProps extends MakingGround {
  readonly data: ExchangeData;
  readonly onOpen: (article: ArticleId) => void;
}

const lineHeight = 45;
const linesBeyond = 8;

type Question = { readonly kind: 'decline' | 'reopen'; readonly one: OwnArticle };

/** What this person was asked to do, and the way to hand it in. */
export function OwnWork({ data: { own, unsaid, talk, golds, isStrict }, onOpen, ...ground }: OwnWorkProps) {
  const { t } = useMessages();
  const { make, isBusy, problems, way } = useMaking(ground);
  const [question, setQuestion] = useState<Question | null>(null);
  const ready = own.filter((one) => readinessOf(one) === 'ready');
  const count = (kind: ReturnType<typeof readinessOf>): number => own.filter((one) => readinessOf(one) === kind).length;
  const handIn = (
    <Button
      kind="primary"
      disabled={isBusy || (ready.length === 0 && unsaid === 0 && talk === 0)}
      onClick={() => make('exchange.hand-in.title', 'exchange.handed-in', (tools) => makeSubmission(tools, ready.map(({ article }) => article)))}
    >
      {ready.length > 0 || unsaid + talk === 0 ? t('exchange.hand-in', { n: ready.length, way }) : unsaid > 0 ? t('exchange.hand-in.again', { way }) : t('exchange.hand-in.talk', { n: talk, way })}
    </Button>
  );
  return (
    <Section title={t('exchange.own')} action={(own.length > 0 || talk > 0) && handIn}>
      {own.length === 0 ? <p className={styles.hint}>{t('exchange.own.none')}</p> : <p>{t('exchange.own.count', { ready: ready.length, in: count('in'), open: count('open') })}</p>}
      {own.length > 0 && <p className={styles.hint}>{t('exchange.seal')}</p>}
      {isStrict && <p className={styles.hint}>{t('exchange.strict')}</p>}
      {talk > 0 && <p className={styles.hint}>{t('exchange.talk', { n: talk })}</p>}
      {problems.length > 0 && <ProblemList problems={problems} />}
      {own.length > 0 && (
        <div role="list" className={styles.list} aria-label={t('exchange.own')} tabIndex={0}>
          <Virtualizer data={own} itemSize={lineHeight} bufferSize={linesBeyond * lineHeight}>
            {(one, index) => <OwnItem key={one.article} one={one} place={index + 1} of={own.length} onOpen={onOpen} onAsk={(kind) => setQuestion({ kind, one })} />}
          </Virtualizer>
        </div>
      )}
      {golds > 0 && (
        <p>
          <Button disabled={isBusy} onClick={() => make('exchange.hand-in.title', 'exchange.handed-in', (tools) => makeSubmission(tools, []))}>{t('exchange.hand-in.gold', { n: golds, way })}</Button>{' '}
          <span className={styles.hint}>{t('exchange.hand-in.gold.hint')}</span>
        </p>
      )}
      {question?.kind === 'decline' && <DeclineDialog store={ground.store} one={question.one} onClose={() => setQuestion(null)} />}
      {question?.kind === 'reopen' && <ReopenDialog store={ground.store} one={question.one} onClose={() => setQuestion(null)} />}
    </Section>
  );
}

interface OwnItemProps {
  readonly one: OwnArticle;
  /** Counted from 1: lines that are out of sight are not there. */
  readonly place: number;
  readonly of: number;
  readonly onOpen: (article: ArticleId) => void;
  readonly onAsk: (kind: Question['kind']) => void;
}

function OwnItem({ one, place, of, onOpen, onAsk }: OwnItemProps) {
  const { t } = useMessages();
  const { work, status, title, article } = one;
  const readiness = readinessOf(one);
  const state = work && (work.seal !== null || readiness === 'withdrawn') ? t(`work.${work.state}`) : t(`status.${status}`);
  const notes = [state, ...(work?.isStale ? [t('work.stale')] : []), ...(work?.state === 'returned' ? [work.reason] : [])];
  return (
    <div role="listitem" aria-posinset={place} aria-setsize={of} className={styles.item} data-last={place === of}>
      <Button kind="quiet" className={styles.name ?? ''} onClick={() => onOpen(article)}>
        <Words>{title}</Words>
      </Button>
      <span className={styles.state}>{notes.join(' · ')}</span>
      {readiness === 'in' && <Button kind="quiet" onClick={() => onAsk('reopen')}>{t('exchange.reopen')}</Button>}
      {(readiness === 'open' || readiness === 'ready') && work?.isAssigned && <Button kind="quiet" onClick={() => onAsk('decline')}>{t('exchange.decline')}</Button>}
    </div>
  );
}

interface QuestionProps {
  readonly store: ProjectStore;
  readonly one: OwnArticle;
  readonly onClose: () => void;
}

function DeclineDialog({ store, one, onClose }: QuestionProps) {
  const { t } = useMessages();
  const [kind, setKind] = useState<'declined' | 'skipped'>('declined');
  const decline = async (reason: string) => {
    const done = await store.performReview(one.article, 'withdraw', (context) => withdraw(context, { annotator: store.annotator, kind, reason }));
    return done.ok ? [] : done.problems;
  };
  return (
    <ReasonDialog title={t('exchange.decline.title')} action={t('exchange.decline.do')} onReason={decline} onClose={onClose}>
      <p><Words>{one.title}</Words></p>
      <ChoiceGroup
        label={t('exchange.decline.kind')}
        value={kind}
        choices={(['declined', 'skipped'] as const).map((value) => ({ value, label: t(`exchange.decline.${value}`) }))}
        onChoose={setKind}
      />
    </ReasonDialog>
  );
}

export function ReopenDialog({ store, one, onClose }: Omit<QuestionProps, 'one'> & { readonly one: Pick<OwnArticle, 'article' | 'title' | 'work'> }) {
  const { t } = useMessages();
  const open = async (reason: string) => {
    const set = one.work?.set?.id;
    if (!set) throw new Error(`there is no set on ${one.article} to be opened again`);
    const done = await store.performReview(one.article, 'reopen', (context) => reopen(context, { set, reason }));
    return done.ok ? [] : done.problems;
  };
  return (
    <ReasonDialog title={t('exchange.reopen.title')} action={t('exchange.reopen.do')} onReason={open} onClose={onClose}>
      {one.title !== '' && <p><Words>{one.title}</Words></p>}
      <p className={styles.hint}>{t('exchange.reopen.text')}</p>
    </ReasonDialog>
  );
}
