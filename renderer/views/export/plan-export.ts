import { isReleased } from '../../../shared/dataset/earlier-release.ts';
import { type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { type ExportPlan, type PlanContext, type Planned } from '../../../shared/dataset/export-plan.ts';
import { type Attention, type ExportSource } from '../../../shared/dataset/export-source.ts';
import { problem } from '../../../shared/result.ts';
import { type ExportGround, planContext } from './export-ground.ts';

export type PlanIn = (source: ExportSource, options: ExportOptions, context: PlanContext) => Promise<Planned>;

/** `measures`: is agreement measured for the card, and are the rules of the task asked, or is it only wanted to know what was chosen? */
export interface PlanWish extends Attention {
  readonly measures: boolean;
}

/** Plans until the project stood still while it was read; `null` when it was told to stop. */
export async function steadyPlan(
  readSource: () => Promise<ExportSource>, options: ExportOptions, ground: ExportGround, { measures, ...attention }: PlanWish, plan: PlanIn,
): Promise<ExportPlan | null> {
  for (;;) {
    const source = await readSource();
    const planned = await plan(source, options, { ...planContext(ground, options, measures), ...attention });
    if (planned.outcome === 'stopped') return null;
    if ((await readSource()).snapshot !== source.snapshot) continue;
    const { plan: found } = planned;
    return isReleased(ground.releases, options.release) ? { ...found, problems: [...found.problems, problem('released-already')] } : found;
  }
}
