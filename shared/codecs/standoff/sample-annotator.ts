import { type Annotator } from '../../model/annotator.ts';
import { makeId } from '../../model/id.ts';

/** The colleague of the sample project, whose finished annotation comes with Naql. */
export const sampleAnnotator: Annotator = { id: makeId('annotator', 'sample'), kind: 'person', name: 'نمونه', version: null };
