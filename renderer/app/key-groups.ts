import { keyMap, type KeyMap } from '../ui/keyboard.ts';
import { adjudicateKeys, goldKeys } from '../views/adjudicate/keys.ts';
import { agreementKeys } from '../views/agreement/keys.ts';
import { annotateKeys } from '../views/annotate/keys.ts';
import { discussionKeys, questionsKeys } from '../views/discussion/keys.ts';
import { exchangeKeys } from '../views/exchange/keys.ts';
import { concordanceKeys } from '../views/concordance/keys.ts';
import { entitiesKeys } from '../views/entities/keys.ts';
import { guidelineKeys } from '../views/guideline/keys.ts';
import { libraryKeys } from '../views/library/keys.ts';
import { pastKeys } from '../views/past/keys.ts';
import { schemaKeys } from '../views/schema/keys.ts';
import { type KeyGroup } from '../views/keys/sheet-rows.ts';
import { appKeys } from './keys.ts';

/** The keys of the screens; two screens may share a chord. */
const screens: readonly KeyGroup[] = [
  { title: 'keys.group.annotate', map: [...annotateKeys, ...guidelineKeys, ...discussionKeys] },
  { title: 'keys.group.library', map: libraryKeys },
  { title: 'keys.group.concordance', map: concordanceKeys },
  { title: 'keys.group.people', map: entitiesKeys },
  { title: 'keys.group.exchange', map: exchangeKeys },
  { title: 'menu.questions', map: questionsKeys },
  { title: 'keys.group.schema', map: schemaKeys },
  { title: 'keys.group.agreement', map: agreementKeys },
];

/** Keys of settling readings and of going back in time: the same places mean other things while one annotates, so nobody moves them. */
const fixed: readonly KeyGroup[] = [
  { title: 'keys.group.adjudicate', map: adjudicateKeys, isFixed: true },
  { title: 'keys.group.gold', map: goldKeys, isFixed: true },
  { title: 'keys.group.past', map: pastKeys, isFixed: true },
];

// No screen may take what holds everywhere: refused here, where it is defined.
for (const { map } of [...screens, ...fixed]) keyMap<string>([...appKeys, ...map]);

const movable: readonly KeyGroup[] = [...screens, { title: 'keys.group.app', map: appKeys }];

const everywhere = new Set<string>(appKeys.map(({ command }) => command));
const allFixed: KeyMap = fixed.flatMap(({ map }) => map);
const none: KeyMap = [];

/** What holds everywhere may not be moved onto a key that means something on the screens that stay as they are. */
export const unmovedBeside = (command: string): KeyMap => (everywhere.has(command) ? allFixed : none);

/** All keys, as the key sheet lists them. */
export const keyGroups: readonly KeyGroup[] = [...movable, ...fixed];

/** Those that a person may move to other places. */
export const allKeys: KeyMap = movable.flatMap(({ map }) => map);
