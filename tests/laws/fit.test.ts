import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Capabilities, everything } from '../../shared/codecs/capabilities.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { isLossless, type LossCode, type LossReport } from '../../shared/codecs/loss-report.ts';
import { unnamedAnnotator } from '../../shared/codecs/reductions/drop-set-heads.ts';
import { overlap } from '../../shared/codecs/reductions/drop-overlaps.ts';
import { unknownSource } from '../../shared/model/article.ts';
import { checkDataset, errorsOf } from '../../shared/model/check.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { isStanding, withMergeTargets } from '../../shared/model/merged-entities.ts';
import { entitiesOf } from '../../shared/model/references.ts';
import { dataset } from '../arbitraries/dataset.ts';
import { forAll } from '../arbitraries/for-all.ts';

type Draws = { [Name in keyof Capabilities]: fc.Arbitrary<boolean> };
const capabilities: fc.Arbitrary<Capabilities> = fc.record(
  Object.fromEntries(Object.keys(everything).map((name) => [name, fc.boolean()])) as Draws,
);
const cases = fc.tuple(dataset, capabilities);

const annotationsOf = ({ sets }: Dataset) => sets.flatMap((set) => set.annotations);
const relationsOf = ({ sets }: Dataset) => sets.flatMap((set) => set.relations);

/** What a Dataset looks like to a format that lacks one ability. `ids` shows only after reading. */
const withoutIt: { readonly [Name in keyof Capabilities]: (dataset: Dataset) => boolean } = {
  discontinuous: (one) => annotationsOf(one).every(({ spans }) => spans.length === 1),
  overlap: ({ sets }) =>
    sets.every(({ annotations }) => annotations.every((a, index) => annotations.slice(index + 1).every((b) => !overlap(a, b)))),
  relations: (one) => relationsOf(one).length === 0,
  entityRelations: (one) => relationsOf(one).every(({ to }) => to.kind === 'annotation'),
  relationAttributes: (one) => relationsOf(one).every(({ attributes }) => Object.keys(attributes).length === 0),
  attributes: (one) => annotationsOf(one).every(({ attributes }) => Object.keys(attributes).length === 0),
  entities: (one) => one.entities.length === 0 && one.sets.every((set) => entitiesOf(set).size === 0),
  entityDetails: ({ entities }) =>
    entities.every(({ kind, aliases, offices, note }) => kind === 'unknown' && aliases.length + offices.length === 0 && note === ''),
  mergedEntities: ({ entities }) => entities.every(isStanding),
  unreferenced: ({ annotators, entities, sets }) => {
    const meant = (set: AnnotationSet) => withMergeTargets(entities, entitiesOf(set));
    const referred = new Set<string>(sets.flatMap((set) => [set.annotator, ...meant(set)]));
    return [...annotators, ...entities].every(({ id }) => referred.has(id));
  },
  bareArticles: ({ articles, sets }) => articles.every(({ id }) => sets.some(({ article }) => article === id)),
  severalSets: ({ sets }) => new Set(sets.map(({ article }) => article)).size === sets.length,
  setHeads: ({ sets, annotators }) =>
    sets.every(({ annotator, role, status, override }) => annotator === unnamedAnnotator.id && role === 'work' && status === 'done' && !override) &&
    annotators.every((one) => one === unnamedAnnotator),
  notes: (one) => annotationsOf(one).every(({ note, flagged, origin }) => note === '' && !flagged && origin === 'manual'),
  articleMetadata: ({ articles }) =>
    articles.every(({ source, group, extra }) => {
      const isForgotten = JSON.stringify(source) === JSON.stringify(unknownSource);
      return isForgotten && group === null && Object.keys(extra).length === 0;
    }),
  ids: () => true,
};

const countOf = (report: LossReport, ...codes: readonly LossCode[]): number =>
  report.losses.reduce((sum, { code, count }) => (codes.includes(code) ? sum + count : sum), 0);

describe('fit', { timeout: 120_000 }, () => {
  it('leaves nothing that the format cannot hold', () =>
    forAll(cases, ([whole, can]) => {
      const fitted = fit(whole, { id: 'any', capabilities: can }).dataset;
      const broken = Object.entries(withoutIt).filter(([name, holds]) => !can[name as keyof Capabilities] && !holds(fitted));
      expect(broken.map(([name]) => name)).toEqual([]);
    }));

  it('has nothing left to do the second time', () =>
    forAll(cases, ([whole, can]) => {
      const once = fit(whole, { id: 'any', capabilities: can }).dataset;
      const twice = fit(once, { id: 'any', capabilities: can });
      expect(twice.dataset).toEqual(once);
      expect(twice.report.losses).toEqual([]);
    }));

  it('says nothing exactly when it does nothing', () =>
    forAll(cases, ([whole, can]) => {
      const { dataset: fitted, report } = fit(whole, { id: 'any', capabilities: can });
      if (isLossless(report)) expect(fitted).toEqual(normalised(whole));
      else expect(fitted).not.toEqual(normalised(whole));
    }));

  it('does nothing for a format that holds everything', () =>
    forAll(dataset, (whole) => {
      const { dataset: fitted, report } = fit(whole, { id: 'any', capabilities: everything });
      expect(fitted).toEqual(normalised(whole));
      expect(report.losses).toEqual([]);
    }));

  it('accounts for every Annotation and Relation: in = out + dropped', () =>
    forAll(cases, ([whole, can]) => {
      const { dataset: fitted, report } = fit(whole, { id: 'any', capabilities: can });
      expect(report.annotationsIn).toBe(annotationsOf(whole).length);
      expect(report.relationsIn).toBe(relationsOf(whole).length);
      expect(report.relationsOut).toBe(relationsOf(fitted).length);
      const lost = report.annotationsIn + report.relationsIn - report.annotationsOut - report.relationsOut;
      expect(lost).toBe(countOf(report, 'OVERLAP_DROPPED', 'DUPLICATE_MERGED', 'RELATION_DROPPED'));
      const splits = countOf(report, 'DISCONTINUOUS_SPLIT');
      if (splits === 0) expect(annotationsOf(fitted).length).toBe(report.annotationsOut);
      else expect(annotationsOf(fitted).length).toBeGreaterThanOrEqual(report.annotationsOut + splits);
    }));

  it('leaves nothing of an Article that a format withholds: no set, no name that only it led to, and no Annotation in the account', () =>
    forAll(cases, ([whole, can]) => {
      const format = { id: 'any', capabilities: can, withholds: () => true } as const;
      const { dataset: fitted, report } = fit(whole, format);
      expect([fitted.articles, fitted.sets]).toEqual([[], []]);
      if (!can.unreferenced) expect([fitted.annotators, fitted.entities]).toEqual([[], []]);
      expect(countOf(report, 'DOC_WITHHELD')).toBe(whole.articles.length);
      expect([report.annotationsIn, report.annotationsOut, report.relationsIn, report.relationsOut]).toEqual([0, 0, 0, 0]);
      expect(fit(fitted, format).dataset).toEqual(fitted);
    }));

  it('keeps the integrity rules', () =>
    forAll(cases, ([whole, can]) => expect(errorsOf(checkDataset(fit(whole, { id: 'any', capabilities: can }).dataset))).toEqual([])));
});
