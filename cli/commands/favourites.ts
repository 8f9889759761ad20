import { listFavourites } from '../../office/favourites/list-favourites.ts'
import { setFavourite } from '../../office/favourites/set-favourite.ts'
import { listServices } from '../../office/services/list-services.ts'
import { SPEEDS } from '../../rules/services.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer, answerTable } from '../output/answer.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const favouritesCommands = () => [
  declare('favourites list', (_, door) =>
    withSession(door, 'tills.see', async session => {
      const { favourites: words } = door.words
      const [favourites, services] = await Promise.all([
        listFavourites(session.ctx()),
        listServices(session.ctx()),
      ])
      const offered = new Map(services.map(service => [service.id, service]))
      const speeds: Record<string, string> = door.options.json ? {} : door.texts.papers.receipt.speed
      answerTable(door, {
        name: 'favourites',
        title: '',
        subtitle: [],
        columns: [
          { key: 'digit', title: words.digit, kind: 'count' },
          { key: 'code', title: words.code, kind: 'text' },
          { key: 'name', title: words.name, kind: 'text' },
          { key: 'speed', title: words.speed, kind: 'text' },
        ],
        rows: favourites.map(({ digit, serviceId, speed }) => ({
          digit,
          code: offered.get(serviceId)?.code ?? '',
          name: offered.get(serviceId)?.name[door.lang] ?? words.notOffered,
          speed: speeds[speed] ?? speed,
        })),
        totals: null,
      })
    }),
  ),
  declare('favourites set', (given, door) => {
    const digit = digitOf(given, door)
    const asked = given.text('speed') ?? 'normal'
    const speed = SPEEDS.find(known => known === asked)
    if (!speed) throw new WrongUsage(door.lang, usage => usage.notOneOf('--speed', asked, SPEEDS))
    return withSession(door, 'favourites.set', async session => {
      const code = given.arg('code')
      await setFavourite(session.ctx(), { digit, favourite: { code, speed } })
      answer(door, { digit, code, speed }, door.words.favouriteSet(digit, code))
    })
  }),
  declare('favourites clear', (given, door) => {
    const digit = digitOf(given, door)
    return withSession(door, 'favourites.set', async session => {
      await setFavourite(session.ctx(), { digit, favourite: null })
      answer(door, { digit }, door.words.favouriteCleared(digit))
    })
  }),
]

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

function digitOf(given: Given<'favourites set'> | Given<'favourites clear'>, door: Door): number {
  const typed = given.arg('digit')
  if (!DIGITS.includes(typed))
    throw new WrongUsage(door.lang, usage => usage.notOneOf('digit', typed, DIGITS))
  return Number(typed)
}
