import { defineCompute } from '../../core/cell-compute';
import type { ExportFile, ExportWish } from '../../core/export';
import { stretch, type Job } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import type { TableValue } from '../../core/values';
import { definition } from './definition';
import { exportReport, type ReportFormat } from './export-report';
import { exportAside, exportBreaches, exportKept } from './export-rows';
import { runClean } from './run-clean';

type CleanParams = ParamsOf<(typeof definition)['params']>;

interface Ground {
  readonly params: CleanParams;
  readonly inputs: { readonly table: TableValue };
  readonly wish: Pick<ExportWish, 'language'>;
}

export default defineCompute(
  definition,
  async function* ({ steps, output }, { table }) {
    return yield* runClean(table, steps, output);
  },
  {
    'kept-csv': (ground) => exportKept(wantedIn(ground)),
    'set-aside-csv': (ground) => exportAside(wantedIn(ground)),
    'breaches-csv': (ground) => exportBreaches(wantedIn(ground)),
    'report-csv': (ground) => report(ground, 'report-csv'),
    'report-md': (ground) => report(ground, 'report-md'),
    'report-html': (ground) => report(ground, 'report-html'),
  },
);

function wantedIn({ params, inputs, wish }: Ground) {
  return { table: inputs.table, steps: params.steps, language: wish.language };
}

async function* report(
  { params, inputs, wish }: Ground,
  format: ReportFormat,
): Job<ExportFile, never> {
  const { display } = yield* stretch(runClean(inputs.table, params.steps, 'kept'), 0, 0.95);
  return yield* stretch(exportReport(display, { format, language: wish.language }), 0.95, 1);
}
