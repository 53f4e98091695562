import { type SetChoice } from '../../../shared/dataset/selection.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';

const oneOf = 'annotator:';

/** A choice as the value of a radio button, and back. */
export const whoseValue = (choice: SetChoice): string => (choice.kind === 'annotator' ? `${oneOf}${choice.annotator}` : choice.kind);

export const whoseChoices = (me: AnnotatorId, annotators: readonly Annotator[]): readonly SetChoice[] => [
  { kind: 'mine' },
  { kind: 'adjudicated' },
  { kind: 'judgements' },
  { kind: 'everything' },
  ...annotators.flatMap(({ id }): readonly SetChoice[] => (id === me ? [] : [{ kind: 'annotator', annotator: id }])),
];
