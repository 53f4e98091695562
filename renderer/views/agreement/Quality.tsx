import { Table2 } from 'lucide-react';
import { useState } from 'react';
import { goldKey } from '../../../shared/agreement/compared-article.ts';
import { type GoldValue } from '../../../shared/agreement/gold-value.ts';
import { type QualityWindow, windowArticles } from '../../../shared/agreement/quality.ts';
import { minutesPerThousand, qualityCsv } from '../../../shared/agreement/quality-table.ts';
import { longestThought } from '../../../shared/exchange/active-time.ts';
import { reasonWords } from '../../../shared/model/decided.ts';
import { type AnnotatorId, type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { writtenDate } from '../../ui/written-date.ts';
import styles from './AgreementView.module.css';
import { AttributeQuality } from './AttributeQuality.tsx';
import { type CaseWish } from './case-wish.ts';
import { CaseButton } from './CaseButton.tsx';
import { Columns } from './Columns.tsx';
import { LabelQuality } from './LabelQuality.tsx';
import { type ReportPartProps } from './Report.tsx';
import { intervalText, shareText, valueText } from './score-words.ts';

interface QualityProps extends ReportPartProps {
  readonly me: AnnotatorId;
  /** Milliseconds at work by Article, the own ones alone; `null` until they are known. */
  readonly time: ReadonlyMap<ArticleId, number> | null;
  readonly onSave: (name: string, csv: string) => void;
}

/** One person's work against gold in the course of time: one's own first. */
export function Quality({ schema, report: { quality }, nameOf, me, time, onOpen, onSave }: QualityProps) {
  const messages = useMessages();
  const { t, language, number } = messages;
  const [wanted, setWanted] = useState<string>(me);
  /** The window that the tables below are about; `null` for all. */
  const [at, setAt] = useState<number | null>(null);
  const shown = quality.find(({ person }) => person === wanted) ?? quality[0];
  if (!shown) return <p className={styles.hint}>{t('agreement.quality.none')}</p>;
  const { person, whole, windows, isFalling } = shown;
  const looked = (at === null ? undefined : windows[at]) ?? whole;
  // Beside the whole, where nothing else is looked at: how it is of late.
  const beside = looked === whole ? (windows.length > 1 ? windows.at(-1) : undefined) : looked;
  const about = person === me ? t('agreement.quality.mine') : t('agreement.quality.theirs', { name: nameOf(person) });
  const titleOf = ({ from, to }: QualityWindow): string =>
    (from === null || to === null ? t('agreement.quality.undated') : t('agreement.quality.window', { from: writtenDate(from, language), to: writtenDate(to, language) }));
  const query = { about: { kind: 'different' }, people: [goldKey, person] } as const;
  const casesOf = (part: string, of: CaseWish['query']['about'], window: QualityWindow): CaseWish => ({
    title: t('agreement.cases.of', { about, part }), query: { ...query, about: of, ...(window !== whole && { articles: window.articles }) },
  });
  const wish = (window: QualityWindow) => casesOf(titleOf(window), query.about, window);
  const told = shown.active.length > 0 ? new Map(shown.active) : null;
  const atWork = person === me ? (time ?? told) : told;
  const signed = (value: number | null): string => {
    if (value === null) return t('agreement.undefined');
    if (Math.abs(value) < 0.005) return t('agreement.quality.same');
    return t(value > 0 ? 'agreement.quality.later' : 'agreement.quality.earlier', { n: number(Math.abs(value), 2) });
  };
  const commonest = ({ reasons: [first] }: QualityWindow): string =>
    (first ? t('agreement.quality.reason', { reason: reasonWords(first.reason, t), n: first.count }) : t('agreement.quality.no-reason'));
  return (
    <>
      <p className={styles.hint}>{t('agreement.quality.hint', { n: windowArticles })}</p>
      {quality.length > 1 && (
        <ChoiceGroup
          label={t('agreement.quality.who')}
          value={person}
          choices={quality.map((one) => ({ value: one.person, label: nameOf(one.person) }))}
          onChoose={(next) => {
            setWanted(next);
            setAt(null);
          }}
        />
      )}
      {isFalling && (
        <p role="alert" className={styles.warning}>
          {t('agreement.quality.falling', { value: valueText(messages, windows.at(-1)?.strict.value ?? null), whole: valueText(messages, whole.strict.value) })}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={() => onOpen({ title: about, query })}>{about}</Button>
        <Button icon={Table2} onClick={() => onSave(nameOf(person), qualityCsv(shown, nameOf(person), atWork, language))}>{t('agreement.quality.csv')}</Button>
      </div>
      <Columns
        sentence={t('agreement.quality.sentence', {
          n: windows.length, first: valueText(messages, windows[0]?.strict.value ?? null), last: valueText(messages, windows.at(-1)?.strict.value ?? null),
        })}
        columns={windows.map((window) => ({
          key: window.articles[0] ?? '', value: window.strict.value, interval: window.strict.interval, isThin: window.isThin,
          title: t('agreement.column-of', { when: titleOf(window), value: valueText(messages, window.strict.value), n: window.articles.length }),
        }))}
        onOpen={(index) => windows[index] && onOpen(wish(windows[index]))}
      />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('agreement.quality.window-column')}</th>
              <th scope="col">{t('metric.strict-f1')}</th>
              <th scope="col">{t('metric.overlap-f1')}</th>
              <th scope="col">{t('agreement.quality.start')}</th>
              <th scope="col">{t('agreement.quality.end')}</th>
              {atWork && <th scope="col">{t('agreement.quality.minutes')}</th>}
              <th scope="col">{t('agreement.quality.column.returned')}</th>
              <th scope="col">{t('agreement.quality.column.reason')}</th>
              <th scope="col">{t('agreement.column.n')}</th>
            </tr>
          </thead>
          <tbody>
            {[...windows, ...(windows.length > 1 ? [whole] : [])].map((window) => (
              <tr key={window === whole && windows.length > 1 ? 'whole' : window.articles[0]} data-thin={window.isThin}>
                <th scope="row">{window === whole && windows.length > 1 ? t('agreement.quality.whole') : titleOf(window)}</th>
                {[window.strict, window.overlap].map(({ value, interval }, place) => (
                  <td key={place}>
                    <CaseButton wish={wish(window)} onOpen={onOpen} isThin={window.isThin}>{valueText(messages, value)}</CaseButton>
                    {interval && <p className={styles.hint}>{intervalText(messages, interval)}</p>}
                  </td>
                ))}
                {[window.offsets.start, window.offsets.end].map(({ value, interval, n }, place) => (
                  <td key={place}>
                    {signed(value)}
                    {interval && signed(interval[0]) !== signed(interval[1]) && (
                      <p className={styles.hint}>{t('agreement.interval', { low: signed(interval[0]), high: signed(interval[1]) })}</p>
                    )}
                    <p className={styles.hint}>{t('agreement.n.pairs', { n })}</p>
                  </td>
                ))}
                {atWork && <Minutes {...minutesPerThousand(window, atWork)} />}
                <td>{number(window.returned)}<p className={styles.hint}>{shareText(messages, window.returnedShare)}</p></td>
                <td>{commonest(window)}</td>
                <td>{t('agreement.articles', { n: window.articles.length })}<p className={styles.hint}>{t('agreement.n.annotations', { n: window.strict.n })}</p></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.hint}>{t('agreement.quality.offsets')}</p>
      {atWork && <p className={styles.hint}>{t(person === me ? 'agreement.quality.minutes.hint' : 'agreement.quality.minutes.told', { n: longestThought / 60_000 })}</p>}
      {windows.length > 1 && (
        <div className={styles.actions}>
          <Select
            label={t('agreement.quality.shown')}
            value={String(at ?? '')}
            choices={[{ value: '', label: t('agreement.quality.whole') }, ...windows.map((window, index) => ({ value: String(index), label: titleOf(window) })).reverse()]}
            onChoose={(value) => setAt(value === '' ? null : Number(value))}
          />
        </div>
      )}
      {looked.returned > 0 && <p>{t('agreement.quality.returned', { n: looked.returned, of: looked.articles.length })}</p>}
      {looked.reasons.length > 0 && (
        <p>{t('agreement.quality.reasons', { reasons: messages.list(looked.reasons.map(({ reason, count }) => t('agreement.quality.reason', { reason: reasonWords(reason, t), n: count }))) })}</p>
      )}
      <LabelQuality
        schema={schema}
        window={looked}
        wish={(what, cell) => casesOf(what, { kind: 'cell', cell }, looked)}
        onOpen={onOpen}
      />
      <AttributeQuality
        schema={schema}
        whole={whole}
        beside={beside ? { window: beside, title: titleOf(beside) } : null}
        wish={(what, subject, window) => casesOf(what, { kind: 'attribute', subject }, window)}
        onOpen={onOpen}
      />
    </>
  );
}

function Minutes({ value, interval, n }: GoldValue) {
  const { t, number } = useMessages();
  const written = (minutes: number): string => number(minutes, 1);
  return (
    <td>
      {value === null ? t('agreement.undefined') : written(value)}
      {interval && <p className={styles.hint}>{t('agreement.interval', { low: written(interval[0]), high: written(interval[1]) })}</p>}
      {value !== null && <p className={styles.hint}>{t('agreement.articles', { n })}</p>}
    </td>
  );
}
