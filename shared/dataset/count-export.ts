import { type Annotator } from '../model/annotator.ts';
import { type Dataset } from '../model/dataset.ts';
import { type ExportCounts, type LeftOut, type Tally } from './export-counts.ts';
import { isLicence } from './licence.ts';

/** Counts slice after slice. */
export interface ExportCounter {
  readonly add: (slice: Dataset) => void;
  readonly counts: (leftOut: LeftOut) => ExportCounts;
}

export function exportCounter(): ExportCounter {
  const sums = { articles: 0, sets: 0, annotations: 0, relations: 0 };
  const tallies = {
    labels: tallier(), relationTypes: tallier(), publishers: tallier(), licences: tallier(), languages: tallier(), months: tallier(),
    annotators: tallier(),
  };
  const kinds = new Map<string, Annotator['kind']>();
  return {
    add({ articles, sets, annotators }) {
      sums.articles += articles.length;
      sums.sets += sets.length;
      for (const { source, language } of articles) {
        tallies.publishers.add(source.publisher ?? '');
        tallies.licences.add(isLicence(source.licence) ? source.licence : '');
        tallies.months.add(source.published?.slice(0, 7) ?? '');
        tallies.languages.add(language);
      }
      for (const { annotator, annotations, relations } of sets) {
        sums.annotations += annotations.length;
        sums.relations += relations.length;
        tallies.annotators.add(annotator);
        for (const { label } of annotations) tallies.labels.add(label);
        for (const { type } of relations) tallies.relationTypes.add(type);
      }
      const active = new Set(sets.map(({ annotator }) => annotator));
      for (const { id, kind } of annotators) if (active.has(id)) kinds.set(id, kind);
    },
    counts(leftOut) {
      const people = [...kinds.values()].filter((kind) => kind === 'person').length;
      return {
        ...sums,
        labels: tallies.labels.tally(),
        relationTypes: tallies.relationTypes.tally(),
        publishers: tallies.publishers.tally(),
        licences: tallies.licences.tally(),
        languages: tallies.languages.tally(),
        months: tallies.months.tally(),
        annotators: tallies.annotators.tally(),
        people,
        machines: kinds.size - people,
        leftOut,
      };
    },
  };
}

/** How often each name came. */
export interface Tallier {
  readonly add: (name: string, count?: number) => void;
  readonly tally: () => Tally;
}

export function tallier(): Tallier {
  const counts = new Map<string, number>();
  return {
    add: (name, count = 1) => void counts.set(name, (counts.get(name) ?? 0) + count),
    tally: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
