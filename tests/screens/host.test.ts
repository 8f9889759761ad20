import { afterEach, describe, expect, test } from 'vitest'
import { refusal } from '../../rules/refusal.ts'
import { open } from '../../tui/screen.ts'
import { type DemoWork, demo, demoScreen } from '../support/demo-screen.tsx'
import { openTestTerminal, type TestOptions, type TestTerminal } from '../support/terminal.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let terminal: TestTerminal

async function start(work: DemoWork = {}, added: string[] = [], options: TestOptions = {}): Promise<void> {
  terminal = await openTestTerminal(open(demoScreen(work), demo(added)), options)
}
afterEach(async () => terminal.close())

/** A gate that an operation waits at until the test opens it. */
function gate(): { wait: () => Promise<void>; open: () => void; fail: (error: unknown) => void } {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  promise.catch(() => {})
  return { wait: () => promise, open: () => resolve(), fail: reject }
}

describe('the frame', () => {
  test('shows the place, the title, the status and the keys, refused ones in parentheses', async () => {
    await start({}, [], {
      status: () => [{ text: 'каса отворена' }, { text: 'принтер: няма хартия', isAlarm: true }],
    })
    await expect(terminal.frame()).toMatchFileSnapshot(golden('demo-empty'))
  })
  test('shows a long list a window at a time', async () => {
    await start(
      {},
      Array.from({ length: 10_000 }, (_, index) => `Удостоверение ${index + 1}`),
    )
    await terminal.press('end', 'up')
    await expect(terminal.frame()).toMatchFileSnapshot(golden('demo-long-list'))
  })
  test('uses a larger terminal', async () => {
    await start({}, ['Скица'], { columns: 120, rows: 30 })
    await expect(terminal.frame()).toMatchFileSnapshot(golden('demo-large'))
  })
  test('F1 shows the help of the screen and any key closes it, and does nothing else', async () => {
    await start()
    await terminal.press('f1')
    await expect(terminal.frame()).toMatchFileSnapshot(golden('demo-help'))
    await terminal.type('я')
    await terminal.until('Услуга')
    expect(terminal.frame()).not.toContain('[я')
  })
})

describe('typing', () => {
  test('a scan arrives whole and its Enter runs the command', async () => {
    await start()
    await terminal.type('0451\r')
    await terminal.until('> 0451')
  })
  test('a paste with control characters and line breaks is plain text and presses nothing', async () => {
    await start()
    await terminal.type('\x1b[200~скица\r\n\x1b[31mчервена\x07\x1b[201~')
    await terminal.until('[скица [31mчервена')
    expect(terminal.frame()).toContain('няма услуги')
  })
  test('the cursor is seen, and moves by letters', async () => {
    await start()
    await terminal.type('жълт')
    await terminal.press('left', 'left', 'backspace')
    await terminal.until('[жлт')
    expect(terminal.inverse(1)).toBe('л')
  })
  test('one letter costs little on the line', async () => {
    await start({}, ['Скица'])
    await terminal.type('a')
    terminal.bytes()
    await terminal.type('b')
    expect(terminal.bytes()).toBeLessThanOrEqual(250)
  })
  test('a key that means nothing here draws nothing', async () => {
    await start()
    terminal.bytes()
    await terminal.press('shift-tab')
    expect(terminal.bytes()).toBe(0)
  })
  test('an F key that this screen does not have is shown as off, and says so', async () => {
    await start()
    expect(terminal.frame()).toContain('F3 (Брой)')
    await terminal.press('f3')
    await terminal.until('! key.not_here')
  })
})

describe('while an operation runs', () => {
  test('typing goes on at once and is kept when the operation ends', async () => {
    const adding = gate()
    await start({ add: adding.wait })
    await terminal.type('12\r')
    await terminal.type('34')
    await terminal.until('[1234')
    adding.open()
    await terminal.until('> 12')
    expect(terminal.frame()).toContain('[34')
  })
  test('a command waits, and what is typed after it waits behind it', async () => {
    const adding = gate()
    await start({ add: adding.wait })
    await terminal.type('12\r34\r56')
    expect(terminal.frame()).toContain('[1234 ')
    adding.open()
    await terminal.until('> 34')
    await terminal.until('[56')
    expect(terminal.frame()).toContain('Каса 2')
  })
  test('after a while it says that it works', async () => {
    const adding = gate()
    await start({ add: adding.wait })
    await terminal.type('12\r')
    expect(terminal.frame()).not.toContain('работи…')
    await terminal.until('работи…')
    adding.open()
    await terminal.untilGone('работи…')
  })
  test('what is typed before a screen comes belongs to that screen, where the key says so', async () => {
    await start()
    await terminal.press('f9')
    await terminal.type('Иван\r')
    await terminal.until('Име: Иван')
    expect(terminal.frame()).toContain('код или име')
  })
})

describe('a refusal', () => {
  test('that is known beforehand is said when the key is pressed', async () => {
    await start()
    expect(terminal.frame()).toContain('F8 (Плащане)')
    await terminal.press('f8')
    await terminal.until('! payment.empty')
  })
  test('from an operation is said, and what was pressed meanwhile is dropped aloud', async () => {
    const adding = gate()
    await start({ add: adding.wait })
    await terminal.type('12\r')
    await terminal.press('f5')
    await terminal.type('нещо')
    adding.fail(refusal('service.unknown', { code: '12' }))
    await terminal.until('! service.unknown Натиснатото след това не е взето.')
    expect(terminal.frame()).toContain('[12 ')
  })
  test('goes with the next command', async () => {
    await start()
    await terminal.press('f8')
    await terminal.until('payment.empty')
    await terminal.type('1\r')
    await terminal.untilGone('payment.empty')
  })
})

describe('a lost connection', () => {
  test('the same run is repeated until it succeeds, with the line brought back in between', async () => {
    const seen: string[] = []
    let opened = 0
    const add = async (text: string) => {
      seen.push(text)
      if (opened < 2) throw new Error('line down')
    }
    await start({ add }, [], {
      onConnectionFault: async () => {
        opened += 1
        if (opened < 2) throw new Error('line down')
      },
    })
    await terminal.type('12\r')
    await terminal.until('Няма връзка с базата')
    await terminal.type('3')
    await terminal.until('[123')
    await terminal.until('Връзката с базата е възстановена')
    expect(seen).toEqual(['12', '12'])
    expect(terminal.frame()).toContain('[3 ')
  })
  test('Esc stops it, says that nobody knows, and drops what waits', async () => {
    await start({ add: async () => Promise.reject(new Error('line down')) })
    await terminal.type('12\r')
    await terminal.until('Няма връзка с базата')
    await terminal.press('f8', 'esc')
    await terminal.until('Спряно без връзка')
    await terminal.until('[12')
    expect(terminal.frame()).not.toContain('payment.empty')
  })
})

describe('a bug', () => {
  test('gets a number and the screen lives on', async () => {
    const thrown: unknown[] = []
    const onBug = (error: unknown) => {
      thrown.push(error)
      return '7'
    }
    await start({ add: async () => Promise.reject(new TypeError('x')) }, [], { onBug })
    await terminal.type('12\r')
    await terminal.until('! Грешка в програмата, номер 7')
    await terminal.type('3')
    await terminal.until('[123')
    expect(thrown).toHaveLength(1)
  })
  test('in the drawing leaves the frame standing', async () => {
    await start()
    await terminal.press('f6')
    await terminal.until('номер a1b2')
    expect(terminal.frame()).toContain('F8 (Плащане)')
    await terminal.press('f5')
    await terminal.until('Име на платеца')
  })
})

describe('going from screen to screen', () => {
  test('an answer comes back to the screen below, and Esc comes back without', async () => {
    await start()
    await terminal.press('f5')
    await terminal.until('Име на платеца')
    expect(terminal.frame()).toContain('Esc Назад')
    await terminal.press('esc')
    await terminal.until('Услуга')
    await terminal.press('f5')
    await terminal.type('Петров\r')
    await terminal.until('Име: Петров')
  })
  test('a screen loads what it shows when it comes to the top', async () => {
    let times = 0
    await start({ shown: async () => ({ change: now => ({ ...now, given: `зареден ${++times}` }) }) })
    await terminal.until('зареден 1')
    await terminal.press('f5', 'esc')
    await terminal.until('зареден 2')
  })
  test('Ctrl-C leaves a clean screen at once', async () => {
    await start()
    await terminal.press('ctrl-c')
    await terminal.host.ended
  })
  test('Ctrl-C asks once where something would be lost, and another key takes it back', async () => {
    await start({}, ['Скица'])
    await terminal.press('ctrl-c')
    await terminal.until('Още веднъж')
    await terminal.type('1')
    await terminal.untilGone('Още веднъж')
    await terminal.press('ctrl-c')
    await terminal.until('Още веднъж')
    await terminal.press('ctrl-c')
    await terminal.host.ended
  })
})

describe('the terminal', () => {
  test('is raw while the host runs and given back when it ends', async () => {
    await start()
    expect([terminal.isRaw(), terminal.isAlternate()]).toEqual([true, true])
    await terminal.press('f12')
    await terminal.host.ended
    expect([terminal.isRaw(), terminal.isAlternate()]).toEqual([false, false])
  })
  test('that hangs up ends the host', async () => {
    await start({}, ['Скица'])
    terminal.hangUp()
    await terminal.host.ended
  })
  test('too small asks calmly, takes no keys, and nothing is lost', async () => {
    await start()
    await terminal.type('скица')
    await terminal.resize(60, 15)
    await expect(terminal.frame()).toMatchFileSnapshot(golden('too-small'))
    await terminal.type('!\r')
    await terminal.resize(90, 25)
    await terminal.until('[скица ')
    await expect(terminal.frame()).toMatchFileSnapshot(golden('demo-resized'))
  })
  test('garbled by a stranger is drawn anew with Ctrl-L', async () => {
    await start()
    const before = terminal.frame()
    terminal.garble('\x1b[5;5Hwall: reboot')
    await terminal.until('reboot')
    await terminal.press('ctrl-l')
    await terminal.untilGone('reboot')
    expect(terminal.frame()).toBe(before)
  })
})
