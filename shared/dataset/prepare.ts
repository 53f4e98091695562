import { leavingWith } from '../codecs/fields-of-sets.ts';
import { type LossLedger, lossLedger } from '../codecs/loss-ledger.ts';
import { type Loss, lossCodes, lossReasons, type LossReport } from '../codecs/loss-report.ts';
import { type Dataset } from '../model/dataset.ts';
import { type AnnotatorId, type ArticleId } from '../model/id.ts';
import { unnamed } from './article-names.ts';
import { type LeftOut } from './export-counts.ts';
import { type ExportOptions } from './export-options.ts';
import { withoutNotes } from './private-words.ts';
import { pseudonymous } from './pseudonyms.ts';
import { selector } from './selection.ts';
import { withTextMode } from './text-mode.ts';
import { mayLeave } from './withhold.ts';

/** Makes of each slice what may leave of it, by the person's choice; both passes do the same. */
export interface Preparer {
  /** `null`: nothing of it leaves. */
  readonly prepare: (slice: Dataset) => Dataset | null;
  readonly leftOut: () => LeftOut;
  readonly losses: () => readonly Loss[];
  /** How many people's work has left so far: whatever they are called there. */
  readonly people: () => number;
}

export interface Whose {
  readonly annotator: AnnotatorId;
  readonly pseudonyms: ReadonlyMap<AnnotatorId, string> | null;
  /** `null`: Articles leave under their own names. */
  readonly nameOf: ((id: ArticleId) => ArticleId) | null;
}

export function preparer(options: ExportOptions, { annotator, pseudonyms, nameOf }: Whose): Preparer {
  const ledger: LossLedger = lossLedger();
  const select = selector(options.selection, annotator);
  const sums = { articles: 0, sets: 0, annotations: 0, relations: 0, withheld: 0, notes: 0 };
  const writers = new Set<AnnotatorId>();
  const countNote = (): void => void sums.notes++;
  return {
    losses: () => ledger.losses(),
    leftOut: () => ({ ...sums }),
    people: () => writers.size,
    prepare(slice) {
      const { slice: selected, ...left } = select(slice);
      const [article] = slice.articles;
      if (!selected) {
        if (article) sums.articles++;
        return null;
      }
      if (article && !mayLeave(article, options.licences)) {
        sums.withheld++;
        ledger.lose({ code: 'DOC_WITHHELD', reason: 'licence' }, nameOf ? nameOf(article.id) : article.id);
        return null;
      }
      sums.sets += left.sets;
      sums.annotations += left.annotations;
      sums.relations += left.relations;
      // What other programs wrote about records leaves with those records and no others.
      const own = { ...selected, articles: selected.articles.map((one) => ({ ...one, extra: leavingWith(one.extra, selected.sets) })) };
      const leaving = nameOf ? unnamed(own, nameOf) : own;
      const named = pseudonyms ? pseudonymous(leaving, pseudonyms) : leaving;
      const told = withTextMode(options.notes ? named : withoutNotes(named, ledger, countNote), options.text, ledger);
      const isPerson = (id: AnnotatorId): boolean => selected.annotators.some((one) => one.id === id && one.kind === 'person');
      if (told && article) for (const { annotator: writer } of selected.sets) if (isPerson(writer)) writers.add(writer);
      return told;
    },
  };
}

/** The account of a format and that of a choice in one, in the order of `lossCodes`. */
export function withLosses(report: LossReport, others: readonly Loss[]): LossReport {
  const severities = ['lossy', 'changed'] as const;
  const all = [...report.losses, ...others];
  const losses = lossCodes.flatMap((code) =>
    severities.flatMap((severity) =>
      [undefined, ...lossReasons].flatMap((reason): readonly Loss[] => {
        const same = all.filter((loss) => loss.code === code && loss.severity === severity && loss.reason === reason);
        const [first] = same;
        if (!first || same.length < 2) return same;
        const examples = same.flatMap((loss) => loss.examples).slice(0, 5);
        return [{ ...first, count: same.reduce((sum, { count }) => sum + count, 0), examples }];
      }),
    ),
  );
  return { ...report, losses };
}
