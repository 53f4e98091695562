import { type ReactNode, useRef, useState } from 'react';
import { headingOf } from '../../../shared/exchange/bundle/heading.ts';
import { isIntroduction } from '../../../shared/exchange/bundle/introduction.ts';
import { keyWords } from '../../../shared/exchange/bundle/key-words.ts';
import { type BundleReport, type TakeInPlan } from '../../../shared/exchange/bundle/take-in.ts';
import { sharedName } from '../../../shared/exchange/folder/names.ts';
import { type RosterRole } from '../../../shared/model/roster.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/CheckList.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CopyDetailsButton, ProblemList } from '../../ui/ProblemList.tsx';
import styles from './exchange.module.css';
import { headingWords } from './heading-words.ts';
import { RoleSelect } from './RoleSelect.tsx';

interface BundleReportDialogProps {
  readonly plan: TakeInPlan;
  /** Of files that could not be opened at all. */
  readonly problems: readonly Problem[];
  readonly vouching: (report: BundleReport) => Vouching;
  /** @param vouched those whose device is put on the roster: the person has read the words with whoever sent it */
  readonly onAnswer: (isTaken: boolean, vouched: readonly Vouched[]) => void;
}

/** May whoever sent a file be given their device here, on the roster? `person`: they are not on it yet themselves, and have no role. */
export type Vouching = 'none' | 'device' | 'person';

/** Whose device it is, and what they do where they are new. */
export interface Vouched {
  readonly report: BundleReport;
  readonly role: RosterRole;
}

/** What each file would bring, what stays out and why; whoever closes it takes in nothing. */
export function BundleReportDialog({ plan: { reports }, problems, vouching, onAnswer }: BundleReportDialogProps) {
  const { t } = useMessages();
  const [vouched, setVouched] = useState<readonly Vouched[]>([]);
  const main = useRef<HTMLButtonElement>(null);
  const taken = reports.filter(({ verdict, events, sets, newArticles }) => verdict === 'new' && events + sets + newArticles > 0).length;
  const all = [...problems, ...reports.flatMap((one) => one.problems)];
  const footer = (
    <>
      {all.length > 0 && <CopyDetailsButton problems={all} />}
      {taken > 0 ? (
        <>
          <Button onClick={() => onAnswer(false, [])}>{t('take.nothing')}</Button>
          <Button kind="primary" ref={main} onClick={() => onAnswer(true, vouched)}>{t('take.do', { n: taken })}</Button>
        </>
      ) : (
        <Button kind="primary" ref={main} onClick={() => onAnswer(false, [])}>{t('take.close')}</Button>
      )}
    </>
  );
  return (
    <Dialog open onClose={() => onAnswer(false, [])} title={t('take.title')} size="wide" isReading footer={footer} focusFirst={() => main.current}>
      {problems.length > 0 && (
        <section className={styles.report}>
          <h3>{t('take.refused')}</h3>
          <ProblemList problems={problems} />
        </section>
      )}
      {reports.map((report) => (
        <ReportOfOne key={report.bundle.hash} report={report}>
          {canBeVouchedFor(report) && vouching(report) !== 'none' && (
            <Vouch
              report={report}
              isNew={vouching(report) === 'person'}
              vouched={vouched.find((one) => one.report === report)}
              onVouch={(one) => setVouched([...vouched.filter((other) => other.report !== report), ...(one ? [one] : [])])}
            />
          )}
        </ReportOfOne>
      ))}
      {taken > 0 && <p className={styles.hint}>{t('take.unchanged')}</p>}
    </Dialog>
  );
}

/** A device that nobody has been given yet. */
const canBeVouchedFor = ({ verdict, standing: { kind }, key }: BundleReport): boolean => verdict === 'new' && key !== null && (kind === 'unknown' || kind === 'no-roster');

interface VouchProps {
  readonly report: BundleReport;
  readonly isNew: boolean;
  readonly vouched: Vouched | undefined;
  readonly onVouch: (vouched: Vouched | null) => void;
}

/** By hand whose device it is; of somebody new, also what they do. Who introduces themselves without any work is there to judge others'. */
function Vouch({ report, isNew, vouched, onVouch }: VouchProps) {
  const { t } = useMessages();
  const { person } = report.bundle.manifest;
  return (
    <>
      <Check checked={vouched !== undefined} onChange={(isVouched) => onVouch(isVouched ? { report, role: isIntroduction(report.bundle.manifest) ? 'adjudicator' : 'annotator' } : null)}>
        {t('take.vouch', { person: person.name })}
      </Check>
      {isNew && vouched && (
        <p>
          <RoleSelect name={person.name} role={vouched.role} onChoose={(role) => onVouch({ report, role })} />
        </p>
      )}
    </>
  );
}

function ReportOfOne({ report, children }: { readonly report: BundleReport; readonly children: ReactNode }) {
  const messages = useMessages();
  const { t, language } = messages;
  const { manifest, name } = report.bundle;
  const { purpose } = manifest;
  const introduces = isIntroduction(manifest);
  const person = manifest.person.name === '' ? t('take.nobody') : manifest.person.name;
  const { standing, newLead } = report;
  const wordsOf = (key: string): string => keyWords(key, language).join(' ');
  const isRefused = report.verdict === 'refused';
  return (
    <section className={styles.report}>
      <h3 className={styles.from}>{headingWords(messages, headingOf(manifest))}</h3>
      {report.key !== null && <p className={styles.hint}>{standing.kind === 'known' ? t('take.signed.known', { name: standing.person.name, words: wordsOf(report.key) }) : t('take.signed', { words: wordsOf(report.key) })}</p>}
      {newLead !== null && <p>{t('take.new-lead', { words: wordsOf(newLead) })}</p>}
      {report.verdict === 'known' && <p>{t('take.known')}</p>}
      {report.verdict === 'new' && introduces && <p>{t('take.introduction', { person })}</p>}
      {report.verdict === 'new' && !introduces && (
        <p>{t(purpose === 'assignment' ? 'take.brings.assignment' : 'take.brings', { person, annotations: report.annotations, on: report.on, events: report.events, articles: report.newArticles })}</p>
      )}
      {report.problems.length > 0 && (
        <>
          <p>{t(isRefused ? 'take.refused' : 'take.notes')}</p>
          {/* In a shared folder a file has a name that says nothing to people. */}
          <ProblemList problems={report.problems} isHeaded={sharedName(name) !== null} />
        </>
      )}
      {children}
    </section>
  );
}
