import { type Bilingual } from '../model/schema.ts';
import { adjudicate } from './adjudicate.ts';
import { agreementScreen } from './agreement-screen.ts';
import { agreement } from './agreement.ts';
import { annotate } from './annotate.ts';
import { audit } from './audit.ts';
import { checks } from './checks.ts';
import { copies } from './copies.ts';
import { discussion } from './discussion.ts';
import { exchange } from './exchange.ts';
import { exportScreen } from './export-screen.ts';
import { importScreen } from './import-screen.ts';
import { keys } from './keys.ts';
import { library } from './library.ts';
import { native } from './native.ts';
import { past } from './past.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { projects } from './projects.ts';
import { schemaScreen } from './schema-screen.ts';
import { screens } from './screens.ts';
import { tables } from './tables.ts';

type CheckCodes = { readonly [Code in keyof typeof checks as `check.${Code}`]: Bilingual };
type ProblemCodes = { readonly [Code in keyof typeof problems as `problem.${Code}`]: Bilingual };

/** All messages by code; the two languages of one message stand side by side, so that neither can be forgotten. */
export const catalogue = {
  ...screens,
  ...keys,
  ...people,
  ...annotate,
  ...importScreen,
  ...schemaScreen,
  ...exportScreen,
  ...native,
  ...tables,
  ...agreement,
  ...exchange,
  ...adjudicate,
  ...audit,
  ...discussion,
  ...library,
  ...copies,
  ...projects,
  ...agreementScreen,
  ...past,
  ...(Object.fromEntries(Object.entries(checks).map(([code, text]) => [`check.${code}`, text])) as CheckCodes),
  ...(Object.fromEntries(Object.entries(problems).map(([code, text]) => [`problem.${code}`, text])) as ProblemCodes),
};
export type MessageCode = keyof typeof catalogue;
