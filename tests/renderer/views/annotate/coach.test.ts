import { describe, expect, it } from 'vitest';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { coachLine, exampleIn, outlined } from '../../../../renderer/views/annotate/coach.ts';
import { atRest } from '../../../../renderer/views/annotate/mode.ts';
import { dams, emptyScene, entityId, minister, relation, road, scene, spanOf, toAnnotation } from './sample-scene.ts';

const selecting = { ...atRest, selection: spanOf('وزیر نیرو') };
const linked = { ...scene, relations: [relation('r', 'SAID_BY', 'dams', toAnnotation('minister'))] };
const known = { ...linked, annotations: [{ ...minister, entity: entityId('e1') }, dams] };

describe('coachLine', () => {
  it.each([
    ['at the beginning', emptyScene, atRest, 'todo', 'coach.select'],
    ['with a selection', emptyScene, selecting, 'todo', 'coach.label'],
    ['with a quote alone', { ...scene, annotations: [dams] }, atRest, 'in-progress', 'coach.speaker'],
    ['with a quote and a speaker', { ...scene, annotations: [minister, dams] }, atRest, 'in-progress', 'coach.link'],
    ['with a link to nobody known', linked, atRest, 'in-progress', 'coach.person'],
    ['with a link to a person', known, atRest, 'in-progress', 'coach.finish'],
    ['when all is done it has gone for good', known, atRest, 'done', null],
    ["on a colleague's labels", { ...scene, readOnly: true }, atRest, 'in-progress', null],
  ] as const)('%s', (_, here, state, status, line) => expect(coachLine(here, state, status)).toBe(line));
});

describe('the example outlined for a newcomer', () => {
  const sample = { annotations: [minister, road, dams] } as unknown as AnnotationSet;

  it('is the first quote that one drag marks', () => expect(exampleIn(scene.schema, sample)).toEqual(dams.spans));
  it('is nothing where no quote is short', () => expect(exampleIn(scene.schema, { ...sample, annotations: [road] })).toEqual([]));
  it.each([
    ['is there at the beginning', emptyScene, atRest, dams.spans],
    ['stays while something is selected', emptyScene, selecting, dams.spans],
    ['makes room for pieces being collected', emptyScene, { ...atRest, mode: { kind: 'pieces', spans: road.spans } }, []],
    ['goes with the first label', { ...scene, annotations: [dams] }, atRest, []],
    ["is not drawn over a colleague's labels", { ...emptyScene, readOnly: true }, atRest, []],
  ] as const)('%s', (_, here, state, spans) => expect(outlined(here, state, dams.spans)).toEqual(spans));
});
