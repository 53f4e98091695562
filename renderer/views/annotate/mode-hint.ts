import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { targetChoice, targetQuestion } from './linking.ts';
import { type Interaction, type WordValues } from './mode.ts';
import { type Scene } from './scene.ts';

/** What the next key will do, for the status bar; `null` at rest. */
export function modeHint(scene: Scene, state: Interaction): { readonly code: MessageCode; readonly values: WordValues } | null {
  const { mode } = state;
  const hint = (code: MessageCode, values: WordValues = {}) => ({ code, values });
  switch (mode.kind) {
    case 'idle':
      return null;
    case 'armed':
      return hint('annotate.armed', { label: labelDef(scene.schema, mode.label)?.name ?? mode.label });
    case 'pieces':
      return hint('annotate.pieces', { n: mode.spans.length });
    case 'border':
      return hint('annotate.border-held');
    case 'relation':
      return hint('annotate.choose-relation');
    case 'target': {
      const choice = targetChoice(scene, mode);
      return choice ? hint(targetQuestion(scene, choice, mode.among)) : null;
    }
    case 'unlink':
      return hint('annotate.choose-unlink');
    case 'proposal':
      return hint(mode.purpose.kind === 'same' ? 'annotate.proposal.same' : 'annotate.proposal.frame');
    case 'entity':
      return hint('choice.entity.hint');
  }
}
