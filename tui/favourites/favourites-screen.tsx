import type { ReactNode } from 'react'
import { type Favourite, listFavourites } from '../../office/favourites/list-favourites.ts'
import { setFavourite } from '../../office/favourites/set-favourite.ts'
import { refusal } from '../../rules/refusal.ts'
import { isFree, type Service, type Speed, serviceWithCode, speedsOf } from '../../rules/services.ts'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import { EntryField } from '../parts/entry-field.tsx'
import { type Column, fit, fitRow } from '../parts/fit.ts'
import { Line } from '../parts/line.tsx'
import { List, moveCursor } from '../parts/list.tsx'
import { change, type KeyLine, type Screen, type Size } from '../screen.ts'

type State = {
  entry: EntryLine
  cursor: number
  services: readonly Service[]
  favourites: readonly Favourite[]
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

export const favouritesAtOpening = (services: readonly Service[]): State => ({
  entry: entryLine(),
  cursor: 0,
  services,
  favourites: [],
})

/** The nine digits of the desk and what each puts into the basket. */
export function favouritesScreen(desk: AtDesk): Screen<State> {
  const { favourites: texts } = desk.door.texts.screens
  return {
    title: () => texts.title,
    keys: s => keysOf(s, desk),
    type: (s, key) => {
      const cursor = moveCursor(s.cursor, key, DIGITS.length)
      return cursor === s.cursor ? { ...s, entry: typeInto(s.entry, key, 6) } : { ...s, cursor }
    },
    help: () => texts.help,
    shown: async () => {
      const favourites = await listFavourites(desk.session.ctx())
      return change(s => ({ ...s, favourites }))
    },
    View: ({ state, size }) => <FavouritesView state={state} size={size} desk={desk} />,
  }
}

const chosenOf = (s: State) => {
  const digit = DIGITS[s.cursor] ?? 1
  const favourite = s.favourites.find(one => one.digit === digit)
  const service = s.services.find(one => one.id === favourite?.serviceId)
  return { digit, favourite, service }
}

function keysOf(s: State, desk: AtDesk): KeyLine<State>[] {
  const { favourites: texts } = desk.door.texts.screens
  const { digit, favourite, service } = chosenOf(s)
  const typed = s.entry.value.trim()
  const meant = serviceWithCode(s.services, typed)
  const next = service && favourite && nextSpeed(service, favourite.speed)
  const none = refusal('favourite.none', { digit })
  return [
    {
      key: 'enter',
      label: texts.put,
      refusal: meant ? null : refusal('service.unknown', { code: typed }),
      run: () => (meant ? put(digit, meant, firstSpeed(meant), desk) : undefined),
    },
    {
      key: 'delete',
      label: texts.clear,
      refusal: favourite ? null : none,
      run: () => clear(digit, desk),
    },
    {
      key: 'f2',
      label: texts.speed,
      refusal: service ? (next ? null : refusal('service.one_speed', { code: service.code })) : none,
      run: () => (service && next ? put(digit, service, next, desk) : undefined),
    },
  ]
}

const paidSpeeds = (service: Service): Speed[] => speedsOf(service).filter(speed => !isFree(service, speed))

const firstSpeed = (service: Service): Speed => paidSpeeds(service)[0] ?? 'normal'

/** The speed after this one, or undefined where there is no other. */
function nextSpeed(service: Service, speed: Speed): Speed | undefined {
  const speeds = paidSpeeds(service)
  return speeds.length > 1 ? speeds[(speeds.indexOf(speed) + 1) % speeds.length] : undefined
}

async function put(digit: number, { code }: Service, speed: Speed, desk: AtDesk) {
  await setFavourite(desk.session.ctx(), { digit, favourite: { code, speed } })
  const favourites = await listFavourites(desk.session.ctx())
  const { favourites: texts } = desk.door.texts.screens
  return change<State>(s => ({ ...s, favourites, entry: entryLine() }), texts.set(digit, code))
}

async function clear(digit: number, desk: AtDesk) {
  await setFavourite(desk.session.ctx(), { digit, favourite: null })
  const favourites = await listFavourites(desk.session.ctx())
  const { favourites: texts } = desk.door.texts.screens
  return change<State>(s => ({ ...s, favourites }), texts.cleared(digit))
}

const COLUMNS: Column[] = [
  { width: 2, align: 'right' },
  { width: 6, align: 'right' },
  { width: 'rest' },
  { width: 10 },
]

function FavouritesView({ state, size, desk }: { state: State; size: Size; desk: AtDesk }): ReactNode {
  const { favourites: texts, desk: deskTexts } = desk.door.texts.screens
  const row = (digit: number, width: number): string => {
    const { favourite, service } = chosenOf({ ...state, cursor: digit - 1 })
    const speed = favourite ? deskTexts.speeds[favourite.speed] : ''
    const name = service?.name[desk.door.lang] ?? texts.free
    return fitRow(COLUMNS, [String(digit), service?.code ?? '', name, speed], width)
  }
  return (
    <>
      <Line>
        <Line tone="title">{fit(` ${texts.service}`, 12)}</Line>
        <EntryField line={state.entry} width={Math.min(50, size.columns - 14)} hint={texts.hint} />
      </Line>
      <Line> </Line>
      <List
        rows={DIGITS}
        cursor={state.cursor}
        width={size.columns}
        height={Math.min(DIGITS.length, size.rows - 2)}
        row={row}
      />
    </>
  )
}
