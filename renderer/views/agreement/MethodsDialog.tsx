import { useState } from 'react';
import { type MeasuredOn, methodsOf, type Sentence } from '../../../shared/agreement/methods.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { metricName } from '../../../shared/agreement/registry.ts';
import { type AgreementReport } from '../../../shared/agreement/report.ts';
import { type Score } from '../../../shared/agreement/score.ts';
import { cited } from '../../../shared/agreement/score-table.ts';
import { type Language } from '../../../shared/bridge.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { bridge } from '../../bridge/bridge.ts';
import { fileName } from '../../bridge/file-name.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage, type Translator, translator } from '../../messages/translate.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './AgreementView.module.css';
import { countText, intervalText, valueText } from './score-words.ts';

interface MethodsDialogProps {
  readonly report: AgreementReport;
  readonly research: readonly Score[];
  readonly schema: Schema;
  readonly projectName: string;
  readonly onClose: () => void;
}

/** What a paper's section on methods has to say, in either language: copied or saved. */
export function MethodsDialog({ report, research, schema, projectName, onClose }: MethodsDialogProps) {
  const { t, language: own } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const [language, setLanguage] = useState<Language>(own);
  const on: MeasuredOn = { articles: report.articles, people: report.compared.length, parameters: defaultParameters, independence: report.independence };
  const paragraphs = methodsParagraphs(translator(language), [...report.scores, ...research], schema, on);
  const text = paragraphs.map((lines) => lines.join('\n')).join('\n\n');
  const save = async (): Promise<void> => {
    const name = `${fileName(projectName, t('agreement.methods.file'))}.txt`;
    const saved = await bridge.saveFiles(t('agreement.methods.title'), name, [{ suffix: '.txt', bytes: new TextEncoder().encode(`${text}\n`) }]);
    if (!saved.ok) return void toast(t(problemMessage(saved.failure)), { kind: 'error' });
    toast(saved.value === null ? t('agreement.not-saved') : t('agreement.saved', { file: saved.value }));
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast(t('agreement.methods.copied'));
  };
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={t('agreement.methods.title')}
      top={(
        <ChoiceGroup
          label={t('agreement.methods.language')}
          value={language}
          choices={[{ value: 'fa', label: t('agreement.methods.fa') }, { value: 'en', label: t('agreement.methods.en') }]}
          onChoose={setLanguage}
        />
      )}
      isReading
      footer={(
        <>
          <Button onClick={() => void copy().catch(raise)}>{t('agreement.methods.copy')}</Button>
          <Button kind="primary" onClick={() => void save().catch(raise)}>{t('agreement.methods.save')}</Button>
        </>
      )}
    >
      <div lang={language} dir={language === 'fa' ? 'rtl' : 'ltr'} className={styles.methods}>
        {paragraphs.map((lines, place) => (
          <div key={place}>{lines.map((line) => <p key={line} dir={directionOf(line)}>{line}</p>)}</div>
        ))}
      </div>
    </Dialog>
  );
}

/** Sentences on how, values one by one, and the sources. */
function methodsParagraphs(words: Translator, scores: readonly Score[], schema: Schema, on: MeasuredOn): readonly (readonly string[])[] {
  const { t, language } = words;
  const { sentences, sources } = methodsOf(scores, on);
  const said = ({ code, values, names = {} }: Sentence): string =>
    t(code, { ...values, ...Object.fromEntries(Object.entries(names).map(([name, message]) => [name, t(message)])) });
  const nameOf = (label: string | null): string => {
    if (label === null) return t('agreement.overall');
    return schema.labels.find(({ id }) => id === label)?.name[language] ?? schema.relations.find(({ type }) => type === label)?.name[language] ?? label;
  };
  const value = (score: Score): string => t('agreement.methods.value', {
    metric: t(metricName(score.metric)), of: nameOf(score.label), value: valueText(words, score.value),
    interval: score.interval === null ? 'none' : intervalText(words, score.interval), n: countText(words, score), articles: score.articles,
  });
  return [sentences.map(said), scores.map(value), [t('agreement.methods.sources'), ...sources.map(cited)]].map((lines) => lines.map(withoutIsolates));
}

/** Marks of direction are for the screen: in a paper they would be characters that nobody sees. */
const withoutIsolates = (line: string): string => line.replaceAll(/[\u2066-\u2069]/g, '');
