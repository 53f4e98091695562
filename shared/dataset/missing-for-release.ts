import { type CardFacts } from './card-facts.ts';

/** What a card must say before anything is released, in the order of the card. */
export const requiredFacts = [
  'name', 'summary', 'version', 'languages', 'licence', 'guidelineVersion', 'definitions', 'splits', 'grouping', 'publishers', 'published',
  'collected', 'rights', 'annotators', 'training', 'background', 'pay', 'process', 'agreement', 'limits', 'personalData', 'intendedUse', 'outOfScopeUse',
  'changelog', 'citation', 'contact',
] as const;
export type RequiredFact = (typeof requiredFacts)[number];

/** Required facts that are not there yet; a release is refused while there is one. */
export const missingForRelease = (facts: CardFacts): readonly RequiredFact[] => requiredFacts.filter((name) => isMissing(valueOf[name](facts)));

type Value = string | number | object | null | undefined;

const valueOf: Readonly<Record<RequiredFact, (facts: CardFacts) => Value>> = {
  name: ({ name }) => name,
  summary: ({ summary }) => summary,
  version: ({ version }) => version,
  languages: ({ languages }) => languages,
  licence: ({ licence }) => licence && ('id' in licence ? licence.id : licence.name && licence.link),
  guidelineVersion: ({ guidelineVersion }) => guidelineVersion,
  definitions: ({ schema, definitions }) => (schema.labels.every(({ id }) => isDefined(definitions[id])) ? 'all' : null),
  splits: ({ splits }) => splits.filter(({ documents }) => documents > 0),
  grouping: ({ grouping }) => grouping?.method,
  publishers: ({ source }) => source.publishers,
  published: ({ source }) => source.published,
  collected: ({ source }) => source.collected,
  rights: ({ source }) => source.rights,
  annotators: ({ annotators }) => annotators.people + annotators.machines,
  training: ({ annotators }) => annotators.training,
  background: ({ annotators }) => annotators.background,
  pay: ({ annotators }) => annotators.pay,
  process: ({ process }) => process,
  agreement: ({ agreement }) => agreement && ('values' in agreement ? agreement.values : agreement.absence),
  limits: ({ limits }) => limits,
  personalData: ({ personalData }) => personalData,
  intendedUse: ({ intendedUse }) => intendedUse,
  outOfScopeUse: ({ outOfScopeUse }) => outOfScopeUse,
  changelog: ({ changelog }) => changelog,
  citation: ({ citation }) => citation,
  contact: ({ contact }) => contact,
};

const isDefined = (definition: CardFacts['definitions'][string] | undefined): boolean =>
  definition !== undefined && !isMissing(definition.fa) && !isMissing(definition.en);

/** A blank text, a zero and an empty list say as little as nothing does. */
function isMissing(value: Value): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return !value;
}
