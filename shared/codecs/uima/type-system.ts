import { type Bilingual, type Schema } from '../../model/schema.ts';
import { featureOfAttribute } from './feature-name.ts';

/** What a feature may hold, by UIMA's name for it. */
export interface FeatureDef {
  readonly name: string;
  readonly range: string;
  readonly description: string;
}

export interface TypeDef {
  readonly name: string;
  readonly supertype: 'uima.cas.TOP' | 'uima.tcas.Annotation';
  readonly description: string;
  readonly features: readonly FeatureDef[];
}

/** Layers that a person makes in INCEpTION are named so. */
export const markType = 'webanno.custom.Mark';
export const linkType = 'webanno.custom.Link';
/** Links to somebody whom the text does not mention have no place in it: no annotations, and INCEpTION has no such thing. */
export const entityLinkType = 'naql.EntityLink';
export const entityType = 'naql.Entity';
export const articleType = 'naql.Article';
export const setType = 'naql.Set';
/** INCEpTION shows and locks by these. */
export const sentenceType = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence';
export const tokenType = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
export const documentType = 'uima.tcas.DocumentAnnotation';

const text = 'uima.cas.String';
const feature = (name: string, range: string, description: string): FeatureDef => ({ name, range, description });
const details = feature('details', text, 'Everything that Naql knows of it, as JSON: this is what Naql reads.');

const bothNames = ({ fa, en }: Bilingual): string => `${fa} / ${en}`;
const namesOf = (defs: readonly (readonly [id: string, name: Bilingual])[]): string =>
  defs.map(([id, name]) => `${id} (${bothNames(name)})`).join(', ');

/** The types of all CASes of a Schema, in the order in which they are declared. */
export const typesOf = (schema: Schema): readonly TypeDef[] => [
  {
    name: markType,
    supertype: 'uima.tcas.Annotation',
    description: `A labelled place. Labels: ${namesOf(schema.labels.map(({ id, name }) => [id, name]))}`,
    features: [
      feature('id', text, 'Id of the annotation; its pieces have the same.'),
      feature('label', text, 'Id of the label.'),
      feature('part', text, 'n/m: the n-th of m pieces of an interrupted annotation. Absent where there is one.'),
      feature('entity', entityType, 'The person or body that is meant.'),
      feature('note', text, 'What the annotator noted.'),
      feature('flagged', 'uima.cas.Boolean', 'The annotator wants it discussed.'),
      feature('origin', text, 'manual, suggested-accepted or suggested-edited.'),
      ...attributeFeatures(schema),
    ],
  },
  {
    name: linkType,
    supertype: 'uima.tcas.Annotation',
    description: `From Governor to Dependent, over the Dependent's place. Labels: ${namesOf(schema.relations.map(({ type, name }) => [type, name]))}`,
    features: [
      feature('Governor', markType, 'Where it begins.'),
      feature('Dependent', markType, 'Where it points.'),
      feature('id', text, 'Id of the relation. Absent between the pieces of one annotation.'),
      feature('label', text, 'Type of the relation, or continuation: the Dependent is the next piece of the Governor.'),
      feature('attributes', text, 'A JSON object. Absent where there are none.'),
    ],
  },
  {
    name: entityLinkType,
    supertype: 'uima.cas.TOP',
    description: 'A relation to a person or body whom the text does not mention.',
    features: [
      feature('Governor', markType, 'Where it begins.'),
      feature('entity', entityType, 'Whom it means.'),
      feature('id', text, 'Id of the relation.'),
      feature('label', text, 'Type of the relation.'),
      feature('attributes', text, 'A JSON object. Absent where there are none.'),
    ],
  },
  {
    name: entityType,
    supertype: 'uima.cas.TOP',
    description: 'A person or body in the world.',
    features: [feature('id', text, 'Id, the same in all articles.'), feature('name', text, 'Name.'), details],
  },
  {
    name: articleType,
    supertype: 'uima.cas.TOP',
    description: 'The article that this CAS holds.',
    features: [feature('id', text, 'Id.'), feature('title', text, 'Title.'), details],
  },
  {
    name: setType,
    supertype: 'uima.cas.TOP',
    description: 'Whose work this CAS holds. Absent where nobody has worked on the article.',
    features: [
      feature('id', text, 'Id.'), feature('annotator', text, 'Id of the annotator.'),
      feature('role', text, 'work, suggestion or adjudicated.'), details,
    ],
  },
  { name: sentenceType, supertype: 'uima.tcas.Annotation', description: '', features: [] },
  { name: tokenType, supertype: 'uima.tcas.Annotation', description: '', features: [] },
];

/** One for each attribute name, whichever labels have it. */
function attributeFeatures({ labels }: Schema): readonly FeatureDef[] {
  const names = new Map<string, string[]>();
  for (const label of labels)
    for (const { id, name } of label.attributes) names.set(id, [...(names.get(id) ?? []), `${label.id}: ${bothNames(name)}`]);
  return [...names].map(([id, where]) => feature(featureOfAttribute(id), text, where.join('; ')));
}
