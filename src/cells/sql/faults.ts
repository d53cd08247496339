import type { ProblemReport } from '../../core/problem';
import type { Language } from '../../core/words';
import type { Fault } from '../../editor/code';
import { problemWords } from '../../locale/problems';

/** Where a problem lies in the query; nothing for one that lies elsewhere. */
export function faultsOf(problem: ProblemReport | null, language: Language): readonly Fault[] {
  switch (problem?.code) {
    case 'sql-failed':
    case 'sql-not-allowed':
    case 'sql-changing': {
      const { from, to } = problem.facts;
      return from < 0 ? [] : [{ from, to, message: problemWords(problem).what[language] }];
    }
    default:
      return [];
  }
}
