import { describe, expect, it } from 'vitest';
import { span } from '../../../../shared/text/offsets.ts';
import { drawn } from '../../../../renderer/views/annotate/drawn.ts';
import { atRest, type Interaction, type Mode } from '../../../../renderer/views/annotate/mode.ts';
import { dams, relation, relationType, road, said, scene, toAnnotation, toEntity } from './sample-scene.ts';

const number = String;
const inMode = (mode: Mode): Interaction => ({ ...atRest, focused: dams.id, mode });

describe('drawn', () => {
  it('emphasises what the focused annotation is linked to', () => {
    const relations = [relation('r1', 'CUED_BY', 'dams', toAnnotation('said')), relation('r2', 'SAID_BY', 'dams', toEntity('e1'))];
    expect(drawn({ ...scene, relations }, inMode({ kind: 'idle' }), number).related).toEqual([said.id]);
  });

  it('numbers the candidates and emphasises the one under the cursor', () => {
    const target: Mode = { kind: 'target', annotation: dams.id, relation: relationType('SAID_BY'), among: 'annotation', cursor: 1 };
    const { badges, related } = drawn(scene, inMode(target), number);
    expect([[...badges], related]).toEqual([[['minister', '1'], ['mayor', '2']], ['mayor']]);
  });

  it('shows a held border where it would be', () => {
    const spans = [span(0, 4)];
    const held: Mode = { kind: 'border', annotation: dams.id, piece: 0, edge: 'end', spans };
    expect(drawn(scene, inMode(held), number).annotations.find(({ id }) => id === dams.id)?.spans).toBe(spans);
  });

  it('shows the pieces collected', () =>
    expect(drawn(scene, inMode({ kind: 'pieces', spans: road.spans }), number).pieces).toEqual(road.spans));
});
