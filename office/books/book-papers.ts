import type { BookPage, BookVoucher } from '../../rules/cash-book.ts'
import { showMoment } from '../../rules/dates.ts'
import { cashBookPaper } from '../../rules/papers/cash-book.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { terminalDayPaper } from '../../rules/papers/terminal-day.ts'
import { voucherPaper } from '../../rules/papers/voucher.ts'
import type { TerminalDay } from '../../rules/terminals.ts'
import type { Ctx } from '../context.ts'
import { paperTexts } from '../papers.ts'

/** A voucher as it is printed; no cash moves with it. */
export const paperOfVoucher = (ctx: Ctx, voucher: BookVoucher): Paper =>
  voucherPaper(
    { ...voucher, town: ctx.town, issuedAt: showMoment(voucher.issuedAt, ctx.lang), opensDrawer: false },
    paperTexts(ctx.lang),
    ctx.lang,
  )

export const paperOfPage = (ctx: Ctx, page: BookPage): Paper =>
  cashBookPaper(page, ctx.town, paperTexts(ctx.lang), ctx.lang)

export const paperOfTerminals = (
  ctx: Ctx,
  terminals: readonly TerminalDay[],
  day: Temporal.PlainDate,
): Paper => terminalDayPaper(terminals, day, ctx.town, paperTexts(ctx.lang), ctx.lang)
