import { useMemo, useState } from 'react';
import { type AnnotatorId, type ArticleId, makeId } from '../../../shared/model/id.ts';
import { isSecondTime } from '../../../shared/model/second-time.ts';
import { planAssignment } from '../../../shared/review/plan-assignment.ts';
import { isIn } from '../../../shared/review/work.ts';
import { fold } from '../../../shared/text/persian.ts';
import { writtenCount } from '../../../shared/text/written-count.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/CheckList.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextArea, TextInput } from '../../ui/Field.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { allRows } from './exchange-data.ts';
import styles from './exchange.module.css';
import { makeAssignments } from './make-bundles.ts';
import { Section } from './Section.tsx';
import { type MakingGround, useMaking } from './use-making.ts';

interface HandOutDialogProps extends MakingGround {
  /** Chosen in the library. */
  readonly these: readonly ArticleId[] | null;
  readonly onClose: () => void;
}

const usualSeed = 1405;
/** Enough to know how far people agree, with each other and with themselves, at the least cost: of each person's work so many per cent. */
const usualOverlap = 10;
const usualRepeats = 3;

/** Everything that giving out chooses from. */
async function readChoices(store: ProjectStore) {
  const [rows, events, annotators] = await Promise.all([allRows(store), store.allEvents(), store.annotators()]);
  const given = new Set(events.flatMap((event) => (event.kind === 'assigned' ? (event.article ?? []) : [])));
  const rounds = new Set(events.flatMap((event) => (event.kind === 'assigned' ? event.round : [])));
  const works = await store.works([...given]);
  const earlier = new Map<AnnotatorId, (typeof rows)[number]['id'][]>();
  for (const [article, all] of works)
    for (const work of all) if (isIn(work)) earlier.set(work.annotator, [...(earlier.get(work.annotator) ?? []), article]);
  const waited = [...works.values()].flat().map(({ annotator, name }) => ({ id: annotator, name }));
  const people = new Map([...annotators.filter(({ kind, id }) => kind === 'person' && !isSecondTime(id)), ...waited].map(({ id, name }) => [id, name]));
  people.delete(store.annotator);
  return { rows, given, rounds: rounds.size, earlier, people };
}

/** Gives Articles to people: what, to whom, how; each gets a file. */
export function HandOutDialog({ these, onClose, ...ground }: HandOutDialogProps) {
  const { t, number } = useMessages();
  const choices = useLive(() => readChoices(ground.store), [ground.store]);
  const { make, isBusy, problems, way } = useMaking(ground);
  const [which, setWhich] = useState<'these' | 'new' | 'all'>(these ? 'these' : 'new');
  const [filter, setFilter] = useState('');
  const [limit, setLimit] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<AnnotatorId>>(new Set());
  const [names, setNames] = useState('');
  const [overlap, setOverlap] = useState(number(usualOverlap));
  const [repeats, setRepeats] = useState(number(usualRepeats));
  const [seed, setSeed] = useState(number(usualSeed).replaceAll(/[٬,]/g, ''));
  const [round, setRound] = useState<string | null>(null);
  const [blind, setBlind] = useState(true);
  const [hold, setHold] = useState(false);
  const [strict, setStrict] = useState(false);

  const articles = useMemo(() => {
    const words = fold(filter).text;
    const picked = new Set(these);
    const isMeant = (id: ArticleId): boolean => (which === 'all' ? true : which === 'these' ? picked.has(id) : !choices?.given.has(id));
    const fitting = (choices?.rows ?? []).filter(({ id, title }) => isMeant(id) && fold(title).text.includes(words));
    return fitting.slice(0, writtenCount(limit, 999_999) ?? fitting.length).map(({ id }) => id);
  }, [choices, which, these, filter, limit]);
  // A name is one person for as long as the dialog is open.
  const fresh = useMemo(
    () => [...new Set(names.split('\n').map((name) => name.trim()).filter((name) => name !== ''))].map((name) => ({ id: makeId('annotator', crypto.randomUUID()), name })),
    [names],
  );
  const known = useMemo(() => [...(choices?.people ?? [])].map(([id, name]) => ({ id, name })), [choices]);
  const people = useMemo(() => [...known.filter(({ id }) => chosen.has(id)), ...fresh], [known, chosen, fresh]);
  const roundName = round ?? t('hand-out.round.usual', { n: (choices?.rounds ?? 0) + 1 }).replaceAll(/[⁨⁩]/g, '');
  const numbers = { overlap: writtenCount(overlap, 100), repeats: writtenCount(repeats, 20), seed: writtenCount(seed, 999_999) };
  const shares = useMemo(() => {
    if (numbers.overlap === null || numbers.repeats === null || numbers.seed === null) return [];
    return planAssignment({
      articles, people: people.map(({ id }) => id), overlap: numbers.overlap, repeats: numbers.repeats, seed: numbers.seed, earlier: choices?.earlier ?? new Map(),
    });
  }, [articles, people, numbers.overlap, numbers.repeats, numbers.seed, choices]);
  const given = shares.filter((share) => share.articles.length > 0);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));

  if (!choices) return null;
  const footer = (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button
        kind="primary"
        disabled={isBusy || given.length === 0 || roundName.trim() === ''}
        onClick={() => make('hand-out.place', 'hand-out.done', (tools) => makeAssignments(tools, { shares, names: nameOf, round: roundName.trim(), blind, hold: blind && hold, strict: blind && strict }), onClose)}
      >
        {t('hand-out.make', { n: given.length, way })}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('hand-out.title')} size="full" footer={footer}>
      <Section title={t('hand-out.articles')}>
        <ChoiceGroup label={t('hand-out.which')} value={which} choices={(['these', 'new', 'all'] as const).slice(these ? 0 : 1).map((value) => ({ value, label: t(`hand-out.which.${value}`, { n: these?.length ?? 0 }) }))} onChoose={setWhich} />
        <div className={styles.row}>
          <Field label={t('hand-out.filter')}><TextInput value={filter} onChange={(event) => setFilter(event.target.value)} /></Field>
          <Field label={t('hand-out.limit')}><TextInput inputMode="numeric" value={limit} onChange={(event) => setLimit(event.target.value)} /></Field>
        </div>
        <p role="status">{t('hand-out.chosen', { n: articles.length })}</p>
      </Section>
      <Section title={t('hand-out.people')}>
        {known.length > 0 && (
          <div className={styles.checks}>
            {known.map(({ id, name }) => (
              <Check
                key={id}
                checked={chosen.has(id)}
                onChange={(isChosen) => setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)))}
              >
                <bdi>{name}</bdi>
              </Check>
            ))}
          </div>
        )}
        <Field label={t('hand-out.new-people')}><TextArea value={names} onChange={(event) => setNames(event.target.value)} /></Field>
      </Section>
      <Section title={t('hand-out.how')}>
        <Check checked={blind} onChange={setBlind}>{t('hand-out.blind')}</Check>
        {blind && <Check checked={hold} onChange={setHold}>{t('hand-out.hold')}</Check>}
        {blind && <Check checked={strict} onChange={setStrict}>{t('hand-out.strict')}</Check>}
        {blind && strict && <p className={styles.hint}>{t('hand-out.strict.hint')}</p>}
        <div className={styles.row}>
          <NumberField label={t('hand-out.overlap')} value={overlap} isWrong={numbers.overlap === null} onChange={setOverlap} />
          <NumberField label={t('hand-out.repeats')} value={repeats} isWrong={numbers.repeats === null} onChange={setRepeats} />
          <NumberField label={t('hand-out.seed')} value={seed} isWrong={numbers.seed === null} onChange={setSeed} />
          <Field label={t('hand-out.round')}><TextInput value={roundName} maxLength={100} onChange={(event) => setRound(event.target.value)} /></Field>
        </div>
        <p className={styles.hint}>{t('hand-out.repeats.hint')}</p>
      </Section>
      {shares.length > 0 && (
        <Section title={t('hand-out.preview')}>
          <table className={styles.table}>
            <tbody>
              {shares.map((share) => (
                <tr key={share.person}>
                  <th scope="row"><bdi>{nameOf.get(share.person)}</bdi></th>
                  <td>{t('hand-out.share', { n: share.articles.length, repeats: share.repeats.length })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {problems.length > 0 && <ProblemList problems={problems} />}
    </Dialog>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

function NumberField({ label, value, isWrong, onChange }: NumberFieldProps) {
  const { t } = useMessages();
  return (
    <Field label={label} {...(isWrong && { error: t('export.number.wrong') })}>
      <TextInput inputMode="numeric" maxLength={6} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
