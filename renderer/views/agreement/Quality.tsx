import { Table2 } from 'lucide-react';
import { useState } from 'react';
import { attributeParts } from '../../../shared/agreement/attribute-agreement.ts';
import { goldKey } from '../../../shared/agreement/compared-article.ts';
import { type QualityWindow, windowArticles } from '../../../shared/agreement/quality.ts';
import { minutesPerThousand, qualityCsv } from '../../../shared/agreement/quality-table.ts';
import { longestThought } from '../../../shared/exchange/active-time.ts';
import { type AnnotatorId, type ArticleId, type LabelId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { writtenDate } from '../../ui/written-date.ts';
import styles from './AgreementView.module.css';
import { CaseButton } from './CaseButton.tsx';
import { Columns } from './Columns.tsx';
import { type ReportPartProps } from './Report.tsx';
import { intervalText, valueText } from './score-words.ts';

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
  const shown = quality.find(({ person }) => person === wanted) ?? quality[0];
  if (!shown) return <p className={styles.hint}>{t('agreement.quality.none')}</p>;
  const { person, whole, windows, isFalling, reasons, returned } = shown;
  const about = person === me ? t('agreement.quality.mine') : t('agreement.quality.theirs', { name: nameOf(person) });
  const titleOf = ({ from, to }: QualityWindow): string =>
    (from === null || to === null ? t('agreement.quality.undated') : t('agreement.quality.window', { from: writtenDate(from, language), to: writtenDate(to, language) }));
  const query = { about: { kind: 'different' }, people: [goldKey, person] } as const;
  const wish = (window: QualityWindow) => ({ title: `${about} – ${titleOf(window)}`, query: { ...query, articles: window.articles } });
  const ownTime = person === me ? time : null;
  const minutes = (window: QualityWindow): string => {
    const found = ownTime && minutesPerThousand(window, ownTime);
    return found === null ? t('agreement.undefined') : number(found, 1);
  };
  const signed = (value: number | null): string => {
    if (value === null) return t('agreement.undefined');
    if (Math.abs(value) < 0.005) return t('agreement.quality.same');
    return t(value > 0 ? 'agreement.quality.later' : 'agreement.quality.earlier', { n: number(Math.abs(value), 2) });
  };
  return (
    <>
      <p className={styles.hint}>{t('agreement.quality.hint', { n: windowArticles })}</p>
      {quality.length > 1 && (
        <ChoiceGroup label={t('agreement.quality.who')} value={person} choices={quality.map((one) => ({ value: one.person, label: nameOf(one.person) }))} onChoose={setWanted} />
      )}
      {isFalling && (
        <p role="alert" className={styles.warning}>
          {t('agreement.quality.falling', { value: valueText(messages, windows.at(-1)?.strict.value ?? null), whole: valueText(messages, whole.strict.value) })}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={() => onOpen({ title: about, query })}>{about}</Button>
        <Button icon={Table2} onClick={() => onSave(nameOf(person), qualityCsv(shown, nameOf(person), ownTime, language))}>{t('agreement.quality.csv')}</Button>
      </div>
      <Columns
        sentence={t('agreement.quality')}
        columns={windows.map((window) => ({
          key: window.articles[0] ?? '', value: window.strict.value, interval: window.strict.interval, isThin: window.isThin,
          title: `${titleOf(window)}: ${valueText(messages, window.strict.value)}, ${t('agreement.articles', { n: window.articles.length })}`,
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
              {ownTime && <th scope="col">{t('agreement.quality.minutes')}</th>}
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
                {[window.offsets.start, window.offsets.end].map((offset, place) => (
                  <td key={place}>{signed(offset)}<p className={styles.hint}>{t('agreement.n.pairs', { n: window.offsets.pairs })}</p></td>
                ))}
                {ownTime && <td>{minutes(window)}</td>}
                <td>{t('agreement.articles', { n: window.articles.length })}<p className={styles.hint}>{t('agreement.n.annotations', { n: window.strict.n })}</p></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.hint}>{t('agreement.quality.offsets')}</p>
      {ownTime && <p className={styles.hint}>{t('agreement.quality.minutes.hint', { n: longestThought / 60_000 })}</p>}
      {returned > 0 && <p>{t('agreement.quality.returned', { n: returned, of: whole.articles.length })}</p>}
      {reasons.length > 0 && <p>{t('agreement.quality.reasons', { reasons: messages.list(reasons.map(({ reason, count }) => t('agreement.quality.reason', { reason: t(`reason.${reason}`), n: count }))) })}</p>}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('agreement.column.label')}</th>
              <th scope="col">{t('metric.strict-f1')}</th>
              <th scope="col">{t('metric.overlap-f1')}</th>
              <th scope="col">{t('agreement.quality.found')}</th>
              <th scope="col">{t('agreement.quality.missed')}</th>
              <th scope="col">{t('agreement.quality.spurious')}</th>
            </tr>
          </thead>
          <tbody>
            {schema.labels.flatMap(({ id, name }) => {
              const counts = whole.labels.find(({ label }) => label === id);
              return counts ? [(
                <tr key={id}>
                  <th scope="row"><span className={styles.label}><LabelSign schema={schema} label={id} />{name[language]}</span></th>
                  <td>{valueText(messages, counts.strict.value)}<p className={styles.hint}>{t('agreement.n.annotations', { n: counts.strict.n })}</p></td>
                  <td>{valueText(messages, counts.overlap.value)}</td>
                  <td>{number(counts.found)}</td>
                  <td><CaseButton wish={{ title: `${about} – ${t('agreement.quality.missed')}`, query: { ...query, about: { kind: 'cell', cell: { a: id, b: null } } } }} onOpen={onOpen}>{number(counts.missed)}</CaseButton></td>
                  <td><CaseButton wish={{ title: `${about} – ${t('agreement.quality.spurious')}`, query: { ...query, about: { kind: 'cell', cell: { a: null, b: id } } } }} onOpen={onOpen}>{number(counts.spurious)}</CaseButton></td>
                </tr>
              )] : [];
            })}
          </tbody>
        </table>
      </div>
      <AttributeQuality schema={schema} whole={whole} latest={windows.length > 1 ? windows.at(-1) : undefined} />
    </>
  );
}

interface AttributeQualityProps extends Pick<ReportPartProps, 'schema'> {
  readonly whole: QualityWindow;
  readonly latest: QualityWindow | undefined;
}

/** κ of each attribute on what both marked, over all and in the latest window. */
function AttributeQuality({ schema, whole, latest }: AttributeQualityProps) {
  const messages = useMessages();
  const { t, language } = messages;
  if (whole.attributes.length === 0) return null;
  const nameOf = (subject: string): string => {
    const [label, id] = attributeParts(subject);
    const def = labelDef(schema, label as LabelId);
    return `${def?.name[language] ?? label}${t('annotate.separator')}${def?.attributes.find((one) => one.id === id)?.name[language] ?? id}`;
  };
  const cell = (of: QualityWindow, subject: string) => {
    const found = of.attributes.find(({ attribute }) => attribute === subject);
    if (!found) return <td>{t('agreement.undefined')}</td>;
    return (
      <td>
        {valueText(messages, found.value)}
        <p className={styles.hint}>{[...(found.interval ? [intervalText(messages, found.interval)] : []), t('agreement.n.pairs', { n: found.n })].join(t('annotate.separator'))}</p>
      </td>
    );
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.quality.attributes')}</th>
            <th scope="col">{t('agreement.quality.whole')}</th>
            {latest && <th scope="col">{t('agreement.quality.latest')}</th>}
          </tr>
        </thead>
        <tbody>
          {whole.attributes.map(({ attribute }) => (
            <tr key={attribute} data-thin={latest?.isThin}>
              <th scope="row">{nameOf(attribute)}</th>
              {cell(whole, attribute)}
              {latest && cell(latest, attribute)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
