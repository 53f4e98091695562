import { describe, expect, it } from 'vitest';
import { coachLine } from '../../../../renderer/views/annotate/coach.ts';
import { atRest } from '../../../../renderer/views/annotate/mode.ts';
import { dams, emptyScene, minister, relation, scene, spanOf, toAnnotation } from './sample-scene.ts';

const selecting = { ...atRest, selection: spanOf('وزیر نیرو') };
const linked = { ...scene, relations: [relation('r', 'SAID_BY', 'dams', toAnnotation('minister'))] };

describe('coachLine', () => {
  it.each([
    ['at the beginning', emptyScene, atRest, 'todo', 'coach.select'],
    ['with a selection', emptyScene, selecting, 'todo', 'coach.label'],
    ['with a quote alone', { ...scene, annotations: [dams] }, atRest, 'in-progress', 'coach.speaker'],
    ['with a quote and a speaker', { ...scene, annotations: [minister, dams] }, atRest, 'in-progress', 'coach.link'],
    ['with a link', linked, atRest, 'in-progress', 'coach.finish'],
    ['when all is done it has gone for good', linked, atRest, 'done', null],
    ["on a colleague's labels", { ...scene, readOnly: true }, atRest, 'in-progress', null],
  ] as const)('%s', (_, here, state, status, line) => expect(coachLine(here, state, status)).toBe(line));
});
