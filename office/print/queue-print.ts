import { printJobs } from '../../db/schema/print-jobs.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { paperOfTown } from '../../rules/papers/practice.ts'
import type { Ctx } from '../context.ts'
import { paperTexts } from '../papers.ts'
import type { Tx } from '../transaction.ts'

type OwedPaper = {
  id: string
  printerId: string
  deskId: string | null
  subjectId: string | null
  /** 0, where it is left out, is the original. */
  copy?: number
  paper: Paper
}

/** Owes a paper in the caller's transaction; the commit wakes the printer's spooler. Practice is marked here, every paper. */
export const queuePrint = (tx: Tx, { town, lang }: Pick<Ctx, 'town' | 'lang'>, owed: OwedPaper) =>
  tx.insert(printJobs).values({
    id: owed.id,
    printerId: owed.printerId,
    deskId: owed.deskId,
    kind: owed.paper.kind,
    subjectId: owed.subjectId,
    copy: owed.copy ?? 0,
    title: owed.paper.title,
    paper: paperOfTown(owed.paper, town, paperTexts(lang).heading),
  })
