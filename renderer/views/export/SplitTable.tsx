import { type SplitSize, type SplitSizes } from '../../../shared/dataset/split-sizes.ts';
import { type SplitName, splitNames } from '../../../shared/dataset/split-options.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Translator } from '../../messages/translate.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import styles from './CheckStep.module.css';

export const splitWords = (split: SplitName, { t }: Translator): string => t(split === 'none' ? 'export.split.none-of' : `export.split.${split}`);

/** How the articles are divided, in numbers. */
export function SplitTable({ splits, schema }: { readonly splits: SplitSizes; readonly schema: Schema }) {
  const messages = useMessages();
  const { t, number, language } = messages;
  const { method, groups, largestGroup, locked, sizes } = splits;
  const names = splitNames.filter((name) => sizes[name].articles > 0 || name === 'train' || name === 'validation' || name === 'test');
  const used = schema.labels.filter(({ id }) => names.some((name) => (sizes[name].labels[id] ?? 0) > 0));
  const row = (of: (size: SplitSize) => number) => names.map((name) => <td key={name}>{number(of(sizes[name]))}</td>);
  return (
    <>
      <p>{t('export.splits.summary', { groups, largest: largestGroup, method: t(`export.split.method.${method}`) })}</p>
      {locked > 0 && <p>{t('export.splits.locked', { n: locked })}</p>}
      <div className={styles.scroll} role="region" aria-label={t('export.split')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('export.splits.measure')}</th>
              {names.map((name) => <th key={name} scope="col">{splitWords(name, messages)}</th>)}
            </tr>
          </thead>
          <tbody>
            <tr><th scope="row">{t('export.splits.articles')}</th>{row(({ articles }) => articles)}</tr>
            <tr><th scope="row">{t('export.splits.groups')}</th>{row((size) => size.groups)}</tr>
            <tr><th scope="row">{t('export.splits.annotations')}</th>{row(({ annotations }) => annotations)}</tr>
            {used.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row"><span className={styles.label}><LabelSign schema={schema} label={id} /><bdi>{name[language]}</bdi></span></th>
                {row(({ labels }) => labels[id] ?? 0)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
