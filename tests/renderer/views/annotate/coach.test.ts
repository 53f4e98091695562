import { describe, expect, it } from 'vitest';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { coachLine, exampleIn, outlined } from '../../../../renderer/views/annotate/coach.ts';
import { atRest } from '../../../../renderer/views/annotate/mode.ts';
import { annotationId, dams, emptyScene, entityId, minister, relation, road, scene, spanOf, toAnnotation } from './sample-scene.ts';

const selecting = { ...atRest, selection: spanOf('وزیر نیرو') };
const source = { ...minister, entity: entityId('e1') };
const link = relation('r', 'SAID_BY', 'dams', toAnnotation('minister'));
const roadLink = relation('r2', 'SAID_BY', 'road', toAnnotation('minister'));
/** One quote is done; the other one is what a newcomer marks. */
const begun = { ...scene, annotations: [source, dams], relations: [link] };
const second = { ...begun, annotations: [source, dams, road] };
const both = { ...second, relations: [link, roadLink] };
const onRoad = { ...atRest, focused: road.id };

describe('coachLine', () => {
  it.each([
    ['at the beginning', begun, atRest, 'in-progress', 'coach.select'],
    ['with a selection', begun, selecting, 'in-progress', 'coach.label'],
    ['with the second quote, which has the focus', second, onRoad, 'in-progress', 'coach.link'],
    ['with the second quote, which has the focus no more', second, atRest, 'in-progress', 'coach.link-far'],
    ['with both linked', both, atRest, 'in-progress', 'coach.finish'],
    ['with a link to nobody known', { ...both, annotations: [minister, dams, road] }, atRest, 'in-progress', 'coach.person'],
    ['when all is done it has gone for good', both, atRest, 'done', null],
    ["on a colleague's labels", { ...begun, readOnly: true }, atRest, 'in-progress', null],
    ['in a project that began without anything done', emptyScene, atRest, 'todo', 'coach.select'],
    ['there, with a quote alone', { ...scene, annotations: [road] }, atRest, 'in-progress', 'coach.speaker'],
    ['there, with the example marked and linked', { ...scene, annotations: [source, road], relations: [roadLink] }, atRest, 'in-progress', 'coach.finish'],
  ] as const)('%s', (_, here, state, status, line) => expect(coachLine(here, state, status, road.spans)).toBe(line));
});

describe('the example outlined for a newcomer', () => {
  const sample = { annotations: [minister, dams, { ...road, id: annotationId('q4') }] } as unknown as AnnotationSet;

  it('is the quote that the seeds name', () => expect(exampleIn(sample)).toEqual(road.spans));
  it('is nothing where the seeds name none', () => expect(exampleIn({ ...sample, annotations: [road] })).toEqual([]));
  it.each([
    ['is there at the beginning', begun, atRest, road.spans],
    ['stays while something is selected', begun, selecting, road.spans],
    ['makes room for pieces being collected', begun, { ...atRest, mode: { kind: 'pieces', spans: road.spans } }, []],
    ['goes with the second quote', second, atRest, []],
    ["is not drawn over a colleague's labels", { ...begun, readOnly: true }, atRest, []],
  ] as const)('%s', (_, here, state, spans) => expect(outlined(here, state, road.spans)).toEqual(spans));
});
