import { randomUUIDv7 } from 'node:crypto'
import { printCopy } from '../../office/print/print-copy.ts'
import { resolveJob } from '../../office/print/resolve-job.ts'
import { listPapers } from '../../office/receipts/list-papers.ts'
import { reversalTold } from '../../office/receipts/lookup.ts'
import { showPayment } from '../../office/receipts/show-receipt.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { type Act, may, whyNotMay } from '../../rules/authority.ts'
import { whyNotCopied } from '../../rules/papers/duplicate.ts'
import { type Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotReversible } from '../../rules/reversals.ts'
import { whyNotThisTill } from '../desk/desk-operations.ts'
import type { AtDesk } from '../door.ts'
import { type Change, change, type KeyLine, type Outcome, push, type Screen } from '../screen.ts'
import {
  chosenPaper,
  type Drawer,
  isAsking,
  PAGE,
  type ReceiptsState,
  typeAtReceipts,
  withFound,
  withNews,
  withoutSearch,
} from './receipts-state.ts'
import { ReceiptsView } from './receipts-view.tsx'
import { reversalAtOpening, reversalScreen, stornoAsked } from './reversal-screen.tsx'

type Keys = KeyLine<ReceiptsState>[]

/**
 * The desk's papers and all receipts: what is in doubt first, then the newest, or what was looked for by number, name, amount
 * or day; with what became of each, and the chosen one as it is on paper. From here a duplicate and a reversal are made.
 */
export function receiptsScreen(desk: AtDesk): Screen<ReceiptsState> {
  const { receipts: texts, registryWork } = desk.door.texts.screens
  return {
    title: () => (desk.session.who.post === 'clerk' ? registryWork.papers : texts.title),
    keys: s => [
      ...(isAsking(s) ? answerKeys(s, desk) : []),
      enterKey(s, desk),
      copyKey(s, desk),
      reverseKey(s, desk),
      ...(s.entry.value === '' && s.asked === '' ? [] : [clearKey(desk)]),
    ],
    type: typeAtReceipts,
    help: () => texts.help,
    shown: async s => {
      const [news, drawer] = await Promise.all([latest(s, desk), drawerAt(desk)])
      return change(now => ({ ...news(now), drawer }))
    },
    tick: { every_ms: 1500, run: s => latest(s, desk) },
    View: ({ state, size }) => <ReceiptsView state={state} size={size} desk={desk} />,
  }
}

/** The list as it now is. */
async function latest({ asked, limit }: ReceiptsState, desk: AtDesk): Promise<Change<ReceiptsState>> {
  const found = await listPapers(desk.session.ctx(), { text: asked, limit })
  return now => withNews(now, asked, found)
}

/** Whether money can be given back here: the own till is open at this desk, and no other program works with it. */
async function drawerAt(desk: AtDesk): Promise<Drawer> {
  const { who } = desk.session
  if (!may(who.post, 'reversals.make')) return { why: whyMayNot(desk, 'reversals.make') }
  const till = await myTill(desk.session.ctx())
  if (!till) return { why: refusal('till.not_open', {}) }
  const why = await whyNotThisTill(desk, till)
  return why ? { why } : { held: till.expected }
}

/** `1` and `2` answer whether the paper came out; the list says so. */
function answerKeys(s: ReceiptsState, desk: AtDesk): Keys {
  const { receipts: texts } = desk.door.texts.screens
  const job = chosenPaper(s)?.job
  const resolve = (cameOut: boolean) => async () => {
    if (job) await resolveJob(desk.session.ctx(), { jobId: job.id, cameOut })
    return change<ReceiptsState>(await latest(s, desk), cameOut ? texts.markedPrinted : texts.printedAgain)
  }
  const why = whyNotMay(desk.session.who.post, 'print.resolve')
  return [
    { key: '1', label: texts.cameOut, quiet: true, refusal: why, run: resolve(true) },
    { key: '2', label: texts.printAgain, quiet: true, refusal: why, run: resolve(false) },
  ]
}

/** Looks for what is typed; where that is shown already, for the page after it. */
function enterKey(s: ReceiptsState, desk: AtDesk): KeyLine<ReceiptsState> {
  const { receipts: texts } = desk.door.texts.screens
  const typed = s.entry.value.trim()
  if (typed === s.asked && s.isMore)
    return { key: 'enter', label: texts.more, run: now => loadMore(now, desk) }
  return {
    key: 'enter',
    label: texts.find,
    run: async () => {
      const found = await listPapers(desk.session.ctx(), { text: typed, limit: PAGE })
      return change(now => withFound(now, typed, found))
    },
  }
}

async function loadMore(s: ReceiptsState, desk: AtDesk): Promise<Outcome<ReceiptsState>> {
  const longer = { ...s, limit: s.limit + PAGE }
  const news = await latest(longer, desk)
  return change(now => news({ ...now, limit: longer.limit }))
}

const clearKey = (desk: AtDesk): KeyLine<ReceiptsState> => ({
  key: 'esc',
  label: desk.door.texts.screens.receipts.clear,
  run: async s => {
    const news = await latest(withoutSearch(s), desk)
    return change(now => news({ ...withoutSearch(now), papers: [], cursor: 0, limit: PAGE }))
  },
})

function copyKey(s: ReceiptsState, desk: AtDesk): KeyLine<ReceiptsState> {
  const { receipts: texts } = desk.door.texts.screens
  const job = chosenPaper(s)?.job
  const why = job ? whyNotCopied(job) : refusal('receipt.not_chosen', {})
  return {
    key: 'f6',
    label: texts.duplicate,
    refusal: whyNotMay(desk.session.who.post, 'print.copy') ?? why,
    run: now => copy(now, desk),
  }
}

async function copy(s: ReceiptsState, desk: AtDesk): Promise<Outcome<ReceiptsState>> {
  const job = chosenPaper(s)?.job
  if (!job) return
  const owed = await printCopy(desk.session.ctx(), { id: s.copyId, jobId: job.id })
  const news = await latest(s, desk)
  const { receipts: texts } = desk.door.texts.screens
  return change(now => news({ ...now, copyId: randomUUIDv7() }), texts.duplicated(owed.copy))
}

function reverseKey(s: ReceiptsState, desk: AtDesk): KeyLine<ReceiptsState> {
  return {
    key: 'f8',
    label: desk.door.texts.screens.receipts.reverse,
    refusal: whyNotReversed(s, desk),
    holdsTyping: true,
    run: now => pushReversal(now, desk),
  }
}

/** Why the chosen paper's payment cannot be reversed, or null, as far as it is known before the form. */
function whyNotReversed(s: ReceiptsState, desk: AtDesk): Refusal | null {
  const receipt = chosenPaper(s)?.receipt
  if (!receipt) return whyNotMay(desk.session.who.post, 'reversals.make') ?? refusal('receipt.not_chosen', {})
  const reversal = receipt.reversal && reversalTold(receipt.reversal, desk.door.lang)
  if ('why' in s.drawer) return s.drawer.why
  return whyNotReversible({ tenders: [], reversal, sold: null }, s.drawer.held, stornoAsked(desk))
}

/** The receipt as it is now, and the money in the drawer now. */
async function pushReversal(s: ReceiptsState, desk: AtDesk): Promise<Outcome<ReceiptsState>> {
  const receipt = chosenPaper(s)?.receipt
  if (!receipt) return
  const [shown, drawer] = await Promise.all([
    showPayment(desk.session.ctx(), receipt.paymentId),
    drawerAt(desk),
  ])
  if ('why' in drawer) throw drawer.why
  refuseIf(
    whyNotReversible(
      { ...shown, reversal: shown.reversal && reversalTold(shown.reversal, desk.door.lang) },
      drawer.held,
      stornoAsked(desk),
    ),
  )
  return push(reversalScreen(desk), reversalAtOpening(shown, drawer.held))
}

const whyMayNot = (desk: AtDesk, act: Act): Refusal =>
  whyNotMay(desk.session.who.post, act) ?? refusal('till.not_open', {})
