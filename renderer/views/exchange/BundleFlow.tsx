import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type ProjectInfo } from '../../../shared/bridge.ts';
import { type BundleReport, type TakeInPlan } from '../../../shared/exchange/bundle/take-in.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { type Problem } from '../../../shared/result.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { BundleReportDialog, type Vouched, type Vouching } from './BundleReportDialog.tsx';
import { changeRoster, nameNewKeys, readRoster } from './roster-steps.ts';
import { type BundleSource, openBundles, type OpenedBundle } from './take-in-bundles.ts';
import { placesFor, type WhereTo, WhereDialog } from './WhereDialog.tsx';

export interface BundleHandle {
  /** Queues behind files that are still being taken in. `onDone`: the person has seen them, whatever came of it. */
  take(sources: readonly BundleSource[], onDone?: () => void): void;
}

export interface BundleFlowProps {
  readonly ref: Ref<BundleHandle>;
  readonly store: ProjectStore;
  readonly projects: readonly ProjectInfo[];
  /** Opens it in another project, or as one; gives what went wrong. */
  readonly onElsewhere: (opened: OpenedBundle, where: Exclude<WhereTo, { readonly kind: 'here' }>) => Promise<readonly Problem[]>;
  /** This device must go on under a new id. */
  readonly onCopy: () => Promise<void>;
}

/** Is it taken in, and whose devices are put on the roster? */
interface Agreed {
  readonly isTaken: boolean;
  readonly vouched: readonly Vouched[];
}

/** What is being asked; answering it closes it. */
type Question =
  | { readonly kind: 'report'; readonly plan: TakeInPlan; readonly problems: readonly Problem[]; readonly vouching: (report: BundleReport) => Vouching; readonly answer: (answer: Agreed) => void }
  | { readonly kind: 'where'; readonly opened: OpenedBundle; readonly answer: (where: WhereTo | null) => void };

/** Takes in files that colleagues gave: what they would bring is shown first, and nothing is altered before the person agrees. */
export function BundleFlow({ ref, store, projects, onElsewhere, onCopy }: BundleFlowProps) {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const running = useRef<Promise<void>>(Promise.resolve());
  const [isReading, setReading] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);

  function ask<Answer>(asked: (answer: (answer: Answer) => void) => Question): Promise<Answer> {
    setReading(false);
    return new Promise((resolve) =>
      setQuestion(asked((answer) => {
        setQuestion(null);
        resolve(answer);
      })));
  }

  const report = async (plan: TakeInPlan, problems: readonly Problem[]): Promise<Agreed> => {
    const own = await bridge.deviceKey();
    const { part, state } = await readRoster(store, own.ok ? own.value : null);
    const known = new Set<AnnotatorId>(state.current?.roster.people.map(({ id }) => id));
    const vouching = ({ bundle: { manifest: { project, person } } }: BundleReport): Vouching =>
      (part !== 'lead' && part !== 'begins') || project.id !== store.info.id || person.id === store.annotator ? 'none' : known.has(person.id) ? 'device' : 'person';
    return ask<Agreed>((answer) => ({ kind: 'report', plan, problems, vouching, answer }));
  };

  /** What went wrong, where something did. */
  const tell = async (problems: readonly Problem[]): Promise<void> => {
    if (problems.length > 0) await report({ ...(await store.planBundles([], false)), reports: [] }, problems);
  };

  const take = async (sources: readonly BundleSource[]) => {
    setReading(true);
    const { opened, problems } = await openBundles(sources, bridge);
    const [only] = opened;
    let mayJoin = false;
    if (only && opened.length === 1 && problems.length === 0) {
      const places = placesFor(only.bundle.manifest, await store.allEvents(), store.info.id, projects);
      const where = places === null ? ({ kind: 'here' } as const) : await ask<WhereTo | null>((answer) => ({ kind: 'where', opened: only, answer }));
      if (where === null) return;
      if (where.kind !== 'here') {
        await tell(await onElsewhere(only, where));
        return;
      }
      mayJoin = places !== null;
    }
    const plan = await store.planBundles(opened, mayJoin);
    const { isTaken, vouched } = await report(plan, problems);
    await keepAside(plan, opened);
    if (isTaken) {
      await takeIn(opened, mayJoin);
      await vouch(vouched);
      await tell(await nameNewKeys({ store, bridge }));
    }
    if (plan.isCopy) {
      toast(t('take.copy'), { kind: 'error' });
      await onCopy();
    }
  };

  /** Two files that claim one place: the later one is kept for whoever looks into it. */
  const keepAside = async ({ reports }: TakeInPlan, opened: readonly OpenedBundle[]) => {
    const forked = new Set(reports.filter((one) => one.problems.some(({ code }) => code === 'bundle-forked')).map((one) => one.bundle.hash));
    for (const { bundle, bytes } of opened) if (forked.has(bundle.hash)) await bridge.keepBundle(store.info.id, 'quarantine', bundle.hash, bytes);
  };

  const takeIn = async (opened: readonly OpenedBundle[], mayJoin: boolean) => {
    const done = await store.takeInBundles(opened, mayJoin);
    if (!done.ok) return tell(done.problems);
    const taken = done.value.reports.filter(({ verdict }) => verdict === 'new');
    const hashes = new Set(taken.map(({ bundle }) => bundle.hash));
    for (const { bundle, bytes } of opened) if (hashes.has(bundle.hash)) await bridge.keepBundle(store.info.id, 'received', bundle.hash, bytes);
    const sum = (field: 'annotations' | 'events'): number => taken.reduce((total, one) => total + one[field], 0);
    toast(t('take.done', { annotations: sum('annotations'), events: sum('events') }));
  };

  /** The devices of these go on the roster, each once. */
  const vouch = async (all: readonly Vouched[]) => {
    const devices = new Map(all.flatMap(({ report: { bundle: { manifest: { person } }, key }, role }) => (key === null ? [] : [[`${person.id} ${key}`, { person, key, role }] as const])));
    for (const { person, key, role } of devices.values()) {
      await tell(await changeRoster({ store, bridge }, { kind: 'add-device', person: person.id, name: person.name, role, key }));
    }
  };

  useImperativeHandle(ref, () => ({
    take: (sources, onDone) => {
      if (sources.length > 0) running.current = running.current.then(() => take(sources)).then(onDone).catch(raise).finally(() => setReading(false));
    },
  }));

  return (
    <>
      {isReading && <p role="status">{t('take.reading')}</p>}
      {question?.kind === 'report' && <BundleReportDialog plan={question.plan} problems={question.problems} vouching={question.vouching} onAnswer={(isTaken, vouched) => question.answer({ isTaken, vouched })} />}
      {question?.kind === 'where' && <WhereDialog opened={question.opened} store={store} projects={projects} onAnswer={question.answer} />}
    </>
  );
}
